import { Anchor, Alert, Button, FileButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconPackageImport } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState, type FormEvent, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { PackageInspection } from '../../../../shared/domain/casePackage'
import { toCase } from '../../routes'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Working } from '../../ui/Working'
import { PackageVerdict } from './PackageVerdict'
import { usePackageImport, type PackageFile, type PackageImport } from './usePackageImport'
import { isSound, otherNumber } from './verdict'

interface Props {
  opened: boolean
  /** A file that was dropped or opened with the program; null: it is chosen here. */
  file: PackageFile | null
  onClose: () => void
}

/** Takes a case in from a package: looked into first, and then only if nothing in it is amiss. */
export function ImportPackage({ opened, file, onClose }: Props) {
  const [busy, setBusy] = useState(false)
  return (
    <Modal opened={opened} onClose={() => !busy && onClose()} title="Import case" size="xl" closeOnClickOutside={false} closeButtonProps={{ 'aria-label': 'Close', disabled: busy }}>
      {opened && <Steps file={file} onClose={onClose} onBusy={setBusy} />}
    </Modal>
  )
}

function Steps({ file, onClose, onBusy }: Omit<Props, 'opened'> & { onBusy: (busy: boolean) => void }) {
  const [, navigate] = useLocation()
  const work = usePackageImport(({ id }) => {
    onBusy(false)
    onClose()
    navigate(toCase(id))
  })
  const { current } = work
  const takeGiven = useEffectEvent(() => file && work.current.step !== 'importing' && work.take(file))
  useEffect(() => void takeGiven(), [file])
  const importing = current.step === 'importing'
  useEffect(() => onBusy(importing), [onBusy, importing])
  switch (current.step) {
    case 'choosing':
      return <Choosing work={work} />
    case 'reading':
      return <Named name={current.name}><Working label="Inspection of the package" progress={current.progress} onCancel={work.cancel} /></Named>
    case 'importing':
      return <Named name={current.name}><Working label="Import of the case" progress={current.progress} onCancel={work.cancel} cancelLabel="Cancel import" /></Named>
    case 'inspected':
      return <Inspected key={current.inspection.sha256} inspection={current.inspection} work={work} onClose={onClose} />
  }
}

const Named = ({ name, children }: { name: string; children: ReactNode }) => (
  <Stack gap="sm">
    <Text size="sm" fw={600} className="breakable">{name}</Text>
    {children}
  </Stack>
)

function Choosing({ work: { current, take } }: { work: PackageImport }) {
  return (
    <Stack gap="md">
      {current.step === 'choosing' && current.error && <ErrorNote title="This is no package that can be imported" error={current.error} />}
      <Empty
        icon={IconPackageImport}
        title="A case package, *.vidimus"
        actions={
          <FileButton accept=".vidimus" onChange={file => file && take(file)} inputProps={{ 'aria-label': 'Case package to import' }}>
            {props => <Button {...props} data-autofocus leftSection={<IconPackageImport size={16} stroke={1.6} aria-hidden />}>Choose a package</Button>}
          </FileButton>
        }
      >
        Choose it, or drop it on the window. It is looked into first: every hash, the signature and the log are checked, and nothing is written before you agree.
      </Empty>
    </Stack>
  )
}

function Inspected({ inspection, work, onClose }: { inspection: PackageInspection; work: PackageImport; onClose: () => void }) {
  const { collision, manifest } = inspection
  const [number, setNumber] = useState(otherNumber(manifest.case.number))
  const error = work.current.step === 'inspected' ? work.current.error : null
  const taken = collision.kind !== 'none'
  const sound = isSound(inspection)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    work.accept({ copy: collision.kind === 'same-case', number: taken ? number.trim() : null })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {error && <ErrorNote title="The case was not imported; nothing was written" error={error} />}
        <PackageVerdict inspection={inspection} />
        {sound && taken && (
          <>
            <Alert color="yellow" variant="light" title={collision.kind === 'same-case' ? 'This case is in the library already' : 'Another case here has this number'}>
              {collision.message}{' '}
              {collision.case !== null && <Anchor component={Link} href={toCase(collision.case)} inherit underline="always" onClick={onClose}>Open the case that is here</Anchor>}
            </Alert>
            <TextInput
              label={collision.kind === 'same-case' ? 'Number of the copy' : 'Number it gets here'}
              description={collision.kind === 'same-case' ? 'It comes in beside the other, as a case of its own.' : 'All else stays as it was packed.'}
              required
              maxLength={80}
              value={number}
              onChange={event => setNumber(event.currentTarget.value)}
            />
          </>
        )}
        <Group justify="space-between">
          <Button variant="subtle" color="gray" onClick={work.back}>Another package</Button>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>{sound ? 'Cancel' : 'Close'}</Button>
            {sound && <Button type="submit" data-autofocus disabled={taken && number.trim() === ''}>{collision.kind === 'same-case' ? 'Import as a copy' : 'Import case'}</Button>}
          </Group>
        </Group>
      </Stack>
    </form>
  )
}
