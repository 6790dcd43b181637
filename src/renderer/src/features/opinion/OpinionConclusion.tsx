import { Skeleton, Text } from '@mantine/core'
import type { ConclusionDraft } from '../../../../shared/domain/conclusion'
import type { Opinion } from '../../../../shared/domain/opinion'
import { useCall } from '../../client'
import { ConclusionFields } from '../conclusion/ConclusionFields'
import { ConclusionFrame } from '../conclusion/ConclusionFrame'
import { SaveNote } from '../panels/SaveNote'
import { Theirs } from '../panels/Theirs'
import { useSaver } from '../panels/useSaver'
import { useOpinionConclusion } from './useSight'

/** The conclusion of the independent opinion that is being formed: stored as it is written, until it is locked. */
export function OpinionConclusion({ opinion }: { opinion: Opinion }) {
  const { data: settings } = useCall('settings.get', {})
  const edited = useSaver<ConclusionDraft>(opinion.conclusion, useOpinionConclusion(opinion))
  const { value, state, choose, type, leave } = edited
  return (
    <ConclusionFrame title="Your independent conclusion" hint="Stored as you write. Nobody else sees it before you lock it, and you see nobody else’s.">
      {settings ? <ConclusionFields draft={value} scale={settings.scale} onLevel={level => choose({ level })} onType={type} onLeave={leave} /> : <Skeleton h={240} />}
      {(['same', 'different', 'rationale'] as const).map(field => (
        <Theirs key={field} edited={edited} field={field} />
      ))}
      <SaveNote state={state} onRetry={leave} />
      <Text size="xs" c="dimmed">{`Recorded under ${opinion.by}.`}</Text>
    </ConclusionFrame>
  )
}
