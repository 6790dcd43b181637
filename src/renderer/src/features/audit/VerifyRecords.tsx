import { Alert, Anchor, Button, List, Modal, Stack, Text } from '@mantine/core'
import { IconDatabaseSearch } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { RecordsVerdict } from '../../../../shared/domain/recordCheck'
import { useJob } from '../../client'
import { toCase } from '../../routes'
import { ErrorNote } from '../../ui/ErrorNote'
import { count } from '../../ui/format'

/** Compares what the database says with what the log says was written. */
export function VerifyRecords({ caseId }: { caseId: string | null }) {
  const { current, start, cancel, reset } = useJob('library.verifyRecords', { title: 'Check of the records' })
  const running = current.state === 'running'
  return (
    <>
      <Button variant="default" leftSection={<IconDatabaseSearch size={16} stroke={1.6} />} onClick={() => (running ? cancel() : void start({ case: caseId }))}>
        {running ? 'Stop the check' : 'Verify records'}
      </Button>
      <Modal opened={current.state === 'done' || current.state === 'failed'} onClose={reset} title="Check of the records" size="lg">
        {current.state === 'failed' && <ErrorNote title="The records could not be checked" error={current.error} />}
        {current.state === 'done' && <Verdict verdict={current.result} onLeave={reset} />}
      </Modal>
    </>
  )
}

function Verdict({ verdict: { ok, checked, differences, unbound, cancelled }, onLeave }: { verdict: RecordsVerdict; onLeave: () => void }) {
  return (
    <Stack gap="sm">
      {ok && differences.length === 0 ? (
        <Alert color={cancelled ? 'yellow' : 'teal'} variant="light" title={cancelled ? 'Stopped before the end' : 'The records are as the log says they were written'} role="status">
          {`${count(checked, 'record')} compared with the hashes in the log: cases, exhibits, faces, runs, checklists, conclusions, opinions and reports.`}
        </Alert>
      ) : (
        <Alert color="red" variant="light" title={differences.length === 1 ? 'One record differs from the log' : `${count(differences.length, 'record')} differ from the log`} role="alert">
          {`Of ${count(checked, 'record')} compared. They were changed by something other than this program: keep a copy of the library’s folder before anything else is done with it.`}
          <List size="sm" mt="xs" spacing={4}>
            {differences.map(({ case: id, what, message }) => (
              <List.Item key={`${id} ${what} ${message}`}>
                <Anchor component={Link} href={toCase(id, 'history')} onClick={onLeave} size="sm" underline="always">
                  {what}
                </Anchor>
                {`: ${message}`}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {unbound > 0 && <Text size="sm" c="dimmed">{`${count(unbound, 'record')} from before the log held their hash can’t be compared.`}</Text>}
    </Stack>
  )
}
