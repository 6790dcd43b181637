import { Text } from '@mantine/core'
import { useMemo } from 'react'
import type { LiveExplanation } from '../../../../../shared/domain/caseComparison'
import type { ExplainerId } from '../../../../../shared/domain/explainers'
import type { ColourScale } from '../../../../../shared/domain/explanation'
import { regionContributions, type Region } from '../../../../../shared/domain/regions'
import { signed } from './verdict'
import classes from './result.module.css'

/** One region over both faces; strongest first. */
export interface RegionRow {
  region: Region
  a: number
  b: number
  /** Its part of everything in both faces' maps, 0..1. */
  share: number
}

/** Contributions of the regions, those that hold most first. */
export function regionRows({ a, b }: Pick<LiveExplanation, 'a' | 'b'>): RegionRow[] {
  const ofB = regionContributions(b)
  return regionContributions(a)
    .map((row, i): RegionRow => ({ region: row.region, a: row.combined, b: ofB[i]!.combined, share: (row.share + ofB[i]!.share) / 2 }))
    .sort((x, y) => y.share - x.share)
}

/** Digits after the point: xSSAB's sums are always told alike; of another explainer's, whose unit may be any, three digits of the largest. */
export const digitsFor = (most: number, explainer: ExplainerId): number => (explainer === 'xssab' ? 2 : Math.min(9, Math.max(0, 2 - Math.floor(Math.log10(most)))))

interface RegionTableProps {
  explanation: LiveExplanation
  colours: Pick<ColourScale, 'similar' | 'dissimilar'>
  /** The region under the pointer. */
  hovered: Region | null
}

/** What each part of the faces adds to the maps, for and against. */
export function RegionTable({ explanation, colours, hovered }: RegionTableProps) {
  const rows = useMemo(() => regionRows(explanation), [explanation])
  const most = Math.max(...rows.flatMap(({ a, b }) => [Math.abs(a), Math.abs(b)]), Number.MIN_VALUE)
  const text = (value: number): string => signed(value, digitsFor(most, explanation.explainer))
  return (
    <>
      <table className={classes.regions}>
        <thead>
          <tr>
            <th scope="col">Region</th>
            <th scope="col">A, combined</th>
            <th scope="col">B, combined</th>
            <th scope="col" className={classes.number}>Share</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ region, a, b, share }) => (
            <tr key={region} className={region === hovered ? classes.regionHot : undefined}>
              <th scope="row">{region}</th>
              <td><Bar value={a} most={most} colours={colours} text={text(a)} /></td>
              <td><Bar value={b} most={most} colours={colours} text={text(b)} /></td>
              <td className={classes.number}>{(share * 100).toFixed(0)} %</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text size="xs" c="dimmed" mt={6}>
        Sums of the maps over fixed areas of the aligned face; to the right for the same source, to the left against. Share: of all that both faces’ maps hold. A large area holds much by being large.
      </Text>
    </>
  )
}

/** A signed value as a bar from the middle, and in digits. */
export function Bar({ value, most, colours: { similar, dissimilar }, text }: { value: number; most: number; colours: RegionTableProps['colours']; text: string }) {
  const width = `${(Math.abs(value) / most) * 50}%`
  return (
    <div className={classes.bars}>
      <div className={classes.bar} aria-hidden>
        <span className={classes.barFill} style={value >= 0 ? { left: '50%', width, background: similar } : { right: '50%', width, background: dissimilar }} />
      </div>
      <span className={classes.number}>{text}</span>
    </div>
  )
}
