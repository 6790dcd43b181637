import { Text } from '@mantine/core'
import type { ColourScale } from '../../../../../shared/domain/explanation'
import { REGIONS, type MarginByRegion, type Region } from '../../../../../shared/domain/regions'
import { Bar } from './RegionTable'
import { signed } from './verdict'
import classes from './result.module.css'

interface MarginTableProps {
  margin: MarginByRegion
  /** Score minus threshold: what each face's parts add up to. */
  distance: number
  colours: Pick<ColourScale, 'similar' | 'dissimilar'>
  /** The region under the pointer. */
  hovered: Region | null
}

/** Regions, those with the largest part first, then what has no place. */
export function marginRows({ a, b }: MarginByRegion): { name: Region | 'without a place'; a: number; b: number }[] {
  const regions = REGIONS.map(name => ({ name, a: a.regions[name], b: b.regions[name] }))
  const size = (row: { a: number; b: number }): number => Math.max(Math.abs(row.a), Math.abs(row.b))
  return [...regions.sort((x, y) => size(y) - size(x)), { name: 'without a place', a: a.rest, b: b.rest }]
}

/** What each part of a face adds to score minus threshold; each column adds up to it. */
export function MarginTable({ margin, distance, colours, hovered }: MarginTableProps) {
  const rows = marginRows(margin)
  const most = Math.max(...rows.flatMap(({ a, b }) => [Math.abs(a), Math.abs(b)]), Number.MIN_VALUE)
  const text = (value: number): string => signed(value, 4)
  return (
    <>
      <table className={classes.regions}>
        <thead>
          <tr>
            <th scope="col">Region</th>
            <th scope="col">By A</th>
            <th scope="col">By B</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, a, b }) => (
            <tr key={name} className={name === hovered ? classes.regionHot : undefined}>
              <th scope="row">{name}</th>
              <td><Bar value={a} most={most} colours={colours} text={text(a)} /></td>
              <td><Bar value={b} most={most} colours={colours} text={text(b)} /></td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Together</th>
            <td className={classes.number}>{text(distance)}</td>
            <td className={classes.number}>{text(distance)}</td>
          </tr>
        </tfoot>
      </table>
      <Text size="xs" c="dimmed" mt={6}>
        Each face taken alone: its parts add up to score minus threshold. What has no place comes from the network’s constants; while it is large, regions of both signs cancel against it. Fixed areas of the aligned face.
      </Text>
    </>
  )
}
