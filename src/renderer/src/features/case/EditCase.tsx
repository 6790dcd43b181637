import { Button, Group, Modal, Stack, TagsInput, TextInput, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { Case, CaseDraft } from '../../../../shared/domain/case'
import type { ErrorData } from '../../../../shared/errors'
import { useAct, useCall, useClient } from '../../client'
import { ClaimHint } from '../../ui/ClaimHint'
import { ErrorNote } from '../../ui/ErrorNote'
import { useUndo } from '../../ui/undo'
import { complaints } from '../../ui/validate'
import { BlindFirst } from './BlindFirst'
import { CaseConflict } from './CaseConflict'

type Facts = Pick<Case, 'number' | 'title' | 'purpose' | 'examiner' | 'notes' | 'tags'>

const factsOf = ({ number, title, purpose, examiner, notes, tags }: Case): Facts => ({ number, title, purpose, examiner, notes, tags })

interface Props {
  case: Case
  opened: boolean
  onClose: () => void
}

/** Changes the facts of a case. */
export function EditCase({ case: row, opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Edit case ${row.number}`} size="lg">
      {opened && (
        <Stack gap="lg">
          <FactsForm case={row} onClose={onClose} />
          <BlindFirst case={row} onDone={onClose} />
        </Stack>
      )}
    </Modal>
  )
}

function FactsForm({ case: latest, onClose }: Omit<Props, 'opened'>) {
  // The form is about the case as it was when it was opened: what others change meanwhile is told, not mixed in.
  const [start, setStart] = useState(latest)
  const [stored, setStored] = useState<{ case: Case; message: string } | null>(null)
  const [problem, setProblem] = useState<ErrorData | null>(null)
  const { data } = useCall('case.tags', {})
  const client = useClient()
  const { push } = useUndo()
  const { mutateAsync: update, isPending } = useAct('case.update', { handles: 'all' })
  const form = useForm<Facts>({ initialValues: factsOf(start), validate: complaints(CaseDraft) })

  const save = async (patch: Facts, revision: number): Promise<void> => {
    setProblem(null)
    setStored(null)
    try {
      await update({ id: start.id, revision, patch })
    } catch (cause) {
      const error = cause as ErrorData
      const other = error.code === 'case.conflict' ? Case.safeParse(error.detail) : undefined
      if (other?.success) setStored({ case: other.data, message: error.message })
      else setProblem(error)
      return
    }
    const put = async (facts: Facts): Promise<unknown> => {
      const { revision } = await client.call('case.get', { id: start.id })
      return client.call('case.update', { id: start.id, revision, patch: facts })
    }
    push({ label: `edit of case ${start.number}`, undo: () => put(factsOf(start)), redo: () => put(patch) })
    onClose()
  }
  const reload = (other: Case): void => {
    setStart(other)
    form.setInitialValues(factsOf(other))
    form.reset()
    setStored(null)
  }
  return (
    <form onSubmit={form.onSubmit(values => void save(values, start.revision))} noValidate>
      <Stack gap="sm">
        {problem && <ErrorNote title="The case was not changed" error={problem} />}
        {stored && <CaseConflict message={stored.message} stored={stored.case} mine={form.values} onReload={() => reload(stored.case)} onOverwrite={() => void save(form.values, stored.case.revision)} />}
        <Group grow align="flex-start">
          <TextInput label="Case number" required maxLength={80} {...form.getInputProps('number')} />
          <TextInput label="Examiner" required maxLength={120} {...form.getInputProps('examiner')} />
        </Group>
        <TextInput label="Title" maxLength={200} {...form.getInputProps('title')} />
        <Textarea label="Purpose" required autosize minRows={3} maxLength={2000} {...form.getInputProps('purpose')} />
        <TagsInput label="Tags" data={data?.tags ?? []} maxTags={30} {...form.getInputProps('tags')} />
        <Textarea label="Notes" autosize minRows={4} maxRows={14} maxLength={20_000} {...form.getInputProps('notes')} />
        <ClaimHint text={form.values.notes} onTake={notes => form.setFieldValue('notes', notes)} />
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending} disabled={!form.isDirty()}>
            Save case
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
