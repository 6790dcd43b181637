import type { RuleBook } from '../builder'
import type { OpRule } from '../rule'
import { rule as Abs } from './Abs'
import { rule as Add } from './Add'
import { rule as And } from './And'
import { rule as ArgMax } from './ArgMax'
import { rule as ArgMin } from './ArgMin'
import { rule as Attention } from './Attention'
import { rule as AveragePool } from './AveragePool'
import { rule as BatchNormalization } from './BatchNormalization'
import { rule as Cast } from './Cast'
import { rule as CastLike } from './CastLike'
import { rule as Ceil } from './Ceil'
import { rule as Celu } from './Celu'
import { rule as Clip } from './Clip'
import { rule as Concat } from './Concat'
import { rule as Constant } from './Constant'
import { rule as ConstantOfShape } from './ConstantOfShape'
import { rule as Conv } from './Conv'
import { rule as ConvTranspose } from './ConvTranspose'
import { rule as Cos } from './Cos'
import { rule as CumSum } from './CumSum'
import { rule as DepthToSpace } from './DepthToSpace'
import { rule as Div } from './Div'
import { rule as Dropout } from './Dropout'
import { rule as Einsum } from './Einsum'
import { rule as Elu } from './Elu'
import { rule as Equal } from './Equal'
import { rule as Erf } from './Erf'
import { rule as Exp } from './Exp'
import { rule as Expand } from './Expand'
import { rule as Flatten } from './Flatten'
import { rule as Floor } from './Floor'
import { rule as Gather } from './Gather'
import { rule as GatherElements } from './GatherElements'
import { rule as Gelu } from './Gelu'
import { rule as Gemm } from './Gemm'
import { rule as GlobalAveragePool } from './GlobalAveragePool'
import { rule as GlobalMaxPool } from './GlobalMaxPool'
import { rule as Greater } from './Greater'
import { rule as GreaterOrEqual } from './GreaterOrEqual'
import { rule as GroupNormalization } from './GroupNormalization'
import { rule as HardSigmoid } from './HardSigmoid'
import { rule as HardSwish } from './HardSwish'
import { rule as Identity } from './Identity'
import { rule as If } from './If'
import { rule as InstanceNormalization } from './InstanceNormalization'
import { rule as IsNaN } from './IsNaN'
import { rule as LRN } from './LRN'
import { rule as LayerNormalization } from './LayerNormalization'
import { rule as LeakyRelu } from './LeakyRelu'
import { rule as Less } from './Less'
import { rule as LessOrEqual } from './LessOrEqual'
import { rule as Log } from './Log'
import { rule as LogSoftmax } from './LogSoftmax'
import { rule as LpNormalization } from './LpNormalization'
import { rule as MatMul } from './MatMul'
import { rule as Max } from './Max'
import { rule as MaxPool } from './MaxPool'
import { rule as Mean } from './Mean'
import { rule as MeanVarianceNormalization } from './MeanVarianceNormalization'
import { rule as Min } from './Min'
import { rule as Mish } from './Mish'
import { rule as Mod } from './Mod'
import { rule as Mul } from './Mul'
import { rule as Neg } from './Neg'
import { rule as Not } from './Not'
import { rule as Or } from './Or'
import { rule as PRelu } from './PRelu'
import { rule as Pad } from './Pad'
import { rule as Pow } from './Pow'
import { rule as RMSNormalization } from './RMSNormalization'
import { rule as Range } from './Range'
import { rule as Reciprocal } from './Reciprocal'
import { rule as ReduceL1 } from './ReduceL1'
import { rule as ReduceL2 } from './ReduceL2'
import { rule as ReduceLogSum } from './ReduceLogSum'
import { rule as ReduceLogSumExp } from './ReduceLogSumExp'
import { rule as ReduceMax } from './ReduceMax'
import { rule as ReduceMean } from './ReduceMean'
import { rule as ReduceMin } from './ReduceMin'
import { rule as ReduceProd } from './ReduceProd'
import { rule as ReduceSum } from './ReduceSum'
import { rule as ReduceSumSquare } from './ReduceSumSquare'
import { rule as Relu } from './Relu'
import { rule as Reshape } from './Reshape'
import { rule as Resize } from './Resize'
import { rule as Round } from './Round'
import { rule as ScatterElements } from './ScatterElements'
import { rule as Selu } from './Selu'
import { rule as Shape } from './Shape'
import { rule as Sigmoid } from './Sigmoid'
import { rule as Sign } from './Sign'
import { rule as Sin } from './Sin'
import { rule as Size } from './Size'
import { rule as Slice } from './Slice'
import { rule as Softmax } from './Softmax'
import { rule as Softplus } from './Softplus'
import { rule as Softsign } from './Softsign'
import { rule as SpaceToDepth } from './SpaceToDepth'
import { rule as Split } from './Split'
import { rule as Sqrt } from './Sqrt'
import { rule as Squeeze } from './Squeeze'
import { rule as Sub } from './Sub'
import { rule as Sum } from './Sum'
import { rule as Swish } from './Swish'
import { rule as Tanh } from './Tanh'
import { rule as ThresholdedRelu } from './ThresholdedRelu'
import { rule as Tile } from './Tile'
import { rule as Transpose } from './Transpose'
import { rule as Unsqueeze } from './Unsqueeze'
import { rule as Upsample } from './Upsample'
import { rule as Where } from './Where'
import { rule as Xor } from './Xor'

