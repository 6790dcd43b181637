import { useSessionStorage } from '@mantine/hooks'

export type Side = 'a' | 'b'

/** A face on its way into a comparison. */
export interface PickedFace {
  face: string
  exhibit: string
}

export type Pair = Record<Side, PickedFace | null>

const EMPTY: Pair = { a: null, b: null }

interface PairControl {
  pair: Pair
  pick: (side: Side, face: PickedFace | null) => void
  swap: () => void
  clear: () => void
}

/** The two faces chosen for the next comparison of a case; they stay while the window is open. */
export function usePair(caseId: string): PairControl {
  const [pair, setPair] = useSessionStorage<Pair>({ key: `pair.${caseId}`, defaultValue: EMPTY, getInitialValueInEffect: false })
  return {
    pair,
    pick: (side, face) => setPair({ ...pair, [side]: face }),
    swap: () => setPair({ a: pair.b, b: pair.a }),
    clear: () => setPair(EMPTY)
  }
}
