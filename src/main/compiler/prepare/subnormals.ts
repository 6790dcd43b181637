import type { Tensor } from '../onnx/graph'

/**
 * Flushes subnormal float32 weights (magnitude below 2^-126) to zero, in place, and returns how many there were.
 * They carry no information, but each costs the CPU a hundred cycles wherever it is multiplied; the default model
 * holds thousands.
 */
export function flushSubnormals(weights: Iterable<Tensor>): number {
  let flushed = 0
  for (const { dtype, data } of weights) if (dtype === 'float32') flushed += flush(data as Float32Array)
  return flushed
}

function flush(data: Float32Array): number {
  const bits = new Uint32Array(data.buffer, data.byteOffset, data.length)
  let flushed = 0
  for (let i = 0; i < bits.length; i++) {
    const magnitude = (bits[i] ?? 0) & 0x7fffffff
    if (magnitude !== 0 && magnitude < 0x00800000) {
      bits[i] = 0
      flushed++
    }
  }
  return flushed
}
