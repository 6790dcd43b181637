import { Button, Group, Loader, Modal, Progress, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useImporter, type ImportState } from './Importer'
import { ImportReportView } from './ImportReportView'
import { ProvenanceForm } from './ProvenanceForm'

const titles: Record<ImportState['state'], string> = { idle: '', collecting: 'Reading the folder', asking: 'Import', running: 'Import', done: 'Import report' }

/** The import from the question where the files came from to the report on each of them. It can be put aside while it runs. */
export function ImportDialog() {
  const { current, cancel, close } = useImporter()
  const [aside, setAside] = useState(false)
  const { state } = current
  const leave = (): void => {
    if (state === 'running') return setAside(true)
    if (state === 'done') close()
    else cancel()
  }
  const shown = state !== 'idle' && !(aside && state === 'running')
  // What was put aside comes back with the report.
  if (aside && state !== 'running') setAside(false)
  return (
    <Modal opened={shown} onClose={leave} title={titles[state]} size={state === 'done' ? 'xl' : 'lg'} closeOnClickOutside={false}>
      <Body current={current} onAside={() => setAside(true)} />
    </Modal>
  )
}

function Body({ current, onAside }: { current: ImportState; onAside: () => void }) {
  const { cancel, close, start } = useImporter()
  switch (current.state) {
    case 'idle':
      return null
    case 'collecting':
      return (
        <Group justify="space-between">
          <Group gap="sm" role="status">
            <Loader size="sm" aria-hidden />
            <Text size="sm" className="tabular">{`${current.files.toLocaleString('en')} files so far`}</Text>
          </Group>
          <Button variant="default" onClick={cancel}>
            Cancel
          </Button>
        </Group>
      )
    case 'asking':
      return <ProvenanceForm collected={current.collected} onStart={start} onCancel={close} />
    case 'running':
      return <Running progress={current.progress} cancelling={current.cancelling} onAside={onAside} />
    case 'done':
      return <ImportReportView outcome={current.outcome} onClose={close} />
  }
}

interface RunningProps {
  progress: { step: string; done: number; total: number }
  cancelling: boolean
  onAside: () => void
}

function Running({ progress: { step, done, total }, cancelling, onAside }: RunningProps) {
  const { cancel } = useImporter()
  return (
    <Stack gap="sm">
      <Progress value={(100 * done) / total} animated aria-label="Import" />
      <Text size="sm" className="tabular" role="status">
        {cancelling ? 'Stopping after the file at hand …' : `${step} · ${Math.floor(done).toLocaleString('en')} of ${total.toLocaleString('en')}`}
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" color="gray" onClick={onAside}>
          Go on in the background
        </Button>
        <Button variant="default" onClick={cancel} disabled={cancelling}>
          Cancel import
        </Button>
      </Group>
    </Stack>
  )
}