/** Every rule there is; a new op is a new file and a line here. */
export const RULES: readonly OpRule[] = [
  Abs,
  Add,
  And,
  ArgMax,
  ArgMin,
  Attention,
  AveragePool,
  BatchNormalization,
  Cast,
  CastLike,
  Ceil,
  Celu,
  Clip,
  Concat,
  Constant,
  ConstantOfShape,
  Conv,
  ConvTranspose,
  Cos,
  CumSum,
  DepthToSpace,
  Div,
  Dropout,
  Einsum,
  Elu,
  Equal,
  Erf,
  Exp,
  Expand,
  Flatten,
  Floor,
  Gather,
  GatherElements,
  Gelu,
  Gemm,
  GlobalAveragePool,
  GlobalMaxPool,
  Greater,
  GreaterOrEqual,
  GroupNormalization,
  HardSigmoid,
  HardSwish,
  Identity,
  If,
  InstanceNormalization,
  IsNaN,
  LRN,
  LayerNormalization,
  LeakyRelu,
  Less,
  LessOrEqual,
  Log,
  LogSoftmax,
  LpNormalization,
  MatMul,
  Max,
  MaxPool,
  Mean,
  MeanVarianceNormalization,
  Min,
  Mish,
  Mod,
  Mul,
  Neg,
  Not,
  Or,
  PRelu,
  Pad,
  Pow,
  RMSNormalization,
  Range,
  Reciprocal,
  ReduceL1,
  ReduceL2,
  ReduceLogSum,
  ReduceLogSumExp,
  ReduceMax,
  ReduceMean,
  ReduceMin,
  ReduceProd,
  ReduceSum,
  ReduceSumSquare,
  Relu,
  Reshape,
  Resize,
  Round,
  ScatterElements,
  Selu,
  Shape,
  Sigmoid,
  Sign,
  Sin,
  Size,
  Slice,
  Softmax,
  Softplus,
  Softsign,
  SpaceToDepth,
  Split,
  Sqrt,
  Squeeze,
  Sub,
  Sum,
  Swish,
  Tanh,
  ThresholdedRelu,
  Tile,
  Transpose,
  Unsqueeze,
  Upsample,
  Where,
  Xor
]

const book = new Map(RULES.map((rule) => [`${rule.domain ?? ''}:${rule.op}`, rule]))

export const rules: RuleBook = (op, domain) => book.get(`${domain}:${op}`)
