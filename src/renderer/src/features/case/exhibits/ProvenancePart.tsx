import { Button, Group, Stack, TextInput, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { ExhibitPatch, type Exhibit } from '../../../../../shared/domain/exhibit'
import { useAct, useClient } from '../../../client'
import { useHeld } from '../../../data/hold'
import { ClaimHint } from '../../../ui/ClaimHint'
import { fromLocal, localZone, toLocal } from '../../../ui/localTime'
import { useUndo } from '../../../ui/undo'
import { complaints } from '../../../ui/validate'

/** Where the file came from, and what the examiner noted on it. */
export function ProvenancePart({ exhibit: { id, number, revision, source, receivedFrom, receivedAt, notes } }: { exhibit: Exhibit }) {
  const client = useClient()
  const { push } = useUndo()
  const readOnly = useHeld()
  const { mutateAsync, isPending } = useAct('exhibit.update')
  const form = useForm({
    initialValues: { source, receivedFrom, receivedAt: toLocal(receivedAt), notes },
    validate: values => complaints(ExhibitPatch)({ ...values, receivedAt: fromLocal(values.receivedAt) })
  })
  const submit = form.onSubmit(values => {
    const patch: ExhibitPatch = { ...values, receivedAt: fromLocal(values.receivedAt) }
    const put = async (to: ExhibitPatch): Promise<unknown> => {
      const { revision } = await client.call('exhibit.get', { id })
      return client.call('exhibit.update', { id, revision, patch: to })
    }
    mutateAsync({ id, revision, patch }).then(
      () => push({ label: `edit of exhibit E-${number}`, undo: () => put({ source, receivedFrom, receivedAt, notes }), redo: () => put(patch) }),
      () => undefined
    )
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xs">
        <div>
          <TextInput label="Source" maxLength={500} readOnly={readOnly} {...form.getInputProps('source')} />
          <ClaimHint text={form.values.source} onTake={readOnly ? undefined : source => form.setFieldValue('source', source)} />
        </div>
        <Group grow align="flex-start">
          <TextInput label="Received from" maxLength={200} readOnly={readOnly} {...form.getInputProps('receivedFrom')} />
          <TextInput label={`Received at (${localZone()})`} type="datetime-local" readOnly={readOnly} {...form.getInputProps('receivedAt')} />
        </Group>
        <div>
          <Textarea label="Notes" autosize minRows={2} maxRows={12} maxLength={20_000} readOnly={readOnly} {...form.getInputProps('notes')} />
          <ClaimHint text={form.values.notes} onTake={readOnly ? undefined : notes => form.setFieldValue('notes', notes)} />
        </div>
        {form.isDirty() && (
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => form.reset()}>
              Discard
            </Button>
            <Button type="submit" loading={isPending}>
              Save exhibit
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}
