import { Alert, Badge, Button, Code, Group, Stack, Text, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { ReportLanguage } from '../../../../shared/domain/claims'
import type { ErrorData } from '../../../../shared/errors'
import { useAct } from '../../client'
import { ErrorNote } from '../../ui/ErrorNote'
import { Panel } from '../../ui/Panel'
import { useUndo } from '../../ui/undo'
import { complaintAbout, wordingOf, type ReportText } from './texts'

const LONGEST = 4000

interface Props {
  text: ReportText
  language: ReportLanguage
}

/** One text: the original, the laboratory's wording, and the way back. */
export function TextEditor({ text, language }: Props) {
  const { key, original, edited, placeholders } = text
  const [wording, setWording] = useState(wordingOf(text))
  const { mutateAsync, isPending } = useAct('text.set', { handles: 'all' })
  const [problem, setProblem] = useState<ErrorData | null>(null)
  const { push } = useUndo()
  const set = async (to: string | null): Promise<void> => {
    setProblem(null)
    try {
      await mutateAsync({ language, key, edited: to })
      const put = (value: string | null) => (): Promise<unknown> => mutateAsync({ language, key, edited: value })
      push({ label: `wording of ${key}`, undo: put(edited), redo: put(to) })
      setWording(to ?? original)
    } catch (cause) {
      setProblem(cause as ErrorData)
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    // The original's words are the original.
    void set(wording.trim() === original ? null : wording.trim())
  }
  const error = complaintAbout(wording, text)
  return (
    <Panel title={key} actions={edited !== null && <Badge variant="light" color="teal">Edited</Badge>}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {problem && <ErrorNote title="The text was not changed" error={problem} />}
          <div>
            <Text size="sm" fw={500}>Original</Text>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }} {...(original === '' ? { c: 'dimmed' } : {})}>{original === '' ? 'Nothing: there is room here for words of your own.' : original}</Text>
          </div>
          <Textarea label="Your wording" autosize minRows={3} maxRows={16} maxLength={LONGEST} lang={language} value={wording} onChange={event => setWording(event.currentTarget.value)} error={error} />
          <Placeholders names={placeholders} />
          <Group justify="space-between">
            <Button variant="subtle" color="gray" disabled={edited === null || isPending} onClick={() => void set(null)}>Back to the original</Button>
            <Group gap="xs">
              <Button variant="default" disabled={wording === wordingOf(text)} onClick={() => setWording(wordingOf(text))}>Discard</Button>
              <Button type="submit" loading={isPending} disabled={error !== undefined || wording.trim() === wordingOf(text)}>Save text</Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Panel>
  )
}

function Placeholders({ names }: { names: readonly string[] }) {
  if (names.length === 0) return <Text size="xs" c="dimmed">This text has no placeholders.</Text>
  return (
    <Alert variant="light" color="gray" p="xs">
      <Text size="xs" component="div">
        Filled in by the program where they stand: {names.map(name => <Code key={name} mr={6}>{`{${name}}`}</Code>)}
      </Text>
    </Alert>
  )
}
