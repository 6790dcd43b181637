import { useLocation } from 'wouter'
import { useAct } from '../../../client'
import { toComparison } from '../../../routes'
import { usePair } from './usePair'

interface ComparePair {
  /** Makes the comparison of the two chosen faces and opens it; null while they are not two different faces. */
  compare: (() => void) | null
  busy: boolean
}

export function useComparePair(caseId: string): ComparePair {
  const { pair, clear } = usePair(caseId)
  const { mutate, isPending } = useAct('comparison.create')
  const [, navigate] = useLocation()
  const { a, b } = pair
  if (a === null || b === null || a.face === b.face) return { compare: null, busy: false }
  const compare = (): void =>
    mutate(
      { case: caseId, faceA: a.face, faceB: b.face },
      {
        onSuccess: ({ id }) => {
          clear()
          navigate(toComparison(caseId, id))
        }
      }
    )
  return { compare, busy: isPending }
}
