import { z } from 'zod'
import { line } from './common'
import { PaletteName } from './explanation'

/** What this installation prefers. Kept beside the program's data, not in a library. */
export const Settings = z.object({
  examiner: line(120).default(''),
  laboratory: line(200).default(''),
  device: z.enum(['auto', 'cpu', 'webgpu', 'cuda']).default('auto'),
  /** Id of a default model or the path of an ONNX file; null is the default recogniser. */
  model: z.string().max(4096).nullable().default(null),
  /** For a model without calibration: its threshold as a cosine. */
  threshold: z.number().min(-1).max(1).nullable().default(null),
  palette: PaletteName.default('paper'),
  /** Opacity of full colour, 0..1. */
  opacity: z.number().min(0).max(1).default(0.8),
  /** Whether keys that type a character (letters, digits, signs) act on a screen by themselves: WCAG 2.1.4. */
  characterKeys: z.boolean().default(true),
  /** The levels of a conclusion, in the laboratory's words, from most against to most for the same source. */
  scale: z.array(line(200).min(1)).min(2).max(15).default([
    'The findings strongly support different sources',
    'The findings moderately support different sources',
    'The findings give limited support to different sources',
    'The findings are inconclusive',
    'The findings give limited support to the same source',
    'The findings moderately support the same source',
    'The findings strongly support the same source'
  ])
})
export type Settings = z.infer<typeof Settings>
export const SettingsPatch = z.object({
  examiner: line(120), laboratory: line(200), device: z.enum(['auto', 'cpu', 'webgpu', 'cuda']), model: z.string().max(4096).nullable(), threshold: z.number().min(-1).max(1).nullable(),
  palette: PaletteName, opacity: z.number().min(0).max(1), characterKeys: z.boolean(), scale: z.array(line(200).min(1)).min(2).max(15)
}).partial()
export type SettingsPatch = z.infer<typeof SettingsPatch>
