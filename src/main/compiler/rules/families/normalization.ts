import { inputError } from '../../../../shared/errors'
import type { Builder } from '../../builder'
import { describe, type Node, type TensorType } from '../../onnx/graph'
import type { TypeCall } from '../../rule'
import { meanOver } from './reduction'

/** x without its mean and spread over some axes: xhat = (x - mean) r, r = 1 / sqrt(var + epsilon). */
export interface Normalized {
  xhat: string
  r: string
  axes: readonly number[]
}

/** The backward pass needs xhat again; ONNX Runtime's fused ops keep it to themselves. */
export function normalize(b: Builder, x: string, axes: readonly number[], epsilon: number): Normalized {
  const centred = b.sub(x, meanOver(b, x, axes))
  const r = inverseRoot(b, b.add(meanOver(b, b.mul(centred, centred), axes), b.scalar(epsilon)))
  return { xhat: b.mul(centred, r), r, axes }
}

/** The cotangent of x from that of xhat: r (g - mean(g) - xhat mean(g xhat)). */
export function pullNormalized(b: Builder, g: string, { xhat, r, axes }: Normalized): string {
  const along = b.mul(xhat, meanOver(b, b.mul(g, xhat), axes))
  return b.mul(r, b.sub(b.sub(g, meanOver(b, g, axes)), along))
}

export const inverseRoot = (b: Builder, x: string): string => b.op('Reciprocal', [b.op('Sqrt', [x])])

/** One value a channel, shaped to broadcast against [N, C, ...]. */
export const perChannel = (b: Builder, values: string, rank: number): string => b.reshape(values, [b.dims(values)[0] ?? 1, ...new Array<number>(rank - 2).fill(1)])

/** The type of x [N, C, ...], once the inputs 1 to `parameters` are seen to hold one value a channel. */
export function channelInput({ node, input }: TypeCall, parameters: number): TensorType {
  const { dtype, dims } = input(0)
  for (let i = 1; i <= parameters; i++) {
    const own = input(i).dims
    if (dims.length < 2 || own.length !== 1 || own[0] !== dims[1])
      throw inputError('model.shape', `${describe(node)}: input ${i} has the shape [${own.join(', ')}], but the image [${dims.join(', ')}] needs one value for each channel.`)
  }
  return { dtype, dims }
}

/** Refuses outputs beyond the first: statistics of training. */
export function onlyFirstOutput(node: Node): void {
  if (node.outputs.slice(1).some((name) => name !== ''))
    throw inputError('model.training', `${describe(node)} gives statistics that only training uses. Export the model for inference: model.eval().`)
}
