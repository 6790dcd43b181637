import { balanceOf, histogram, strongestOf, type Bin } from './arguments'
import { Grid, Text } from '@mantine/core'
import { useMemo } from 'react'
import type { Argument, ColourScale } from '../../../../../shared/domain/explanation'
import { signed } from './verdict'
import classes from './result.module.css'

type Colours = Pick<ColourScale, 'similar' | 'dissimilar'>

interface ArgumentsProps {
  values: Float32Array
  /** threshold / N. */
  bound: number
  colours: Colours
}

/** The score taken apart into its arguments: how many argue for and against, and which most. */
export function ArgumentHistogram({ values, bound, colours }: ArgumentsProps) {
  const { bins, balance, strongest } = useMemo(() => ({ bins: histogram(values, bound), balance: balanceOf(values, bound), strongest: strongestOf(values, bound, 5) }), [values, bound])
  const { positive, negative, positiveSum, negativeSum } = balance
  return (
    <>
      <Chart bins={bins} bound={bound} colours={colours} total={values.length} />
      <Text size="xs" c="dimmed" mt={4} mb={8}>
        Each of the {values.length} embedding dimensions adds its argument to the score. The line is threshold / {values.length} = {bound.toExponential(3).replace('-', '\u2212')}: from there on an argument is positive. Heights are square roots of the counts; the tallest bar holds {Math.max(...bins.map(({ count }) => count))}.
      </Text>
      <Grid gap="md">
        <Grid.Col span={6}>
          <Strongest title={`${positive} positive, ${signed(positiveSum)}`} colour={colours.similar} rows={strongest.positive} />
        </Grid.Col>
        <Grid.Col span={6}>
          <Strongest title={`${negative} negative, ${signed(negativeSum)}`} colour={colours.dissimilar} rows={strongest.negative} />
        </Grid.Col>
      </Grid>
    </>
  )
}

const WIDTH = 360
const HEIGHT = 124
const BASE = 104

function Chart({ bins, bound, colours, total }: { bins: readonly Bin[]; bound: number; colours: Colours; total: number }) {
  const [from, to] = [bins[0]!.from, bins.at(-1)!.to]
  const most = Math.max(...bins.map(({ count }) => count))
  const x = (value: number): number => ((value - from) / (to - from)) * WIDTH
  // A square root keeps bars of one argument visible beside those of a hundred.
  const height = (count: number): number => Math.sqrt(count / most) * (BASE - 8)
  const name = `Histogram of ${total} arguments from ${from.toFixed(4)} to ${to.toFixed(4)}; positive from ${bound.toFixed(6)} on`
  return (
    <svg className={classes.histogram} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={name}>
      {bins.map(bin => (
        <rect
          key={bin.from}
          x={x(bin.from) + 0.5}
          width={Math.max(0.5, x(bin.to) - x(bin.from) - 1)}
          y={BASE - height(bin.count)}
          height={height(bin.count)}
          fill={bin.positive ? colours.similar : colours.dissimilar}
        >
          <title>{`${bin.count} arguments from ${bin.from.toFixed(5)} to ${bin.to.toFixed(5)}, together ${signed(bin.sum)}`}</title>
        </rect>
      ))}
      <line className={classes.axis} x1={0} x2={WIDTH} y1={BASE} y2={BASE} />
      <line className={classes.bound} x1={x(bound)} x2={x(bound)} y1={2} y2={BASE + 4} />
      <Labels from={from} to={to} x={x} />
    </svg>
  )
}

function Labels({ from, to, x }: { from: number; to: number; x: (value: number) => number }) {
  return (
    <g className={classes.axisText}>
      <text x={0} y={HEIGHT - 6}>{signed(from, 3)}</text>
      {from < 0 && to > 0 && x(0) > 60 && x(0) < WIDTH - 60 && <text x={x(0)} y={HEIGHT - 6} textAnchor="middle">0</text>}
      <text x={WIDTH} y={HEIGHT - 6} textAnchor="end">{signed(to, 3)}</text>
    </g>
  )
}

function Strongest({ title, colour, rows }: { title: string; colour: string; rows: readonly Argument[] }) {
  return (
    <>
      <Text size="xs" fw={600} className="tabular">
        <span className={classes.swatch} style={{ background: colour }} />
        {title}
      </Text>
      {rows.map(({ dimension, value }) => (
        <Text key={dimension} size="xs" c="dimmed" className="tabular" ml={16}>
          {signed(value)} · dimension {dimension}
        </Text>
      ))}
    </>
  )
}
