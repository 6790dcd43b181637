import { Option, type Command } from 'commander'
import type { Preprocessing } from '../../explain/preprocess'
import type { ModelChoice } from '../../services/explain/modelChoice'
import { parseNumber, parseScale } from './options'

/** Which recognition model a command is about, and how it is fed. */
export interface ModelOptions {
  model?: string
  embedding?: string
  mean?: number
  scale?: number
  channels?: 'RGB' | 'BGR'
}

export const addModelOptions = (command: Command): Command =>
  command
    .option('--model <id|file>', 'a default model or an ONNX file (default: the default recogniser)')
    .option('--embedding <output>', 'own model: name of the embedding output (default: found by shape)')
    .option('--mean <value>', 'own model: subtracted from pixel values 0..255 (default: 127.5)', parseNumber)
    .option('--scale <value>', 'own model: divides after that (default: 127.5)', parseScale)
    .addOption(new Option('--channels <order>', 'own model: colour order (default: RGB)').choices(['RGB', 'BGR']))

export function modelChoiceOf({ model, embedding, mean, scale, channels }: ModelOptions): ModelChoice {
  const preprocessing: Partial<Preprocessing> = { ...(mean !== undefined && { subtract: mean }), ...(scale !== undefined && { divide: scale }), ...(channels && { channels }) }
  return { ...(model !== undefined && { model }), ...(embedding !== undefined && { embedding }), ...(Object.keys(preprocessing).length > 0 && { preprocessing }) }
}
