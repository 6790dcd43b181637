import type { ComparisonRow } from '../../../../../shared/domain/caseComparison'
import type { EnhancementSteps } from '../../../../../shared/domain/enhancement'
import { useCall } from '../../../client'
import type { Side } from '../viewer/layers'
import { useSide, type SideState } from './useSide'

const NO_STEPS: EnhancementSteps = []

interface Sides {
  sides: Record<Side, SideState>
  /** Whether there are steps that make enhanced copies. */
  canEnhance: boolean
  /** Whether the copies are what is shown. */
  enhanced: boolean
  /** The steps as text. */
  steps: string
}

/** The two faces with their pictures. @param wantsEnhanced the enhanced copies, where there are any, in place of the photos */
export function useSides(row: ComparisonRow, wantsEnhanced: boolean): Sides {
  const { data } = useCall('enhancement.get', { comparison: row.id })
  const canEnhance = data !== undefined && data.a.length + data.b.length > 0
  const enhanced = wantsEnhanced && canEnhance
  const a = useSide({ exhibit: row.a.exhibit, face: row.faceA, steps: enhanced ? data.a : NO_STEPS })
  const b = useSide({ exhibit: row.b.exhibit, face: row.faceB, steps: enhanced ? data.b : NO_STEPS })
  return { sides: { a, b }, canEnhance, enhanced, steps: JSON.stringify(data ?? null) }
}
