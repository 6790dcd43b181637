import type { RuleBook } from '../builder'
import type { OpRule } from '../rule'
import { rule as Add } from './Add'
import { rule as Cast } from './Cast'
import { rule as Concat } from './Concat'
import { rule as Constant } from './Constant'
import { rule as ConstantOfShape } from './ConstantOfShape'
import { rule as Conv } from './Conv'
import { rule as ConvTranspose } from './ConvTranspose'
import { rule as DepthToSpace } from './DepthToSpace'
import { rule as Flatten } from './Flatten'
import { rule as GatherElements } from './GatherElements'
import { rule as Gemm } from './Gemm'
import { rule as GlobalAveragePool } from './GlobalAveragePool'
import { rule as GlobalMaxPool } from './GlobalMaxPool'
import { rule as Identity } from './Identity'
import { rule as MatMul } from './MatMul'
import { rule as MaxPool } from './MaxPool'
import { rule as Mul } from './Mul'
import { rule as Pad } from './Pad'
import { rule as Relu } from './Relu'
import { rule as Reshape } from './Reshape'
import { rule as ScatterElements } from './ScatterElements'
import { rule as Slice } from './Slice'
import { rule as SpaceToDepth } from './SpaceToDepth'
import { rule as Transpose } from './Transpose'

/** Every rule there is; a new op is a new file and a line here. */
export const RULES: readonly OpRule[] = [
  Add,
  Cast,
  Concat,
  Constant,
  ConstantOfShape,
  Conv,
  ConvTranspose,
  DepthToSpace,
  Flatten,
  GatherElements,
  Gemm,
  GlobalAveragePool,
  GlobalMaxPool,
  Identity,
  MatMul,
  MaxPool,
  Mul,
  Pad,
  Relu,
  Reshape,
  ScatterElements,
  Slice,
  SpaceToDepth,
  Transpose
]

const book = new Map(RULES.map((rule) => [`${rule.domain ?? ''}:${rule.op}`, rule]))

export const rules: RuleBook = (op, domain) => book.get(`${domain}:${op}`)
