import { Button, Grid, Group, Paper, Stack, Text } from '@mantine/core'
import type { FormEvent } from 'react'
import { useReadOnly } from '../../../data/useLibrary'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Working } from '../../../ui/Working'
import { CheckResult } from './CheckResult'
import { ReportChoices } from './ReportChoices'
import type { NewReport } from './useNewReport'

/** The choices and the check side by side, and the making below. */
export function ReportForm({ caseId, making }: { caseId: string; making: NewReport }) {
  const { draft, change, check, setReason, current, make } = making
  const running = current.state === 'running'
  const error = current.state === 'failed' ? current.error : null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    make()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Grid gap="md">
          <Grid.Col span={5}>
            <ReportChoices caseId={caseId} draft={draft} onChange={change} passphraseError={error?.code === 'key.passphrase' ? error.message : undefined} disabled={running} />
          </Grid.Col>
          <Grid.Col span={7}>
            <CheckResult caseId={caseId} check={check} nothing={draft.comparisons?.length === 0} reasons={draft.reasons} onReason={setReason} />
          </Grid.Col>
        </Grid>
        {error && error.code !== 'key.passphrase' && <ErrorNote title="The report was not made" error={error} />}
        <Paper withBorder shadow="md" px="md" py="xs" pos="sticky" bottom={12} data-bar>
          {current.state === 'running' ? <Working label="Report" progress={current.progress} onCancel={making.cancel} /> : <Ready making={making} />}
        </Paper>
      </Stack>
    </form>
  )
}

function Ready({ making: { draft: { signed }, hindrance, current } }: { making: NewReport }) {
  const readOnly = useReadOnly()
  const why = readOnly ? 'This library is open for reading only.' : hindrance
  const said = current.state === 'failed' ? current.error.message : current.state === 'cancelled' ? 'Cancelled: nothing was kept.' : signed ? 'The comparisons will be locked.' : 'It is kept with the case.'
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm" role="status">{why ?? said}</Text>
      <Button type="submit" disabled={why !== null} flex="none">{signed ? 'Sign and make the report' : 'Make the draft'}</Button>
    </Group>
  )
}
