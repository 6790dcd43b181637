import { Alert, Button, Modal, Stack, Text } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import type { AuditVerdict } from '../../../../shared/domain/audit'
import { useJob } from '../../client'
import { ErrorNote } from '../../ui/ErrorNote'
import { Hash } from '../../ui/Hash'
import { count } from '../../ui/format'

/** Computes the whole chain again. */
export function VerifyAudit() {
  const { current, start, cancel, reset } = useJob('library.verifyAudit', { title: 'Check of the log' })
  const running = current.state === 'running'
  return (
    <>
      <Button leftSection={<IconListCheck size={16} stroke={1.6} />} onClick={() => (running ? cancel() : void start({}))}>
        {running ? 'Stop the check' : 'Verify log'}
      </Button>
      <Modal opened={current.state === 'done' || current.state === 'failed'} onClose={reset} title="Check of the log" size="lg">
        {current.state === 'failed' && <ErrorNote title="The log could not be checked" error={current.error} />}
        {current.state === 'done' && <Verdict verdict={current.result} />}
      </Modal>
    </>
  )
}

function Verdict({ verdict: { ok, rows, head, broken } }: { verdict: AuditVerdict }) {
  if (!ok)
    return (
      <Alert color="red" variant="light" title={broken ? `The log is broken at row ${broken.sequence}` : 'The log is broken'} role="alert">
        {broken?.reason}
        <Text size="sm" mt="xs">
          Rows before it are as they were written. Keep a copy of the library’s folder before anything else is done with it.
        </Text>
      </Alert>
    )
  return (
    <Alert color="teal" variant="light" title="The log is whole" role="status">
      <Stack gap={4}>
        <Text size="sm">{`${count(rows, 'row')}: each has the hash that its content and the row before it give.`}</Text>
        {head !== null && <Hash sha256={head} whole />}
      </Stack>
    </Alert>
  )
}
