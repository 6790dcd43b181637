import { Alert, Badge, Button, Group, List, Skeleton, Stack, Text } from '@mantine/core'
import { IconInfoCircle, IconRefresh } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ComparisonRow, Run } from '../../../../../shared/domain/caseComparison'
import type { ColourScale } from '../../../../../shared/domain/explanation'
import { EXPLAINERS } from '../../../../../shared/domain/explainers'
import type { ModelEntry } from '../../../../../shared/domain/model'
import { useHold } from '../../../data/hold'
import { ErrorNote } from '../../../ui/ErrorNote'
import type { Live } from '../live/useLive'
import { useStore } from '../store'
import type { Machine } from '../data/useMachine'
import { regionUnder } from '../viewer/readOut'
import type { Viewer } from '../viewer/viewerStore'
import { ArgumentHistogram } from './ArgumentHistogram'
import { boundOf } from './arguments'
import { MarginTable } from './MarginTable'
import { MapsCheck } from './MapsCheck'
import { ModelCrops } from './ModelCrops'
import { RegionTable } from './RegionTable'
import { RunDetails } from './RunDetails'
import { Score } from './Score'
import { ScoreRuler } from './ScoreRuler'
import { Section } from './Section'
import { ThresholdControl } from './ThresholdControl'
import { rulerOf, verdictOf } from './verdict'
import classes from './result.module.css'

interface ResultPanelProps {
  row: ComparisonRow
  viewer: Viewer
  machine: Machine
  /** The kept run that is shown. */
  run: Run
  /** The threshold that is set. */
  threshold: number
  enhanced: boolean
  colours: Pick<ColourScale, 'similar' | 'dissimilar'>
}

/** What the machine says about this pair, and where each number comes from. */
export function ResultPanel({ row, viewer, machine, run, threshold, enhanced, colours }: ResultPanelProps) {
  const { model, live, moved, setThreshold } = machine
  const verdict = useMemo(() => verdictOf(run.record, threshold, model), [run, threshold, model])
  const range = rulerOf([run.cosine, threshold])
  const { band, calibrated } = calibrationOf(run, model)
  return (
    <div>
      {run.number < row.runs && <OlderRun row={row} run={run} machine={machine} />}
      {moved && <MovedPoints run={run} machine={machine} />}
      <Section title="Score" aside={<Badge variant="default" tt="none">Run {run.number} of {row.runs}</Badge>}>
        <Score run={run} verdict={verdict} liveCosine={live.current ? (live.explanation?.cosine ?? null) : null} />
      </Section>
      <Section title="Threshold">
        <ScoreRuler verdict={verdict} range={range} band={band} />
        <ThresholdControl verdict={verdict} range={range} calibrated={calibrated} kept={run.threshold} job={machine.job} onChange={setThreshold} onKeep={machine.keep} onCancel={machine.cancel} />
      </Section>
      {live.error && <LiveError live={live} />}
      <Section title={enhanced ? 'Arguments, enhanced copies' : 'Arguments'}>
        {live.arguments ? (
          <ArgumentHistogram values={live.arguments} bound={boundOf(threshold, live.arguments.length)} colours={colours} />
        ) : (
          <Skeleton h={160} animate={live.error === null} />
        )}
      </Section>
      <Section title={regionsTitle(live)} aside={<Outdated live={live} />}>
        <Regions viewer={viewer} live={live} colours={colours} />
        <MapsCheck run={run} live={live} enhanced={enhanced} moved={moved} />
      </Section>
      <Section title="What the model saw">
        <ModelCrops faces={{ a: row.faceA, b: row.faceB }} marks={{ a: row.a.mark, b: row.b.mark }} />
      </Section>
      <Section title="What this shows, and what it does not">
        <List size="xs" spacing={4} pr="xs">
          {verdict.limits.map(limit => (
            <List.Item key={limit}>{limit}</List.Item>
          ))}
        </List>
      </Section>
      <RunDetails run={run} />
    </div>
  )
}

/** Maps of another explainer say so wherever they are read. */
function regionsTitle({ explanation }: Live): string {
  if (!explanation || explanation.explainer === 'xssab') return 'Regions'
  return explanation.margin ? 'Score minus threshold, by region' : `Regions, by ${EXPLAINERS[explanation.explainer].title}`
}

/** From the model's card, or from the run where the model is not at hand any more. */
function calibrationOf({ record, threshold }: Run, model: ModelEntry | undefined) {
  const kept = record.thresholdOrigin
  return {
    band: model?.calibration?.inconclusive ?? (kept.kind === 'calibrated' ? kept.inconclusive : null),
    calibrated: model?.calibration?.threshold ?? (kept.kind === 'calibrated' ? threshold : null)
  }
}

const LiveError = ({ live }: { live: Live }) =>
  live.error && (
    <Stack gap="xs" py="sm">
      <ErrorNote title="The maps could not be computed" error={live.error} />
      <Button size="xs" variant="default" leftSection={<IconRefresh size={15} aria-hidden />} onClick={live.again}>
        Try again
      </Button>
    </Stack>
  )

function Regions({ viewer, live: { explanation, current, error }, colours }: Pick<ResultPanelProps, 'viewer' | 'colours'> & { live: Live }) {
  const crop = useStore(viewer, state => state.crop)
  const hovered = useStore(viewer.hover, ({ at }) => at && regionUnder(at, crop))
  if (!explanation) return <Skeleton h={220} animate={error === null} />
  return (
    <div className={current ? undefined : classes.outdated} data-testid="regions">
      {explanation.margin ? <MarginTable margin={explanation.margin} distance={explanation.cosine - explanation.threshold} colours={colours} hovered={hovered} /> : <RegionTable explanation={explanation} colours={colours} hovered={hovered} />}
    </div>
  )
}

const Outdated = ({ live: { explanation, current, wanted } }: { live: Live }) =>
  explanation && !current && wanted !== null ? (
    <Badge color="yellow" tt="none">
      of {explanation.threshold.toFixed(4)}, computing
    </Badge>
  ) : null

function OlderRun({ row, run, machine }: Pick<ResultPanelProps, 'row' | 'run' | 'machine'>) {
  return (
    <Alert color="blue" variant="light" icon={<IconInfoCircle size={18} />} p="xs" mt="sm">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          This is run {run.number} of {row.runs}.
        </Text>
        <Button size="compact-xs" variant="default" onClick={() => machine.show(null)}>
          Show the last
        </Button>
      </Group>
    </Alert>
  )
}

function MovedPoints({ run, machine }: Pick<ResultPanelProps, 'run' | 'machine'>) {
  const hold = useHold()
  return (
    <Alert color="yellow" variant="light" p="xs" mt="sm" title="The points were changed">
      <Text size="sm">The score below is that of run {run.number}, made with other points of a face. The maps and arguments belong to the present points.</Text>
      <Button size="compact-sm" mt={6} disabled={hold !== null} title={hold ?? undefined} loading={machine.job.state === 'running'} onClick={machine.keep}>
        Run again with the present points
      </Button>
    </Alert>
  )
}
