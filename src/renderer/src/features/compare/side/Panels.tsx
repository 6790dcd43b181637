import { Box, Skeleton } from '@mantine/core'
import { IconChartHistogram, IconGavel, IconHistory, IconListCheck, IconTag, IconUsers, IconWand } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ComparisonRow } from '../../../../../shared/domain/caseComparison'
import type { PaletteName } from '../../../../../shared/domain/explanation'
import { toErrorData } from '../../../../../shared/errors'
import { PALETTES } from '../../../../../shared/domain/palettes'
import { ErrorNote } from '../../../ui/ErrorNote'
import { WithheldNote } from '../../../ui/WithheldNote'
import { AnnotationPanel } from '../../annotations/AnnotationPanel'
import { ComparisonChecklist } from '../../checklist/ChecklistPanel'
import { ConclusionPanel } from '../../conclusion/ConclusionPanel'
import { EnhancementPanel } from '../../enhancement/EnhancementPanel'
import { OpinionChecklist } from '../../opinion/OpinionChecklist'
import { OpinionConclusion } from '../../opinion/OpinionConclusion'
import { OpinionsPanel } from '../../opinion/OpinionsPanel'
import { useSight } from '../../opinion/useSight'
import { WithheldPanel } from '../../opinion/WithheldPanel'
import type { Machine } from '../data/useMachine'
import type { SideData } from '../data/useSide'
import { HistoryPanel } from '../history/HistoryPanel'
import { FirstRun } from '../result/FirstRun'
import { ResultPanel } from '../result/ResultPanel'
import type { Viewer } from '../viewer/viewerStore'
import { SidePanel, type PanelTab } from './SidePanel'

interface PanelsProps {
  row: ComparisonRow
  viewer: Viewer
  machine: Machine
  sides: readonly (SideData | null)[]
  enhanced: boolean
  palette: PaletteName
  open: string | null
  onOpen: (name: string | null) => void
}

/** Everything beside the faces. */
export function Panels({ open, onOpen, ...props }: PanelsProps) {
  const { row, viewer, machine } = props
  const known = props.sides.every(side => side !== null)
  const { data: sight, error } = useSight(row.id)
  // A second opinion has a checklist and a conclusion of its own; a first one is made of the comparison's.
  const second = sight?.forming?.role === 'second' ? sight.forming : null
  const unknown = error ? <ErrorNote title="What may be shown is not known" error={error} /> : <Skeleton h={200} my="md" />
  const tabs: PanelTab[] = [
    { name: 'result', label: 'Result', icon: IconChartHistogram, content: row.blind ? sight ? <WithheldPanel row={row} sight={sight} onOpen={onOpen} onLocked={machine.keep} /> : unknown : <Result {...props} /> },
    { name: 'checklist', label: 'Checklist', icon: IconListCheck, content: <Padded>{second ? <OpinionChecklist key={second.id} opinion={second} /> : <ComparisonChecklist comparison={row.id} />}</Padded> },
    { name: 'annotations', label: 'Annotations', icon: IconTag, content: known ? <Padded><AnnotationPanel /></Padded> : null },
    {
      name: 'enhancement', label: 'Enhancement', icon: IconWand,
      // Its previews are computed: not before they are looked at.
      content: open === 'enhancement' && <Padded><EnhancementPanel row={row} shown={props.enhanced} onShow={enhanced => viewer.setLook({ enhanced })} /></Padded>
    },
    { name: 'conclusion', label: 'Conclusion', icon: IconGavel, content: <Padded>{second ? <OpinionConclusion key={second.id} opinion={second} /> : <ConclusionPanel comparison={row.id} provisional={row.blind} />}</Padded> },
    { name: 'opinions', label: 'Opinions', icon: IconUsers, content: <Padded>{sight ? <OpinionsPanel row={row} sight={sight} /> : unknown}</Padded> },
    { name: 'history', label: 'History', icon: IconHistory, content: row.blind ? <Padded><WithheldNote>Earlier runs and their scores are withheld until your opinion is locked.</WithheldNote></Padded> : <HistoryPanel comparison={row.id} shown={machine.run?.id ?? null} onShow={machine.show} /> }
  ]
  return <SidePanel tabs={tabs} open={open} onOpen={onOpen} />
}

const Padded = ({ children }: { children: ReactNode }) => <Box py="md">{children}</Box>

function Result({ row, viewer, machine, sides, enhanced, palette }: Omit<PanelsProps, 'open' | 'onOpen'>) {
  const { run, runError, threshold, job, keep, cancel } = machine
  if (runError) return <ErrorNote title="The run could not be read" error={toErrorData(runError)} />
  if (row.run === null) return <FirstRun job={job} sides={sides} onRun={keep} onCancel={cancel} />
  if (!run || threshold === null) return null
  return <ResultPanel row={row} viewer={viewer} machine={machine} run={run} threshold={threshold} enhanced={enhanced} colours={PALETTES[palette]} />
}
