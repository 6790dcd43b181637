/**
 * What a script in Node may import from the built program, `out/main/script.js`; docs/examples shows how. Shapes, units,
 * ranges and errors stand with each function in its own file.
 */
export { chooseRecognizer, loadRecognizer } from '../../services/explain/recognizer'
export { openFaceEngine } from '../../services/explain/openFaceEngine'
export { prepareSide, takeAsCrop } from '../../services/explain/side'
export { Tools } from '../../explain/tools'
export { explainBy, METHODS } from '../../explain/methods'
export { cosine } from '../../explain/methods/occlusion'
export { gaussianBlur } from '../../explain/gaussianBlur'
export { marginByRegion } from '../../explain/marginByRegion'
export { summarizeArguments } from '../../explain/explanation'
export { readCrop, readPatchSet } from '../../bench/patch/readSet'
export { subsetOf } from '../../bench/dpr/subset'
export { REPLACED, replacementOrder, replacePixels } from '../../bench/dpr/replace'
export { Scorer } from '../../bench/dpr/scorer'
export { judgeMethod, behind } from '../../bench/dpr/judge'
export { equalErrorRate, ratesAt } from '../../calibration/errorRates'
export { kFoldAccuracy } from '../../calibration/kFold'
