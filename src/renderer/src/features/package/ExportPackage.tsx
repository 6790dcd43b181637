import { Alert, Button, Group, Stack, Switch, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconCircleCheck, IconPackageExport } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import type { Delivery } from '../../../../shared/domain/casePackage'
import { useJob } from '../../client'
import { ErrorNote } from '../../ui/ErrorNote'
import { Working } from '../../ui/Working'
import { handOut } from '../../ui/handOut'
import { ComparisonChoice } from '../case/comparisons/ComparisonChoice'
import { SignFields, useHasKey } from '../key/SignFields'

const DIALOG = 'export-package'

/** Asks what of a case goes into a package, and makes it. */
export const openExport = (caseId: string, number: string): void => {
  modals.open({ modalId: DIALOG, title: `Export case ${number}`, size: 'lg', closeOnClickOutside: false, children: <ExportPackage caseId={caseId} number={number} /> })
}

function ExportPackage({ caseId, number }: { caseId: string; number: string }) {
  const [comparisons, setComparisons] = useState<string[] | null>(null)
  const [evidence, setEvidence] = useState(true)
  const [signed, setSigned] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const { current, start, cancel } = useJob('package.export', { title: `Export of ${number}` })
  const hasKey = useHasKey()
  const running = current.state === 'running'
  const error = current.state === 'failed' ? current.error : null
  const ready = comparisons?.length !== 0 && (!signed || (hasKey === true && passphrase !== ''))
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const delivery = await start({ case: caseId, comparisons, evidence, sign: signed ? { passphrase } : null })
    if (delivery) handOut(delivery)
  }
  const close = (): void => modals.close(DIALOG)
  if (current.state === 'done' && current.result.kind !== 'cancelled') return <Exported delivery={current.result} onClose={close} />
  return (
    <form onSubmit={event => void submit(event)} noValidate>
      <Stack gap="md">
        <Text size="sm">One file, named *.vidimus: records, runs, findings, reports and the log, with the hash of each. Another Vidimus imports it, and “vidimus verify” checks it and computes the scores again.</Text>
        {error && error.code !== 'key.passphrase' && <ErrorNote title="The case was not exported" error={error} />}
        <ComparisonChoice caseId={caseId} value={comparisons} onChange={setComparisons} disabled={running} />
        <Switch
          label="With the photos"
          description={evidence ? 'Whoever has the file has the photos.' : 'Without them a reader needs the photos from elsewhere to compute the scores again; their hashes are inside.'}
          checked={evidence}
          disabled={running}
          onChange={event => setEvidence(event.currentTarget.checked)}
        />
        <Switch label="Sign it" description="With the laboratory’s key: a reader can tell that it comes from you, unchanged." checked={signed} disabled={running} onChange={event => setSigned(event.currentTarget.checked)} />
        {signed && (
          <SignFields passphrase={passphrase} onPassphrase={setPassphrase} error={error?.code === 'key.passphrase' ? error.message : undefined} disabled={running}>
            The signature is over the whole package. It locks nothing: the case can be worked on further here.
          </SignFields>
        )}
        {current.state === 'cancelled' && <Text size="sm" role="status">Cancelled: no file was made.</Text>}
        {current.state === 'done' && <Text size="sm" role="status">No place was chosen: no file was kept.</Text>}
        {current.state === 'running' ? (
          <Working label="Export" progress={current.progress} onCancel={cancel} cancelLabel="Cancel export" />
        ) : (
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>Close</Button>
            <Button type="submit" leftSection={<IconPackageExport size={16} stroke={1.6} aria-hidden />} disabled={!ready}>{signed ? 'Sign and export' : 'Export case'}</Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}

function Exported({ delivery, onClose }: { delivery: Exclude<Delivery, { kind: 'cancelled' }>; onClose: () => void }) {
  return (
    <Stack gap="md">
      <Alert color="teal" variant="light" icon={<IconCircleCheck />} title="The case is packed" role="status">
        <Text size="sm" className="breakable">{delivery.kind === 'saved' ? `Saved as ${delivery.path}` : `Your browser is saving ${delivery.name}.`}</Text>
      </Alert>
      <Group justify="flex-end" gap="xs">
        {delivery.kind === 'download' && <Button variant="default" onClick={() => handOut(delivery)}>Download again</Button>}
        <Button onClick={onClose} data-autofocus>Close</Button>
      </Group>
    </Stack>
  )
}
