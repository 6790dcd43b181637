import fc from 'fast-check'
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { imageDims, readFaceModel } from '../../src/main/compiler/faceModel'
import { gradientProgram } from '../../src/main/compiler/programs/gradient'
import { rules } from '../../src/main/compiler/rules'
import { VidimusError } from '../../src/shared/errors'
import { BACKBONES } from './backbones/index'
import { mutations } from './mutate'

/** VIDIMUS_FUZZ_RUNS and VIDIMUS_FUZZ_SEED try more, or others; fast-check prints the seed of what fails. */
const RUNS = Number(process.env.VIDIMUS_FUZZ_RUNS ?? 40)
const SEED = Number(process.env.VIDIMUS_FUZZ_SEED ?? 20260)
const SLOWEST_MS = 2000
const PATIENCE_MS = 300_000
const MOST_MIB = 1200
/** Programs of each net that ONNX Runtime gets to see. */
const KEPT = RUNS / 8

const GOLDEN = join(import.meta.dirname, '../../../shared/golden/nets')
const golden = existsSync(GOLDEN) ? readdirSync(GOLDEN).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(GOLDEN, name, 'model.onnx'))) })) : []
const own = BACKBONES.flatMap(({ name, build, since }) => [11, 18].filter((opset) => opset >= since).map((opset) => ({ name: `${name} at opset ${opset}`, bytes: build({ opset, batch: opset === 11 ? 1 : null }).bytes })))

const folder = mkdtempSync(join(tmpdir(), 'vidimus-fuzz-'))
const survivors: string[] = []
afterAll(() => rmSync(folder, { recursive: true }))

/** Compiles a file for two images and hands the program to `keep`, or says in what unexpected way that failed. */
function attempt(bytes: Uint8Array, keep: (program: Uint8Array) => void): string | undefined {
  const started = performance.now()
  try {
    const model = readFaceModel(bytes, rules)
    const program = gradientProgram(model, imageDims(model, 2), rules, { style: 'blocked', exact: true })
    keep(program.bytes)
  } catch (error) {
    if (!(error instanceof VidimusError) || error.kind !== 'input') return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
  const took = performance.now() - started
  return took > SLOWEST_MS ? `it took ${took} ms` : undefined
}

describe('a damaged model is compiled or refused in words', () => {
  it.each([...own, ...golden])('$name', ({ bytes }) => {
    let kept = 0
    const keep = (program: Uint8Array): void => {
      if (++kept > KEPT || program.length > 2 ** 22) return
      survivors.push(join(folder, `${survivors.length}.onnx`))
      writeFileSync(survivors.at(-1) ?? '', program)
    }
    const property = fc.property(mutations, (mutate) => {
      expect(attempt(mutate(bytes), keep)).toBeUndefined()
    })
    fc.assert(property, { seed: SEED, numRuns: RUNS })
  })

  it('without unbounded memory', () => {
    expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(MOST_MIB)
  })
})

interface Outcome {
  file: string
  /** `ran`, `refused`, `failed`, or how the process ended. */
  outcome: string
}

/** Runs programs in a process of their own, with zeros, and reports how each went. */
async function runAll(files: readonly string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (let next = 0; next < files.length; ) {
    const batch = files.slice(next, next + 100)
    const run = promisify(execFile)(process.execPath, [join(import.meta.dirname, 'runPrograms.mjs'), ...batch], { timeout: PATIENCE_MS, maxBuffer: 2 ** 24 })
    const { stdout, ...end } = await run.catch((error: { stdout: string; signal?: string; code?: number }) => error)
    const lines = stdout.split('\n').filter((line) => line !== '')
    outcomes.push(...lines.map((line, i) => ({ outcome: line.split(' ')[0] ?? '', file: batch[i] ?? '' })))
    // The one that it fell over says nothing.
    if (lines.length < batch.length) outcomes.push({ outcome: `ended with ${JSON.stringify({ ...end, cmd: undefined, stderr: undefined })}`, file: batch[lines.length] ?? '' })
    next += Math.min(lines.length + 1, batch.length)
  }
  return outcomes
}

it('what a damaged model compiles to does not bring ONNX Runtime down', async () => {
  expect(survivors.length).toBeGreaterThan(0)
  const outcomes = await runAll(survivors)
  if (process.env.VIDIMUS_FUZZ_RUNS) console.log(count(outcomes.map(({ outcome }) => outcome)))
  expect(outcomes.filter(({ outcome }) => outcome.startsWith('ended'))).toEqual([])
}, PATIENCE_MS)

function count(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
