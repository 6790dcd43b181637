import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Provenance } from '../../../../../shared/domain/exhibit'
import { bytes, count } from '../../../ui/format'
import { fromLocal, localZone } from '../../../ui/localTime'
import { complaints } from '../../../ui/validate'
import type { Collected } from './items'

interface Props {
  collected: Collected
  onStart: (provenance: Provenance) => void
  onCancel: () => void
}

/** Where the files came from, in the examiner's words; it is kept with each of them, and can be completed later. */
export function ProvenanceForm({ collected: { items, unreadable }, onStart, onCancel }: Props) {
  const form = useForm({
    initialValues: { source: '', receivedFrom: '', receivedAt: '' },
    validate: values => complaints(Provenance)({ ...values, receivedAt: fromLocal(values.receivedAt) })
  })
  const size = items.reduce((sum, { file }) => sum + file.size, 0)
  const submit = form.onSubmit(({ receivedAt, ...words }) => onStart({ ...words, receivedAt: fromLocal(receivedAt) }))
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">
          {`${count(items.length, 'file')}, ${bytes(size)}. Each is hashed as it is read and stored untouched; then faces are looked for.`}
          {unreadable.length > 0 && ` ${count(unreadable.length, 'file')} could not be read where they lie; the report names them.`}
        </Text>
        <TextInput label="Source" description="Device, camera, account, case reference …" maxLength={500} data-autofocus {...form.getInputProps('source')} />
        <Group grow align="flex-start">
          <TextInput label="Received from" maxLength={200} {...form.getInputProps('receivedFrom')} />
          <TextInput label={`Received at (${localZone()})`} type="datetime-local" {...form.getInputProps('receivedAt')} />
        </Group>
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" disabled={items.length + unreadable.length === 0}>
            {`Import ${count(items.length, 'file')}`}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
