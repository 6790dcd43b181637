import type { Light } from '../../../shared/domain/quality'
import classes from './LightDot.module.css'

const words: Record<Light, string> = { green: 'quality good', amber: 'quality to be minded', red: 'quality not suitable', unknown: 'quality not measured' }
const shapes: Record<Light, string> = { green: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1', amber: 'M6 1 11.4 10.6H.6Z', red: 'M1.4 1.4h9.2v9.2H1.4Z', unknown: 'M6 1.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8' }

export const lightWords = (light: Light): string => words[light]

/** A quality light: told by its shape as well as by its colour. */
export function LightDot({ light, size = 11 }: { light: Light; size?: number }) {
  return (
    <svg viewBox="0 0 12 12" width={size} height={size} className={classes[light]} role="img" aria-label={words[light]}>
      <path d={shapes[light]} />
    </svg>
  )
}
