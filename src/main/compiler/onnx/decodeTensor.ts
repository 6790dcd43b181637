import { inputError } from '../../../shared/errors'
import { dtypeOf } from './dtypes'
import { allocate, sizeOf, type Data, type DType, type Tensor } from './graph'
import type { Reader } from './wire'

export interface NamedTensor {
  name: string
  tensor: Tensor
}

interface Raw {
  name: string
  dims: number[]
  type: number
  raw: Uint8Array | undefined
  values: number[]
  external: boolean
}

/** Reads one TensorProto message that `reader` is positioned at. */
export function decodeTensor(reader: Reader): NamedTensor {
  const proto: Raw = { name: '', dims: [], type: 0, raw: undefined, values: [], external: false }
  reader.message({
    1: (r) => r.ints(proto.dims),
    2: (r) => void (proto.type = r.int()),
    4: (r) => r.floats(proto.values),
    5: (r) => r.ints(proto.values),
    7: (r) => r.ints(proto.values),
    8: (r) => void (proto.name = r.string()),
    9: (r) => void (proto.raw = r.bytes()),
    10: (r) => r.doubles(proto.values),
    11: (r) => r.ints(proto.values),
    13: (r) => void (r.bytes(), (proto.external = true)),
    14: (r) => void (proto.external ||= r.int() === 1)
  })
  return { name: proto.name, tensor: toTensor(proto) }
}

function toTensor(proto: Raw): Tensor {
  const where = `Tensor "${proto.name}"`
  if (proto.external)
    throw inputError('model.external-data', `${where} keeps its weights in a separate file (external data). Save the model as one self-contained .onnx file (onnx.save(..., save_as_external_data=False)).`)
  if (proto.dims.some((dim) => dim < 0 || !Number.isSafeInteger(dim))) throw inputError('model.tensor', `${where} has the impossible shape [${proto.dims.join(', ')}].`)
  const dtype = dtypeOf(proto.type, where)
  const length = sizeOf(proto.dims)
  const data = proto.raw === undefined ? fromValues(proto, dtype, length, where) : fromRaw(proto.type, proto.raw, length, where)
  return { dtype, dims: proto.dims, data }
}

function fromValues(proto: Raw, dtype: DType, length: number, where: string): Data {
  if (proto.values.length !== length)
    throw inputError('model.tensor', `${where} declares shape [${proto.dims.join(', ')}] but holds ${proto.values.length} values. The file is damaged; export the model again.`)
  const halves = proto.type === 10 || proto.type === 16
  const data = allocate(dtype, length)
  data.set(halves ? proto.values.map((bits) => (proto.type === 10 ? halfToFloat(bits) : bfloatToFloat(bits))) : proto.values)
  return data
}

const WIDTHS: Readonly<Record<number, number>> = { 1: 4, 2: 1, 3: 1, 4: 2, 5: 2, 6: 4, 7: 8, 9: 1, 10: 2, 11: 8, 12: 4, 13: 8, 16: 2 }

/** `raw_data`: little-endian, fixed width, as onnx.proto defines it. */
function fromRaw(type: number, raw: Uint8Array, length: number, where: string): Data {
  const width = WIDTHS[type] ?? 0
  if (raw.byteLength !== length * width)
    throw inputError('model.tensor', `${where} needs ${length * width} bytes of data but holds ${raw.byteLength}. The file is damaged; export the model again.`)
  // A copy: `raw` may lie unaligned, and Buffer.slice would share its memory.
  const bytes = new Uint8Array(raw).buffer
  switch (type) {
    case 1:
      return new Float32Array(bytes)
    case 2:
    case 9:
      return new Uint8Array(bytes)
    case 3:
      return new Int8Array(bytes)
    case 4:
      return Int32Array.from(new Uint16Array(bytes))
    case 5:
      return Int32Array.from(new Int16Array(bytes))
    case 6:
      return new Int32Array(bytes)
    case 7:
      return Float64Array.from(new BigInt64Array(bytes), Number)
    case 10:
      return Float32Array.from(new Uint16Array(bytes), halfToFloat)
    case 11:
      return Float32Array.from(new Float64Array(bytes))
    case 12:
      return Float64Array.from(new Uint32Array(bytes))
    case 13:
      return Float64Array.from(new BigUint64Array(bytes), Number)
    default:
      return Float32Array.from(new Uint16Array(bytes), bfloatToFloat)
  }
}

/** IEEE 754 binary16 bits to a number. */
function halfToFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction ? NaN : sign * Infinity
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}

const wide = new Float32Array(1)
const wideBits = new Uint32Array(wide.buffer)

function bfloatToFloat(bits: number): number {
  wideBits[0] = bits << 16
  return wide[0] ?? 0
}
