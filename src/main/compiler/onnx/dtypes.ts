import { inputError } from '../../../shared/errors'
import type { DType } from './graph'

/** ONNX TensorProto.DataType numbers (onnx.proto) and what Vidimus keeps them as. */
const KEPT: Readonly<Record<number, DType>> = {
  1: 'float32',
  2: 'uint8',
  3: 'int8',
  4: 'int32', // uint16
  5: 'int32', // int16
  6: 'int32',
  7: 'int64',
  9: 'bool',
  10: 'float32', // float16: widened, so that every backward pass runs in float32
  11: 'float32', // float64: narrowed; face models hold it only in stray constants
  12: 'int64', // uint32
  13: 'int64', // uint64
  16: 'float32' // bfloat16
}

const NUMBERS: Readonly<Record<DType, number>> = { float32: 1, uint8: 2, int8: 3, int32: 6, int64: 7, bool: 9, float64: 11 }

export function dtypeOf(number: number, where: string): DType {
  const dtype = KEPT[number]
  if (dtype === undefined)
    throw inputError('model.dtype', `${where} has ONNX data type ${number}, which Vidimus can't read (text, complex and 4/8-bit floats are outside its scope). Export the model in float32.`)
  return dtype
}

/** The inverse of numberOf, for nodes that the compiler itself wrote. */
export function ownDtype(number: number): DType {
  const found = Object.entries(NUMBERS).find(([, own]) => own === number)
  if (found === undefined) throw new Error(`the compiler has no data type ${number}`)
  return found[0] as DType
}

export const numberOf = (dtype: DType): number => NUMBERS[dtype]
