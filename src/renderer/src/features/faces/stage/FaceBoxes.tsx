import { UnstyledButton } from '@mantine/core'
import { markText, type MarkedFace } from '../../../../../shared/domain/markedFace'
import { worstLight } from '../../../../../shared/domain/quality'
import { cropToScreen, type Viewport } from '../../compare/viewer/viewport'
import { LightIcon, lightWord } from '../QualityLight'
import classes from './stage.module.css'

interface Props {
  faces: readonly MarkedFace[]
  chosen: string | null
  viewport: Viewport
  /** Presses go to the photo, not to a face. */
  placing: boolean
  onChoose: (face: string) => void
}

/** "Face 2, Q-1, quality: caution" */
const faceName = ({ index, mark, quality }: MarkedFace): string => `Face ${index + 1}, ${markText(mark)}, quality: ${lightWord(worstLight(quality)).toLowerCase()}`

/** The box of every face with its number, mark and light. The chosen one lets the pointer through to what is inside. */
export function FaceBoxes({ faces, chosen, viewport, placing, onChoose }: Props) {
  return faces.map(face => {
    const { x, y, width, height } = face.box
    const [from, to] = [cropToScreen(viewport, { x, y }), cropToScreen(viewport, { x: x + width, y: y + height })]
    return (
      <UnstyledButton
        key={face.id}
        className={classes.face}
        style={{ left: from.x, top: from.y, width: to.x - from.x, height: to.y - from.y }}
        data-chosen={face.id === chosen || undefined}
        data-placing={placing || undefined}
        aria-label={faceName(face)}
        aria-pressed={face.id === chosen}
        // The list of faces is the way with the keyboard.
        tabIndex={-1}
        onClick={() => onChoose(face.id)}
      >
        <span className={classes.tag}>
          <LightIcon light={worstLight(face.quality)} size={14} />
          {`${face.index + 1}${face.mark ? ` · ${markText(face.mark)}` : ''}`}
        </span>
      </UnstyledButton>
    )
  })
}
