import type { ExplanationMethod } from './explanation'

/** How the maps were made, for those who want to make them again. */
export function methodText(method: ExplanationMethod): string {
  const { name, source, preprocessing: { subtract, divide, channels } } = method
  const fed = `${name} (${source}). Input (value - ${subtract}) / ${divide}, ${channels}`
  if (method.name === 'xSSAB') return `${fed}; ${method.channelMean}; shown maps blurred ${method.blur.side} x ${method.blur.side}, sigma ${method.blur.sigma}; ${forwardText(method.precision)}.`
  const { precision, unit, seed, parameters } = method
  return `${fed}; ${precision === null ? 'no model takes part in the maps' : forwardText(precision)}. A map's value: ${unit}. Seed ${seed}; ${JSON.stringify(parameters)}.`
}

const forwardText = (precision: 'exact' | 'fast'): string => `forward pass in ${precision === 'exact' ? 'float64' : 'float32'}`
