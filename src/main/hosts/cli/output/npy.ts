/**
 * A float32 array as a NumPy file, version 1.0, little-endian, row-major (numpy.lib.format): magic, header length,
 * a Python dict padded with spaces so that the data begin at a multiple of 64, data.
 */
export function toNpy(data: Float32Array, dims: readonly number[]): Buffer {
  const shape = dims.length === 1 ? `(${dims[0]},)` : `(${dims.join(', ')})`
  const dict = `{'descr': '<f4', 'fortran_order': False, 'shape': ${shape}, }`
  const header = `${dict.padEnd(Math.ceil((PREFIX + dict.length + 1) / 64) * 64 - PREFIX - 1)}\n`
  const prefix = Buffer.from([0x93, ...Buffer.from('NUMPY'), 1, 0, header.length & 255, header.length >> 8])
  return Buffer.concat([prefix, Buffer.from(header, 'latin1'), littleEndian(data)])
}

const PREFIX = 10

/** float32 values as bytes, least significant first whatever the machine. */
export function littleEndian(data: Float32Array): Buffer {
  const bytes = Buffer.alloc(data.length * 4)
  data.forEach((value, i) => bytes.writeFloatLE(value, i * 4))
  return bytes
}

export function fromLittleEndian(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4))
}
