import type { Session, Tensor } from '../../../runtime/session'
import { seededNoise } from '../../../runtime/seededNoise'

/** One central difference against the compiled gradient. */
export interface Difference {
  direction: 'gradient' | 'mixed 1' | 'mixed 2'
  /** Length of the step to each side, relative to the length of the input. */
  step: number
  relativeError: number
}

/** Large steps meet curvature and kinks, small ones rounding; a right gradient agrees somewhere between. */
const STEPS = [1e-2, 3e-3, 1e-3, 3e-4, 1e-4, 3e-5]

/**
 * f(x+) - f(x-) against g . (x+ - x-), for f(x) = sum w * y(x), along the gradient and along two directions that are half
 * gradient and half noise (of pure noise, a thousandth lies along the gradient, and float32 has no digits left). The
 * displacement is the one that float32 really makes, so that rounding of x itself does not count as an error.
 *
 * @param session a gradient program: inputs `images` and `cotangent`, outputs `y` and `gx`
 */
export async function compareDifferences(session: Session, x: Tensor, w: Tensor): Promise<Difference[]> {
  const run = async (images: Tensor, name: 'y' | 'gx'): Promise<Float32Array> => (await session.run({ images, cotangent: w }, [name]))[name]!.data
  const gradient = await run(x, 'gx')
  const size = norm(x.data)
  const found: Difference[] = []
  for (const [direction, u] of directionsFor(gradient, x.dims))
    for (const step of STEPS) {
      const moved = (sign: number): Tensor => ({ dims: x.dims, data: x.data.map((value, i) => value + sign * step * size * u[i]!) })
      const [up, down] = [moved(1), moved(-1)]
      const measured = dot(await run(up, 'y'), w.data) - dot(await run(down, 'y'), w.data)
      const expected = up.data.reduce((sum, value, i) => sum + gradient[i]! * (value - down.data[i]!), 0)
      found.push({ direction, step, relativeError: Math.abs(measured - expected) / Math.abs(expected) })
    }
  return found
}

function directionsFor(gradient: Float32Array, dims: readonly number[]): [Difference['direction'], Float32Array][] {
  const g = unit(gradient)
  const mixed = (seed: number): Float32Array => {
    const noise = unit(seededNoise(dims, seed).data)
    return unit(g.map((value, i) => value + noise[i]!))
  }
  return [['gradient', g], ['mixed 1', mixed(3)], ['mixed 2', mixed(4)]]
}

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0)
const norm = (a: Float32Array): number => Math.sqrt(dot(a, a))

function unit(a: Float32Array): Float32Array {
  const length = norm(a)
  return a.map((value) => value / length)
}
