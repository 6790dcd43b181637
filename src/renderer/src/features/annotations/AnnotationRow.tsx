import { ActionIcon, Badge, Box, Group, Stack, Text, Textarea, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconFocusCentered, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useHold } from '../../data/hold'
import { ClaimHint } from '../../ui/ClaimHint'
import { SaveNote } from '../panels/SaveNote'
import { Theirs } from '../panels/Theirs'
import { useSaver } from '../panels/useSaver'
import classes from './annotations.module.css'
import { useAnnotations } from './context'
import { alignedPoints, middleOf } from './geometry'
import { draftOf, type Shown } from './useAnnotationEdits'
import { KIND_LABELS, describe } from './words'

/** One annotation of the list: pressed to choose it; the chosen one can be written on. */
export function AnnotationRow({ annotation }: { annotation: Shown }) {
  const { selected, select, remove, jump, alignment } = useAnnotations()
  const hold = useHold()
  const chosen = selected === annotation.id
  // The chosen one has its text in the field below.
  const named = !chosen && annotation.text !== ''
  const show = (): void => jump(middleOf({ kind: annotation.kind, points: alignedPoints(annotation, 'a', alignment.a) }))
  return (
    <Box component="li" className={classes.row} data-chosen={chosen || undefined} p="xs">
      <Group gap="xs" wrap="nowrap">
        <UnstyledButton flex={1} miw={0} onClick={() => select(chosen ? null : annotation.id)} aria-expanded={chosen}>
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <VisuallyHidden component="span">Annotation </VisuallyHidden>
            <Badge variant="default" circle={annotation.number !== null} tt="none">{annotation.number ?? 'new'}</Badge>
            {named && <VisuallyHidden component="span">{`, ${KIND_LABELS[annotation.kind].toLowerCase()}: `}</VisuallyHidden>}
            <Text size="sm" style={{ overflowWrap: 'anywhere' }} {...(annotation.text === '' ? { c: 'dimmed' } : {})}>
              {named ? annotation.text : KIND_LABELS[annotation.kind]}
            </Text>
          </Group>
        </UnstyledButton>
        <Tooltip label="Show in the middle of both panes">
          <ActionIcon variant="subtle" color="gray" aria-label={`Show ${describe(annotation)}`} onClick={show}><IconFocusCentered size={16} aria-hidden /></ActionIcon>
        </Tooltip>
        <Tooltip label={hold ?? 'Remove'}>
          <ActionIcon variant="subtle" color="red" aria-label={`Remove ${describe(annotation)}`} disabled={hold !== null} onClick={() => remove(annotation)}><IconTrash size={16} aria-hidden /></ActionIcon>
        </Tooltip>
      </Group>
      {chosen && <TextField annotation={annotation} />}
    </Box>
  )
}

/** Stored when the typing rests, and when the field is left. */
function TextField({ annotation }: { annotation: Shown }) {
  const { put } = useAnnotations()
  const hold = useHold()
  const field = useRef<HTMLTextAreaElement>(null)
  const label = `text of ${annotation.number === null ? 'a new annotation' : `annotation ${annotation.number}`}`
  const edited = useSaver({ text: annotation.text }, async ({ text }) => text.trim() === annotation.text || put({ ...draftOf(annotation), text: text.trim() }, label))
  const { value, state, type, leave } = edited
  // A new mark waits for its words.
  const fresh = annotation.number === null
  useEffect(() => {
    if (fresh) field.current?.focus()
  }, [fresh])
  return (
    <Stack gap={4} mt="xs">
      <Textarea ref={field} size="xs" label="Text" autosize minRows={2} maxRows={8} maxLength={500} readOnly={hold !== null} value={value.text} onChange={event => type({ text: event.currentTarget.value })} onBlur={() => leave('text')} />
      <ClaimHint text={value.text} onTake={hold === null ? text => edited.choose({ text }) : undefined} />
      <Theirs edited={edited} field="text" />
      <SaveNote state={state} onRetry={leave} />
    </Stack>
  )
}
