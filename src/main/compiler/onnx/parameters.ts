/**
 * Static parameters: what an op needs to know when the graph is compiled, not when it runs.
 *
 * ONNX moved many of them from attributes to inputs (Slice at opset 10, Squeeze at 13, ReduceMean at 18 ...).
 * Inside the compiler they are always attributes under these names; reading turns constant inputs into attributes
 * and writing turns them back into the inputs that OPSET wants. So no rule ever sees an opset.
 */

/** The one opset that the compiler writes. */
export const OPSET = 21

export type ParameterKind = 'ints' | 'int' | 'floats' | 'float'

export interface Parameter {
  name: string
  kind: ParameterKind
  /** Input position at OPSET. */
  input: number
}

const at = (input: number, name: string, kind: ParameterKind): Parameter => ({ input, name, kind })
const axes = [at(1, 'axes', 'ints')]

const TABLE: Readonly<Record<string, readonly Parameter[]>> = {
  Clip: [at(1, 'min', 'float'), at(2, 'max', 'float')],
  ConstantOfShape: [at(0, 'shape', 'ints')],
  Dropout: [at(1, 'ratio', 'float'), at(2, 'training_mode', 'int')],
  Expand: [at(1, 'shape', 'ints')],
  Pad: [at(1, 'pads', 'ints'), at(2, 'value', 'float'), at(3, 'axes', 'ints')],
  ReduceL1: axes,
  ReduceL2: axes,
  ReduceLogSum: axes,
  ReduceLogSumExp: axes,
  ReduceMax: axes,
  ReduceMean: axes,
  ReduceMin: axes,
  ReduceProd: axes,
  ReduceSum: axes,
  ReduceSumSquare: axes,
  Reshape: [at(1, 'shape', 'ints')],
  Resize: [at(1, 'roi', 'floats'), at(2, 'scales', 'floats'), at(3, 'sizes', 'ints')],
  Slice: [at(1, 'starts', 'ints'), at(2, 'ends', 'ints'), at(3, 'axes', 'ints'), at(4, 'steps', 'ints')],
  Split: [at(1, 'split', 'ints')],
  Squeeze: axes,
  Tile: [at(1, 'repeats', 'ints')],
  Unsqueeze: axes,
  Upsample: [at(1, 'scales', 'floats')]
}

/** The parameters of a standard op in the input layout of `opset`; none for ops that have only data inputs. */
export function parametersOf(op: string, opset: number = OPSET): readonly Parameter[] {
  // Resize at opset 10 had (X, scales); roi came with 11.
  if (op === 'Resize' && opset < 11) return [at(1, 'scales', 'floats')]
  return TABLE[op] ?? []
}
