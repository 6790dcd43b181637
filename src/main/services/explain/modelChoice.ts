import type { Preprocessing } from '../../explain/preprocess'

/** Which recognition model, and how it is fed. */
export interface ModelChoice {
  /** Id of a default model or path of an ONNX file; the default recogniser when left out. */
  model?: string
  /** For ONNX files of the user's own. */
  embedding?: string
  preprocessing?: Partial<Preprocessing>
}
