import { UnstyledButton } from '@mantine/core'
import clsx from 'clsx'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { Exhibit } from '../../../../../shared/domain/exhibit'
import { markText, type MarkedFace } from '../../../../../shared/domain/markedFace'
import { worstLight } from '../../../../../shared/domain/quality'
import { lightWords } from '../../../ui/LightDot'
import classes from './FaceBoxes.module.css'
import { FaceMenu } from './FaceMenu'

/** The faces of a photo as boxes over it, each with its menu. One stop of the Tab key; the arrows go from face to face. */
export function FaceBoxes({ exhibit }: { exhibit: Exhibit }) {
  const group = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  if (exhibit.photo === null || exhibit.faces.length === 0) return null
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const buttons = [...(group.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    if (by === undefined || at < 0) return
    event.preventDefault()
    buttons[(at + by + buttons.length) % buttons.length]?.focus()
  }
  return (
    <div ref={group} role="group" aria-label={`Faces of E-${exhibit.number}`} onKeyDown={step}>
      {exhibit.faces.map((face, index) => (
        <FaceMenu key={face.id} caseId={exhibit.case} exhibitNumber={exhibit.number} face={face}>
          <FaceBox face={face} photo={exhibit.photo!} tabIndex={index === Math.min(current, exhibit.faces.length - 1) ? 0 : -1} onFocus={() => setCurrent(index)} />
        </FaceMenu>
      ))}
    </div>
  )
}

interface BoxProps extends React.ComponentProps<'button'> {
  face: MarkedFace
  photo: { width: number; height: number }
}

function FaceBox({ face, photo, ...button }: BoxProps) {
  const { box, mark, index, quality } = face
  const place = {
    left: `${(100 * box.x) / photo.width}%`,
    top: `${(100 * box.y) / photo.height}%`,
    width: `${(100 * box.width) / photo.width}%`,
    height: `${(100 * box.height) / photo.height}%`
  }
  const name = `Face ${index + 1}, ${markText(mark)}, ${lightWords(worstLight(quality))}`
  return (
    <UnstyledButton {...button} className={clsx(classes.box, mark && classes.marked)} style={place} aria-label={name}>
      {mark && <span className={classes.mark}>{markText(mark)}</span>}
    </UnstyledButton>
  )
}
