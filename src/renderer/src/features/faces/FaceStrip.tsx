import { Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { markText, type MarkedFace } from '../../../../shared/domain/markedFace'
import { worstLight } from '../../../../shared/domain/quality'
import { useDrafted } from './drafts'
import classes from './faces.module.css'
import { LightIcon, lightWord } from './QualityLight'

interface Props {
  faces: readonly MarkedFace[]
  chosen: string | null
  onChoose: (face: string) => void
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: at => at - 1,
  ArrowUp: at => at - 1,
  ArrowRight: at => at + 1,
  ArrowDown: at => at + 1,
  Home: () => 0,
  End: (_, last) => last
}

/** All faces of the photo: one stop of the Tab key, arrow keys choose. */
export function FaceStrip({ faces, chosen, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const drafted = useDrafted()
  useEffect(() => {
    // A browser may give a promise here: it must not become the effect's clean-up.
    void list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [chosen])
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    const at = faces.findIndex(({ id }) => id === chosen)
    const next = Math.min(faces.length - 1, Math.max(0, step(at, faces.length - 1)))
    onChoose(faces[next]!.id)
    list.current?.querySelectorAll<HTMLElement>('[role=option]')[next]?.focus()
  }
  return (
    <div ref={list} className={classes.strip} role="listbox" aria-label="Faces of the photo" aria-orientation="horizontal" onKeyDown={onKeyDown}>
      {faces.map((face, i) => (
        <UnstyledButton
          key={face.id}
          className={classes.chip}
          role="option"
          aria-selected={face.id === chosen}
          tabIndex={face.id === chosen || (chosen === null && i === 0) ? 0 : -1}
          onClick={() => onChoose(face.id)}
        >
          <LightIcon light={worstLight(face.quality)} />
          {`Face ${face.index + 1}`}
          <VisuallyHidden component="span">, </VisuallyHidden>
          <Text span size="xs" c="dimmed">
            {markText(face.mark)}
          </Text>
          <VisuallyHidden component="span">{`, quality: ${lightWord(worstLight(face.quality)).toLowerCase()}${drafted.has(face.id) ? ', points not saved' : ''}`}</VisuallyHidden>
          {drafted.has(face.id) && (
            <Text span size="xs" fw={700} title="Points not saved" aria-hidden>
              ●
            </Text>
          )}
        </UnstyledButton>
      ))}
    </div>
  )
}
