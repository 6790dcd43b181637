import { ActionIcon, Button, Group, Text, TextInput, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { Settings } from '../../../../shared/domain/settings'
import { Panel } from '../../ui/Panel'
import type { SettingsFormType } from './form'

const [MIN, MAX] = [2, 15]

/** The levels of a conclusion in the laboratory's own words; conclusions saved before keep the scale they were made with. */
export function ConclusionScale({ form }: { form: SettingsFormType }) {
  const { scale } = form.values
  const standard = (): void => form.setFieldValue('scale', Settings.parse({}).scale)
  return (
    <Panel
      title="Scale of conclusions"
      hint="From most against to most for the same source. The examiner chooses; the program never does."
      actions={
        <Button variant="subtle" color="gray" onClick={standard}>
          Standard scale
        </Button>
      }
    >
      <ol className="plain">
        {scale.map((_level, index) => (
          <li key={index}>
            <Level form={form} index={index} count={scale.length} />
          </li>
        ))}
      </ol>
      {form.errors['scale'] !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {form.errors['scale']}
        </Text>
      )}
      <Button variant="default" leftSection={<IconPlus size={16} />} disabled={scale.length >= MAX} onClick={() => form.insertListItem('scale', '')}>
        Add level
      </Button>
    </Panel>
  )
}

function Level({ form, index, count }: { form: SettingsFormType; index: number; count: number }) {
  const place = index + 1
  const move = (to: number) => () => form.reorderListItem('scale', { from: index, to })
  return (
    <Group gap={4} wrap="nowrap" mb={6}>
      <Text size="sm" c="dimmed" w={20} ta="right" className="tabular" aria-hidden>
        {place}
      </Text>
      <TextInput aria-label={`Level ${place}`} flex={1} maxLength={200} {...form.getInputProps(`scale.${index}`)} />
      <Tooltip label="Up">
        <ActionIcon variant="subtle" color="gray" disabled={index === 0} onClick={move(index - 1)} aria-label={`Move level ${place} up`}>
          <IconArrowUp size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Down">
        <ActionIcon variant="subtle" color="gray" disabled={place === count} onClick={move(index + 1)} aria-label={`Move level ${place} down`}>
          <IconArrowDown size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Remove">
        <ActionIcon variant="subtle" color="gray" disabled={count <= MIN} onClick={() => form.removeListItem('scale', index)} aria-label={`Remove level ${place}`}>
          <IconTrash size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}
