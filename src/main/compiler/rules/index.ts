import type { RuleBook } from '../builder'
import type { OpRule } from '../rule'
import { rule as Add } from './Add'
import { rule as AveragePool } from './AveragePool'
import { rule as Cast } from './Cast'
import { rule as Concat } from './Concat'
import { rule as Constant } from './Constant'
import { rule as ConstantOfShape } from './ConstantOfShape'
import { rule as Conv } from './Conv'
import { rule as ConvTranspose } from './ConvTranspose'
import { rule as CumSum } from './CumSum'
import { rule as DepthToSpace } from './DepthToSpace'
import { rule as Expand } from './Expand'
import { rule as Flatten } from './Flatten'
import { rule as Gather } from './Gather'
import { rule as GatherElements } from './GatherElements'
import { rule as Gemm } from './Gemm'
import { rule as GlobalAveragePool } from './GlobalAveragePool'
import { rule as GlobalMaxPool } from './GlobalMaxPool'
import { rule as Identity } from './Identity'
import { rule as MatMul } from './MatMul'
import { rule as MaxPool } from './MaxPool'
import { rule as Mul } from './Mul'
import { rule as Pad } from './Pad'
import { rule as Range } from './Range'
import { rule as Relu } from './Relu'
import { rule as Reshape } from './Reshape'
import { rule as ScatterElements } from './ScatterElements'
import { rule as Shape } from './Shape'
import { rule as Size } from './Size'
import { rule as Slice } from './Slice'
import { rule as SpaceToDepth } from './SpaceToDepth'
import { rule as Split } from './Split'
import { rule as Squeeze } from './Squeeze'
import { rule as Tile } from './Tile'
import { rule as Transpose } from './Transpose'
import { rule as Unsqueeze } from './Unsqueeze'

/** Every rule there is; a new op is a new file and a line here. */
export const RULES: readonly OpRule[] = [
  Add,
  AveragePool,
  Cast,
  Concat,
  Constant,
  ConstantOfShape,
  Conv,
  ConvTranspose,
  CumSum,
  DepthToSpace,
  Expand,
  Flatten,
  Gather,
  GatherElements,
  Gemm,
  GlobalAveragePool,
  GlobalMaxPool,
  Identity,
  MatMul,
  MaxPool,
  Mul,
  Pad,
  Range,
  Relu,
  Reshape,
  ScatterElements,
  Shape,
  Size,
  Slice,
  SpaceToDepth,
  Split,
  Squeeze,
  Tile,
  Transpose,
  Unsqueeze
]

const book = new Map(RULES.map((rule) => [`${rule.domain ?? ''}:${rule.op}`, rule]))

export const rules: RuleBook = (op, domain) => book.get(`${domain}:${op}`)
