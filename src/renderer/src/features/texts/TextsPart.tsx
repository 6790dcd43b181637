import { Button, Checkbox, Group, Loader, Paper, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { IconSearch, IconSearchOff } from '@tabler/icons-react'
import { useState } from 'react'
import { ReportLanguage } from '../../../../shared/domain/claims'
import { useCall } from '../../client'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { count } from '../../ui/format'
import { LANGUAGES } from '../report/reportWords'
import { TextEditor } from './TextEditor'
import { TextList } from './TextList'
import { findTexts } from './texts'
import classes from './texts.module.css'

const languages = ReportLanguage.options.map(value => ({ value, label: LANGUAGES[value] }))

/** The texts that reports are set with, in the settings: found, reworded, and taken back. */
export function TextsPart() {
  const [language, setLanguage] = useState<ReportLanguage>('en')
  const [query, setQuery] = useState('')
  const [editedOnly, setEditedOnly] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const { data, error } = useCall('text.list', { language }, { keepPrevious: true })
  const all = data?.texts ?? []
  const found = findTexts(all, query, editedOnly)
  const shown = found.find(({ key }) => key === open) ?? found[0]
  const clear = (): void => {
    setQuery('')
    setEditedOnly(false)
  }
  if (error) return <ErrorNote title="The texts could not be read" error={error} />
  if (!data) return <Loader aria-label="The texts are being read" />
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Group gap="md">
          <SegmentedControl aria-label="Language" data={languages} value={language} onChange={setLanguage} />
          <TextInput aria-label="Search the texts" placeholder="Search the texts" leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />} value={query} onChange={event => setQuery(event.currentTarget.value)} maxLength={200} w={280} />
          <Checkbox size="sm" label="Edited only" checked={editedOnly} onChange={event => setEditedOnly(event.currentTarget.checked)} />
        </Group>
        <Text size="sm" c="dimmed" role="status">
          {`${count(found.length, 'text')}, ${all.filter(({ edited }) => edited !== null).length} of ${all.length} edited`}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        Headings, labels and hints of a report. What it says of scores, maps, limits and signatures can’t be reworded here; words of your own go into front.notes and limits.additional.
      </Text>
      {shown ? (
        <div className={classes.columns}>
          <TextList texts={found} open={shown.key} onOpen={setOpen} />
          {/* Another text, or this one changed elsewhere, begins anew. */}
          <TextEditor key={`${language} ${shown.key} ${shown.edited}`} text={shown} language={language} />
        </div>
      ) : (
        <Paper withBorder>
          <Empty icon={IconSearchOff} title="No text fits" actions={<Button variant="default" onClick={clear}>Show all texts</Button>}>
            {editedOnly ? 'No text that was edited fits. Every other is as it came.' : 'Every word must occur in the text or its name.'}
          </Empty>
        </Paper>
      )}
    </Stack>
  )
}
