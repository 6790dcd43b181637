import type { FaceMaps } from '../../../shared/domain/caseComparison'

const ORDER = ['similar', 'dissimilar', 'combined'] as const

/** maps/<run>.f32: little-endian float32, a then b, each similar, dissimilar, combined. Its SHA-256 is the run's `mapsSha256`. */
export function mapsBytes(shown: { a: FaceMaps; b: FaceMaps }): Uint8Array {
  const maps = [shown.a, shown.b].flatMap(face => ORDER.map(which => face[which]))
  const view = new DataView(new ArrayBuffer(maps.reduce((sum, { length }) => sum + length * 4, 0)))
  let at = 0
  for (const map of maps) for (const value of map) view.setFloat32((at += 4) - 4, value, true)
  return new Uint8Array(view.buffer)
}

/** All six maps in one row, in the order of the file; null for bytes that can't be such. */
export function readMaps(bytes: Uint8Array): Float32Array | null {
  if (bytes.length % 24 !== 0) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(i * 4, true))
}
