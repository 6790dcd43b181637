import { expect, it } from 'vitest'
import { median } from '../../../src/main/bench/median'
import { embeddingProgram } from '../../../src/main/compiler/programs/embedding'
import { readFaceModel } from '../../../src/main/compiler/faceModel'
import { rules } from '../../../src/main/compiler/rules'
import { Embedder } from '../../../src/main/explain/embedder'
import { blacken, embedVersions } from '../../../src/main/explain/methods/occlusion'
import { toTensor } from '../../../src/main/explain/preprocess'
import { Session } from '../../../src/main/runtime/session'
import { demoCrop } from '../../support/demoCrops'
import { defaultRecognizer } from '../../support/recognizer'

it('methods that hide patches reach 90 % of what the bare session can do', { timeout: 120_000 }, async () => {
  const recognizer = defaultRecognizer()
  const crop = await demoCrop('sample1.jpg', { left: 0, top: 0, width: 300, height: 300 })
  const model = readFaceModel(recognizer.bytes, rules)
  const session = await Session.open(embeddingProgram(model, 1, rules, process.arch === 'x64' ? 'blocked' : 'plain').bytes, { threads: 1 })
  const embedder = await Embedder.open(recognizer, { threads: 1 })
  const images = toTensor([crop], model.input, recognizer.preprocessing)
  const version = (i: number) => blacken(crop, [{ left: i, top: i, right: i + 15, bottom: i + 15 }])
  const times: { bare: number; method: number }[] = []
  // In turn, image by image, so that a busy machine slows both alike.
  for (let i = 0; i < 80; i++) {
    const start = performance.now()
    await session.run({ images })
    const middle = performance.now()
    await embedVersions(embedder, 1, () => version(i))
    times.push({ bare: middle - start, method: performance.now() - middle })
  }
  await Promise.all([session.release(), embedder.release()])
  const share = median(times.map(({ bare }) => bare)) / median(times.map(({ method }) => method))
  console.log(`${(share * 100).toFixed(1)} % of the bare session's throughput`)
  expect(share).toBeGreaterThan(0.9)
})
