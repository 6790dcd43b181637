import { useId } from 'react'
import type { ColourScale } from '../../../shared/domain/explanation'
import { EXPLAINERS, type ExplainerId } from '../../../shared/domain/explainers'
import classes from './legend.module.css'

/** Middle grey as the maps make it of skin. */
const GREY = '#9a9a9a'

/** The scale in numbers, in the very colours and opacity of the maps over middle grey: one for all maps of both faces. */
export function Legend({ scale: { limit, maximum, opacity, similar, dissimilar }, explainer }: { scale: ColourScale; explainer: ExplainerId }) {
  const { title, unit } = EXPLAINERS[explainer]
  const gradient = useId()
  const number = (value: number): string => value.toPrecision(2).replace('-', '\u2212')
  const name = `Colour scale: from −${number(limit)}, against the same source, over 0 to +${number(limit)}, for the same source; ${title}: ${unit}. Largest value ${number(maximum)}.`
  return (
    <div className={classes.legend} role="img" aria-label={name} title={`One scale for all ${title} maps of this comparison. Unit: ${unit}. Largest value: ${number(maximum)}; beyond ±${number(limit)} colours stay the same.`}>
      <svg className={classes.bar} viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden>
        <defs>
          <linearGradient id={gradient}>
            <stop offset="0" stopColor={dissimilar} stopOpacity={opacity} />
            <stop offset="0.5" stopColor={dissimilar} stopOpacity={0} />
            <stop offset="0.5" stopColor={similar} stopOpacity={0} />
            <stop offset="1" stopColor={similar} stopOpacity={opacity} />
          </linearGradient>
        </defs>
        <rect width="200" height="10" fill={GREY} />
        <rect width="200" height="10" fill={`url(#${gradient})`} />
      </svg>
      <div className={classes.numbers}>
        <span>−{number(limit)}</span>
        <span>against</span>
        <span>0</span>
        <span>for</span>
        <span>+{number(limit)}</span>
      </div>
    </div>
  )
}
