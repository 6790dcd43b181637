import { Button, Group, Modal, Stack, Switch, TagsInput, TextInput, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { CaseDraft } from '../../../../shared/domain/case'
import type { ErrorData } from '../../../../shared/errors'
import { useAct, useCall } from '../../client'
import { toCase } from '../../routes'
import { ClaimHint } from '../../ui/ClaimHint'
import { ErrorNote } from '../../ui/ErrorNote'
import { complaints } from '../../ui/validate'
import { WHY_BLIND } from '../opinion/words'

/** Opens a new case: number and purpose before anything else. */
export function NewCase({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { data: settings } = useCall('settings.get', {})
  return (
    <Modal opened={opened} onClose={onClose} title="New case" size="lg">
      {settings && <CaseForm examiner={settings.examiner} onClose={onClose} />}
    </Modal>
  )
}

function CaseForm({ examiner, onClose }: { examiner: string; onClose: () => void }) {
  const { data } = useCall('case.tags', {})
  const { mutateAsync, isPending } = useAct('case.create', { handles: 'all' })
  const [problem, setProblem] = useState<ErrorData | null>(null)
  const [, navigate] = useLocation()
  const form = useForm({ initialValues: { number: '', title: '', purpose: '', examiner, notes: '', tags: [] as string[], blindFirst: false }, validate: complaints(CaseDraft) })
  const submit = form.onSubmit(values => {
    setProblem(null)
    mutateAsync(values).then(
      ({ id }) => {
        onClose()
        navigate(toCase(id))
      },
      (error: ErrorData) => setProblem(error)
    )
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {problem && <ErrorNote title="The case was not created" error={problem} />}
        <Group grow align="flex-start">
          <TextInput label="Case number" data-autofocus required maxLength={80} {...form.getInputProps('number')} />
          <TextInput label="Examiner" required maxLength={120} {...form.getInputProps('examiner')} />
        </Group>
        <TextInput label="Title" maxLength={200} {...form.getInputProps('title')} />
        <Textarea label="Purpose" description="Who asked for what, and on what ground. It is logged with every use of the case." required autosize minRows={3} maxLength={2000} {...form.getInputProps('purpose')} />
        <TagsInput label="Tags" data={data?.tags ?? []} maxTags={30} {...form.getInputProps('tags')} />
        <div>
          <Textarea label="Notes" autosize minRows={2} {...form.getInputProps('notes')} />
          <ClaimHint text={form.values.notes} onTake={notes => form.setFieldValue('notes', notes)} />
        </div>
        <Switch label="Blind first" description={`${WHY_BLIND} It can be switched on later, until the first run.`} {...form.getInputProps('blindFirst', { type: 'checkbox' })} />
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            Create case
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
