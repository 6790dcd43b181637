import { Skeleton } from '@mantine/core'
import { useEffect } from 'react'
import { useCall } from '../../client'
import { ErrorNote } from '../../ui/ErrorNote'
import { Screen } from '../../ui/Screen'
import { learn } from './drafts'
import { FaceEditor } from './FaceEditor'
import { UnreadablePhoto } from './UnreadablePhoto'

interface Props {
  caseId: string
  exhibit: string
  /** The face to begin with. */
  face: string | undefined
}

/** The faces of one exhibit: chosen, marked, their points corrected. */
export function FaceScreen({ caseId, exhibit: id, face }: Props) {
  const { data: exhibit, error } = useCall('exhibit.get', { id })
  useEffect(() => {
    if (exhibit) learn(exhibit.faces)
  }, [exhibit])
  if (error) return <Screen title="Exhibit"><ErrorNote title="The exhibit could not be opened" error={error} /></Screen>
  if (!exhibit) return <Screen title="Exhibit"><Skeleton h="70dvh" aria-label="The exhibit is being loaded" /></Screen>
  if (!exhibit.photo) return <UnreadablePhoto caseId={caseId} exhibit={exhibit} />
  return <FaceEditor caseId={caseId} exhibit={exhibit} photo={exhibit.photo} asked={face} />
}
