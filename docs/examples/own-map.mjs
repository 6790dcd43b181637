/**
 * An explainer of your own, judged like those of Vidimus: here xSSAB-L's parts of the margin, weighted towards the middle
 * of the face. Needs the built program (npm install builds it) and a set:
 *
 *   npx vidimus bench patch-lfw --images lfw/images --pairs lfw/pairs.txt --seed 1 --pairs-limit 60 --out patched
 *   node docs/examples/own-map.mjs patched 60
 *
 * Prints nDPR (area under FMR and FNMR against RND's, lower is better; Huber et al. 2024, section 4.2) and, of the last
 * pair, what each region of the face adds to score minus threshold.
 */
import { behind, chooseRecognizer, explainBy, judgeMethod, marginByRegion, readCrop, readPatchSet, REPLACED, replacementOrder, replacePixels, Scorer, seedOfPair, subsetOf, Tools } from '../../out/main/script.js'

const [folder, pairsLimit = '20'] = process.argv.slice(2)
if (folder === undefined) throw new Error('Usage: node docs/examples/own-map.mjs SET [PAIRS]')

const recognizer = await chooseRecognizer({})
const { threshold } = recognizer
const tools = new Tools(recognizer, { device: 'cpu', threads: 1, precision: 'fast' })
const { set } = await readPatchSet(folder)
const { pairs } = subsetOf(set, { pairsLimit: Number(pairsLimit) })

/** @returns one value a pixel, row by row, high where it argues for the same source; what it is multiplied with doesn't matter */
async function ownMap(pair, seed) {
  const [parts, centre] = [await explainBy('xssab-l-margin', { pair, threshold, seed }, tools), await explainBy('centre', { pair, threshold, seed }, tools)]
  return parts.a.map((value, i) => value * centre.a[i])
}

const maps = {
  rnd: async (pair, seed) => (await explainBy('rnd', { pair, threshold, seed }, tools)).a,
  'xssab-l': async (pair, seed) => (await explainBy('xssab-l', { pair, threshold, seed }, tools)).a,
  own: ownMap
}

const cropOf = async file => {
  const { width, height, data } = await readCrop(folder, file)
  return { width, height, rgb: data }
}

/** Scores of a pair while the first 0, 5, .. 95 % of the map's pixels are set back to what they were. */
async function curveOf(map, original, patched, scorer) {
  const order = replacementOrder(map, (await scorer.score(patched)) >= threshold)
  const scores = []
  for (const percent of REPLACED) scores.push(await scorer.score(replacePixels(patched, original, order, percent)))
  return scores
}

const curves = Object.fromEntries(Object.keys(maps).map(name => [name, []]))
let last
for (const { index, genuine, original, patched, b } of pairs) {
  last = { a: await cropOf(patched), b: await cropOf(b) }
  const scorer = await Scorer.against(last.b, await tools.embedder())
  for (const [name, mapOf] of Object.entries(maps)) curves[name].push({ genuine, scores: await curveOf(await mapOf(last, seedOfPair(1, index)), await cropOf(original), last.a, scorer) })
}

const digits = value => (value === null ? 'none' : value.toFixed(2))
for (const [name, scores] of Object.entries(curves)) {
  const { ndprFmr, ndprFnmr } = judgeMethod(name, scores, curves.rnd, threshold)
  console.log(`${name.padEnd(8)} nDPR ${digits(ndprFmr)} FMR, ${digits(ndprFnmr)} FNMR, ${scores.length} pairs`)
}
const { difference, interval } = behind('own', curves.own, curves['xssab-l'], curves.rnd, threshold)
console.log(`own behind xssab-l: ${digits(difference)}${interval === null ? '' : ` (${interval.map(digits).join(' to ')})`}`)

const explanation = await tools.layers(last, threshold)
const { regions, rest } = marginByRegion(explanation).a
for (const [region, value] of Object.entries(regions)) console.log(`${region.padEnd(8)} ${value.toFixed(4)}`)
console.log(`rest     ${rest.toFixed(4)}`)
console.log(`together ${Object.values(regions).reduce((sum, value) => sum + value, rest).toFixed(4)} = score ${explanation.cosine.toFixed(4)} - threshold ${threshold.toFixed(4)}`)
await tools.release()
