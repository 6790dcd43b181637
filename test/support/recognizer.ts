import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { USUAL_PREPROCESSING } from '../../src/main/explain/preprocess'
import type { Recognizer } from '../../src/main/explain/xssab'

/** The default recognition model, as installed. */
export function defaultRecognizer(): Recognizer {
  const bytes = readFileSync(join(import.meta.dirname, '../../resources/models/fr_feature.onnx'))
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), preprocessing: USUAL_PREPROCESSING }
}
