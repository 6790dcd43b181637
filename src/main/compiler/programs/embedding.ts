import { int, ints } from '../onnx/attrs'
import type { RuleBook, Style } from '../builder'
import { imageDims, layOut, type FaceModel } from '../faceModel'
import { finish, type Program } from './program'

/**
 * The forward pass alone for `batch` images: input `images`, output `embeddings` [batch, N] of unit length. In the
 * plain style this is the model as it came, less its subnormal weights and its baked batch size.
 */
export function embeddingProgram(model: FaceModel, batch: number, rules: RuleBook, style?: Style): Program {
  const { b, value } = layOut(model, imageDims(model, batch), [model.embedding.name], rules, style)
  const raw = b.reshape(value(model.embedding.name), [batch, model.embedding.size])
  const embeddings = b.div(raw, b.op('ReduceL2', [raw], { axes: ints([1]), keepdims: int(1) }))
  return finish(b, 'vidimus embedding', [value(model.input.name)], { embeddings }, rules)
}
