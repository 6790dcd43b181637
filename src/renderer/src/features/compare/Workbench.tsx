import { Loader } from '@mantine/core'
import { useMemo, useState, type ReactNode } from 'react'
import type { ComparisonRow } from '../../../../shared/domain/caseComparison'
import { useCall } from '../../client'
import { rescaled } from '../../overlay/paint'
import { ErrorNote } from '../../ui/ErrorNote'
import { AnnotationLayer } from '../annotations/AnnotationLayer'
import { AnnotationsProvider } from '../annotations/context'
import { ClosedBanner } from '../case/ClosedBanner'
import { CompareHeader } from './CompareHeader'
import { useMachine } from './data/useMachine'
import type { SideData, SideState } from './data/useSide'
import { useSides } from './data/useSides'
import { EvidenceBlocked } from './EvidenceBlocked'
import { ShortcutHelp } from './ShortcutHelp'
import { SignedBanner } from './SignedBanner'
import { shortcutGroups, useShortcuts } from './shortcuts'
import { Panels } from './side/Panels'
import { useOpenPanel } from './side/useOpenPanel'
import { useStore } from './store'
import { summaryOf } from './summary'
import { LayerBar } from './toolbar/LayerBar'
import { ModeSetting } from './toolbar/ModeGroup'
import { Toolbar } from './toolbar/Toolbar'
import { useCharacterKeys } from './toolbar/useKeyHint'
import { SIDES, type PaneLayer } from './viewer/layers'
import { Panes } from './viewer/Panes'
import { ReadOut } from './viewer/ReadOut'
import { createViewer, type Viewer } from './viewer/viewerStore'
import classes from './compare.module.css'

const ANNOTATED: readonly PaneLayer[] = [AnnotationLayer]
const PLAIN: readonly PaneLayer[] = []

/** The workplace for one comparison: both faces, and around them all that is asked and said about them. */
export function Workbench({ row }: { row: ComparisonRow }) {
  const [viewer] = useState(createViewer)
  const look = useStore(viewer, state => state.look)
  const { data: settings } = useCall('settings.get', {})
  const { sides, canEnhance, enhanced, steps } = useSides(row, look.enhanced)
  const { a, b } = { a: sides.a.data, b: sides.b.data }
  const machine = useMachine({ row, sides: { a, b }, enhanced, explainer: look.explainer, steps })
  const { run, threshold, computing } = machine
  const { explanation } = machine.live

  const [open, setOpen, togglePanel] = useOpenPanel()
  const [helps, setHelps] = useState(false)
  const groups = useMemo(() => shortcutGroups({ viewer, togglePanel, help: () => setHelps(true) }), [viewer, togglePanel, setHelps])
  useShortcuts(groups, useCharacterKeys())

  const palette = look.palette ?? settings?.palette ?? 'paper'
  const opacity = look.opacity ?? settings?.opacity ?? 0.8
  const maps = useMemo(() => explanation && { a: explanation.a, b: explanation.b, explainer: explanation.explainer, scale: rescaled(explanation.scale, palette, opacity) }, [explanation, palette, opacity])

  const failed = [a, b].flatMap(side => (side?.exhibit.evidence.state === 'failed' ? [side.exhibit] : []))
  if (failed.length > 0) return <EvidenceBlocked caseId={row.case} exhibits={failed} />
  return (
    <div className={classes.screen}>
      <div>
        <CompareHeader row={row} onHelp={() => setHelps(true)} />
        <ClosedBanner caseId={row.case} />
        <SignedBanner row={row} />
      </div>
      <Annotated row={row} viewer={viewer} a={a} b={b}>
        <div className={classes.viewer}>
          <Toolbar viewer={viewer} toCrop={{ a: a?.pictures.toCrop ?? null, b: b?.pictures.toCrop ?? null }} canEnhance={canEnhance} />
          <div className={classes.stage}>
            {a && b ? (
              <Panes viewer={viewer} sides={{ a, b }} maps={maps} computing={computing} layers={look.annotations ? ANNOTATED : PLAIN} summary={row.blind ? 'The result is withheld.' : summaryOf(run, threshold, explanation)} />
            ) : (
              <Waiting sides={SIDES.map(side => sides[side])} />
            )}
            <ModeSetting viewer={viewer} />
          </div>
          <LayerBar viewer={viewer} scale={maps?.scale ?? null} waiting={run === undefined ? null : machine.live} palette={palette} opacity={opacity} blind={row.blind} />
          <ReadOut viewer={viewer} sides={{ a: a && { pictures: a.pictures, maps: explanation?.a ?? null }, b: b && { pictures: b.pictures, maps: explanation?.b ?? null } }} stale={computing !== null} />
        </div>
        <Panels row={row} viewer={viewer} machine={machine} sides={[a, b]} enhanced={enhanced} palette={palette} open={open} onOpen={setOpen} />
      </Annotated>
      <ShortcutHelp groups={groups} opened={helps} onClose={() => setHelps(false)} />
    </div>
  )
}

interface AnnotatedProps {
  row: ComparisonRow
  viewer: Viewer
  a: SideData | null
  b: SideData | null
  children: ReactNode
}

/** Panes and panels share the annotations; before both faces are known they have no places. */
function Annotated({ row, viewer, a, b, children }: AnnotatedProps) {
  const [ofA, ofB] = [a?.pictures.toCrop, b?.pictures.toCrop]
  const alignment = useMemo(() => (ofA && ofB ? { a: ofA, b: ofB } : null), [ofA, ofB])
  const body = <div className={classes.body}>{children}</div>
  if (!alignment) return body
  return (
    <AnnotationsProvider comparison={row.id} alignment={alignment} onJump={viewer.lookAt}>
      {body}
    </AnnotationsProvider>
  )
}

function Waiting({ sides }: { sides: readonly SideState[] }) {
  const error = sides.find(side => side.error)?.error
  return <div className={classes.placeholder}>{error ? <ErrorNote title="A photo could not be shown" error={error} /> : <Loader aria-label="The photos are being opened" />}</div>
}
