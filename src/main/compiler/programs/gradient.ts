import type { RuleBook, Style } from '../builder'
import { layOut, type FaceModel } from '../faceModel'
import { backward } from '../walk'
import { exactForward, hasKinks } from '../prepare/exact'
import { finish, type Program } from './program'

/**
 * The vector-Jacobian product of a model: inputs `images` (of shape `dims`) and `cotangent` (w, of the output's shape), outputs `y` and
 * `gx` = d(sum w * y)/dx. `exact` runs the forward pass in float64 (prepare/exact.ts).
 */
export function gradientProgram(model: FaceModel, dims: readonly number[], rules: RuleBook, options: { output?: string; style?: Style; exact?: boolean } = {}): Program & { outputDims: readonly number[] } {
  const output = options.output ?? model.embedding.name
  const { b, value } = layOut(model, dims, [output], rules, options.style)
  const x = value(model.input.name)
  const y = value(output)
  const forward = [...b.nodes]
  const w = b.input('cotangent', b.type(y))
  const gx = backward(b, forward, new Map([[y, w]]), [x], rules).get(x) ?? ''
  if (options.exact === true && hasKinks(forward)) exactForward(b, forward)
  return { ...finish(b, 'vidimus gradient', [x, w], { y, gx }, rules), outputDims: b.dims(y) }
}
