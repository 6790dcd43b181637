import type { Session, Tensor } from '../runtime/session'

/** Length of the step to each side, relative to the input's own length: small against curvature, large against rounding. */
const STEP = 1e-4

/**
 * How far the compiled gradient of f(x) = sum w * y(x) is from a central difference of f, along the gradient itself:
 * | |g| - (f(x + h u) - f(x - h u)) / 2h | / |g| with u = g / |g|.
 *
 * @param session a gradient program: inputs `images` and `cotangent`, outputs `y` and `gx`
 */
export async function differenceError(session: Session, x: Tensor, w: Tensor): Promise<number> {
  const at = (point: Tensor, fetch: string): Promise<Float32Array> =>
    session.run({ images: point, cotangent: w }, [fetch]).then(outputs => outputs[fetch]?.data ?? new Float32Array())
  const gradient = await at(x, 'gx')
  const length = norm(gradient)
  const step = STEP * norm(x.data)
  const moved = (sign: number): Tensor => ({ dims: x.dims, data: x.data.map((value, index) => value + (sign * step * gradient[index]!) / length) })
  const forward = dot(await at(moved(1), 'y'), w.data)
  const backward = dot(await at(moved(-1), 'y'), w.data)
  return Math.abs(length - (forward - backward) / (2 * step)) / length
}

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, index) => sum + value * b[index]!, 0)
const norm = (a: Float32Array): number => Math.sqrt(dot(a, a))
