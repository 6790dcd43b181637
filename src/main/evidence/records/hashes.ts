/**
 * Hashes that rows of the log hold in place of what is too long for them. Each is SHA-256 over the canonical JSON of the value
 * as JSON keeps it.
 */
import { createHash } from 'node:crypto'
import type { MarkedFace } from '../../../shared/domain/markedFace'
import { canonicalJson } from '../canonicalJson'

export const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(JSON.parse(JSON.stringify(value)))).digest('hex')

/** Over what the detector gave of a face, or what stands for it in a face set by hand. */
export const foundHash = ({ box, score, points68, automatic }: Pick<MarkedFace, 'box' | 'score' | 'points68' | 'automatic'>): string => hashOf({ box, score, points68, automatic })

/** How the log names a face after a search for faces: in the order of the faces, which is their number. */
export const loggedFace = (face: MarkedFace): LoggedFace => ({ id: face.id, index: face.index, sha256: foundHash(face), quality: hashOf(face.quality) })

export interface LoggedFace {
  id: string
  index: number
  sha256: string
  quality: string
}
