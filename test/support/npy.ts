/** A float32 NumPy file as its header says it is. */
export function readNpy(bytes: Buffer): { dims: number[]; data: Float32Array } {
  if (bytes.subarray(0, 8).toString('latin1') !== '\x93NUMPY\x01\0') throw new Error('not a NumPy file of version 1.0')
  const start = 10 + bytes.readUInt16LE(8)
  const header = bytes.subarray(10, start).toString('latin1')
  const match = /^\{'descr': '<f4', 'fortran_order': False, 'shape': \(([\d, ]+)\), \} *\n$/.exec(header)
  if (!match || start % 64 !== 0) throw new Error(`odd header: ${header}`)
  const dims = match[1]!.split(',').filter((text) => text.trim() !== '').map(Number)
  return { dims, data: new Float32Array(new Uint8Array(bytes.subarray(start)).buffer) }
}
