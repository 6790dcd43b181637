import { Skeleton, Text } from '@mantine/core'
import type { ConclusionDraft } from '../../../../shared/domain/conclusion'
import type { Opinion } from '../../../../shared/domain/opinion'
import { useCall } from '../../client'
import { ConclusionFields } from '../conclusion/ConclusionFields'
import { ConclusionFrame } from '../conclusion/ConclusionFrame'
import { SaveNote } from '../panels/SaveNote'
import { useSaver } from '../panels/useSaver'
import { useOpinionConclusion } from './useSight'

/** The conclusion of the independent opinion that is being formed: stored as it is written, until it is locked. */
export function OpinionConclusion({ opinion }: { opinion: Opinion }) {
  const { data: settings } = useCall('settings.get', {})
  const { value, state, choose, type, leave } = useSaver<ConclusionDraft>(opinion.conclusion, useOpinionConclusion(opinion))
  return (
    <ConclusionFrame title="Your independent conclusion" hint="Stored as you write. Nobody else sees it before you lock it, and you see nobody else’s.">
      {settings ? <ConclusionFields draft={value} scale={settings.scale} onLevel={level => choose({ level })} onType={type} onLeave={leave} /> : <Skeleton h={240} />}
      <SaveNote state={state} onRetry={leave} />
      <Text size="xs" c="dimmed">{`Recorded under ${opinion.by}.`}</Text>
    </ConclusionFrame>
  )
}
