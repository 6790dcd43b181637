import type { ThresholdOrigin } from '../../../../../shared/domain/comparison'
import type { Verdict } from './verdict'
import classes from './result.module.css'

interface ScoreRulerProps {
  verdict: Verdict
  range: { from: number; to: number }
  band: Extract<ThresholdOrigin, { kind: 'calibrated' }>['inconclusive'] | null
}

/** The line of scores: where the score lies, where the threshold, and where a decision says little. */
export function ScoreRuler({ verdict: { cosine, threshold }, range: { from, to }, band }: ScoreRulerProps) {
  const at = (value: number): number => (Math.min(1, Math.max(0, (value - from) / (to - from))) * 100)
  const left = (value: number): { left: string } => ({ left: `${at(value)}%` })
  const ticks = Array.from({ length: Math.round((to - from) / 0.2) + 1 }, (_, i) => from + i * 0.2).filter((_, i) => to - from < 1.5 || i % 2 === 0)
  const name = `Score ${cosine.toFixed(4)}, threshold ${threshold.toFixed(4)}${band ? `, inconclusive from ${band.from.toFixed(4)} to ${band.to.toFixed(4)}` : ''}`
  return (
    <div className={classes.ruler} role="img" aria-label={name}>
      <span className={classes.rulerLine} />
      {band && <span className={classes.rulerBand} style={{ ...left(band.from), width: `${at(band.to) - at(band.from)}%` }} title="Inconclusive band" />}
      <span className={classes.rulerThreshold} style={left(threshold)} />
      <span className={classes.rulerScore} style={left(cosine)} />
      <Name text="score" at={at(cosine)} beside={at(threshold)} />
      <Name text="threshold" at={at(threshold)} beside={at(cosine)} />
      {ticks.map((tick, i) => (
        <span key={tick} className={`${classes.rulerText} ${classes.rulerTick} ${i === 0 ? classes.rulerTickFirst : i === ticks.length - 1 ? classes.rulerTickLast : ''}`} style={left(tick)}>
          {tick.toFixed(1).replace('-', '\u2212')}
        </span>
      ))}
    </div>
  )
}

/** Percent of the line that a name takes: two names nearer than this are set apart. */
const NAME_WIDTH = 22

/** A name over its mark, on the outer side where the two marks lie close together. */
function Name({ text, at, beside }: { text: string; at: number; beside: number }) {
  const close = Math.abs(at - beside) < NAME_WIDTH
  const shift = close ? (at < beside ? '-100%' : '0') : at < NAME_WIDTH / 2 ? '0' : at > 100 - NAME_WIDTH / 2 ? '-100%' : '-50%'
  return (
    <span className={`${classes.rulerText} ${classes.rulerName}`} style={{ left: `${at}%`, transform: `translateX(${shift})` }}>
      {text}
    </span>
  )
}
