import { Button, Tabs, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconPointer } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Exhibit, PhotoFacts } from '../../../../shared/domain/exhibit'
import type { MarkedFace } from '../../../../shared/domain/markedFace'
import { useHold } from '../../data/hold'
import { toExhibit } from '../../routes'
import { ErrorNote } from '../../ui/ErrorNote'
import { AnalysisNote } from './AnalysisNote'
import { EditorHead } from './EditorHead'
import { ExhibitFacts } from './ExhibitFacts'
import { FacePanel } from './FacePanel'
import { FaceStrip } from './FaceStrip'
import classes from './faces.module.css'
import { PlacingGuide, PlacingPanel } from './PlacingGuide'
import { PhotoStage } from './stage/PhotoStage'
import type { PhotoSource } from './stage/source'
import { grown, usePhotoView } from './stage/usePhotoView'
import { usePhotoSource } from './stage/usePhotoSource'
import { usePlacing } from './usePlacing'
import { usePointEdits, type PointEdits } from './usePointEdits'

interface Props {
  caseId: string
  exhibit: Exhibit
  photo: PhotoFacts
  asked: string | undefined
}

/** The photo with its faces, and beside it all about the chosen one. */
export function FaceEditor({ caseId, exhibit, photo, asked }: Props) {
  const [, navigate] = useLocation()
  const hold = useHold()
  const choose = (id: string | undefined): void => navigate(toExhibit(caseId, exhibit.id, id), { replace: true })
  const face = exhibit.faces.find(({ id }) => id === asked) ?? null
  const edits = usePointEdits(face, photo)
  const { placing, begin } = usePlacing(exhibit.id, photo, choose)
  const source = usePhotoSource(exhibit.id, photo, face)
  const target = useMemo(() => face && grown(face.box, 1.5), [face])
  const view = usePhotoView(photo, placing ? null : target, placing ? 'placing' : (face?.id ?? 'photo'))
  useHotkeys([['mod+S', () => edits?.dirty && hold === null && edits.save()], ['Escape', () => placing?.cancel()]])
  return (
    <div className={classes.screen}>
      <EditorHead caseId={caseId} exhibit={exhibit}>
        <Button size="xs" variant="default" leftSection={<IconPointer size={15} aria-hidden />} disabled={placing !== null || exhibit.evidence.state === 'failed' || hold !== null} title={hold ?? undefined} onClick={begin}>Set a face by hand</Button>
      </EditorHead>
      <section className={classes.work} aria-label="Photo and faces">
        <AnalysisNote exhibit={exhibit} onPlace={begin} />
        {source.error && <ErrorNote title="The photo could not be shown" error={source.error} />}
        <PhotoStage
          view={view}
          source={source.layers}
          loading={source.loading}
          faces={exhibit.faces}
          chosen={placing ? null : (face?.id ?? null)}
          onChoose={choose}
          points={placing?.points ?? edits?.points ?? {}}
          automatic={placing ? null : (face?.automatic ?? null)}
          onMove={(key, to) => hold === null && (placing ?? edits)?.move(key, to)}
          onMoved={(key, from, to) => hold === null && (placing ?? edits)?.moved(key, from, to)}
          onPlace={placing?.next ? placing.place : null}
        >
          {placing && <PlacingGuide placing={placing} />}
        </PhotoStage>
        {exhibit.faces.length > 0 && <FaceStrip faces={exhibit.faces} chosen={face?.id ?? null} onChoose={choose} />}
      </section>
      <aside className={classes.aside} aria-label="Chosen face and exhibit" tabIndex={0}>
        {placing ? <PlacingPanel placing={placing} source={source.layers} /> : <Beside caseId={caseId} exhibit={exhibit} face={face} edits={edits} source={source.layers} onRemoved={() => choose(undefined)} />}
      </aside>
    </div>
  )
}

interface BesideProps {
  caseId: string
  exhibit: Exhibit
  face: MarkedFace | null
  edits: PointEdits | null
  source: PhotoSource
  onRemoved: () => void
}

function Beside({ exhibit, face, edits, ...rest }: BesideProps) {
  const [tab, setTab] = useState<string | null>('face')
  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false}>
      <Tabs.List px="sm" className={classes.tabs}>
        <Tabs.Tab value="face">Face</Tabs.Tab>
        <Tabs.Tab value="exhibit">Exhibit</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="face">{face && edits ? <FacePanel key={face.id} face={face} edits={edits} {...rest} /> : <Unchosen count={exhibit.faces.length} />}</Tabs.Panel>
      <Tabs.Panel value="exhibit"><ExhibitFacts exhibit={exhibit} /></Tabs.Panel>
    </Tabs>
  )
}

const Unchosen = ({ count }: { count: number }) => (
  <Text size="sm" c="dimmed" p="md">
    {count === 0 ? 'No face is set on this photo. Set one by hand above.' : 'Choose a face: press its box on the photo, or its name below it.'}
  </Text>
)
