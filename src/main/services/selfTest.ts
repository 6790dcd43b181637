import type { ModelEntry, ModelRole } from '../../shared/domain/model'
import type { SelfTestCheck, SelfTestProgress, SelfTestResult } from '../../shared/domain/selfTest'
import { VidimusError, toErrorData } from '../../shared/errors'
import { readFaceModel } from '../compiler/faceModel'
import { gradientProgram } from '../compiler/programs/gradient'
import { rules } from '../compiler/rules'
import { loadDefaultModel } from '../runtime/models'
import { Session, type Tensor } from '../runtime/session'
import { differenceError } from './gradientCheck'
import { seededNoise } from '../runtime/seededNoise'

/** A wrong gradient is off by its own size; float32 and the kinks of PRelu stay far below this. */
const TOLERANCE = 0.01

interface Measured {
  ok: boolean
  detail: string
  relativeError?: number
}
interface Step {
  name: string
  run: () => Promise<Measured>
}

/**
 * Proves that this machine computes what it should: the default models have their pinned bytes, each runs, and the
 * recogniser's compiled gradient agrees with a central finite difference of its forward pass, on a fixed input.
 * A failed check is a result, not an exception.
 *
 * @throws VidimusError `job.cancelled` between two steps
 */
export async function selfTest(report: (progress: SelfTestProgress) => void, signal: AbortSignal): Promise<SelfTestResult> {
  const { entry } = await loadDefaultModel('recognition')
  const steps: Step[] = [runModel('detection'), runModel('landmarks'), runModel('recognition'), compareGradient()]
  const checks: SelfTestCheck[] = []
  let relativeError: number | null = null
  for (const [done, step] of steps.entries()) {
    if (signal.aborted) throw new VidimusError('cancelled', 'job.cancelled', 'The self-test was cancelled.')
    report({ step: step.name, done, total: steps.length })
    const { check, measured } = await perform(step)
    checks.push(check)
    relativeError = measured.relativeError ?? relativeError
  }
  return {
    ok: checks.every(check => check.ok),
    model: entry.name,
    sha256: entry.sha256,
    provider: 'cpu',
    milliseconds: checks.reduce((sum, check) => sum + check.milliseconds, 0),
    relativeError,
    checks
  }
}

async function perform({ name, run }: Step): Promise<{ check: SelfTestCheck; measured: Measured }> {
  const start = performance.now()
  const measured = await run().catch((error: unknown): Measured => ({ ok: false, detail: toErrorData(error).message }))
  return { check: { name, ok: measured.ok, detail: measured.detail, milliseconds: performance.now() - start }, measured }
}

const runModel = (role: ModelRole): Step => ({
  name: `${{ detection: 'Face detector', landmarks: 'Landmarks', recognition: 'Recogniser' }[role]}: bytes and forward run`,
  run: async () => {
    const { entry, bytes } = await loadDefaultModel(role)
    const outputs = await withSession(bytes, session => session.run({ [session.inputNames[0] ?? '']: noiseFor(entry) }))
    const finite = Object.values(outputs).every(({ data }) => data.every(Number.isFinite))
    return { ok: finite, detail: finite ? `SHA-256 ${entry.sha256.slice(0, 12)}… as pinned; its output is finite.` : 'The model gave NaN or infinity.' }
  }
})

const compareGradient = (): Step => ({
  name: 'Recogniser: compiled gradient against finite differences',
  run: async () => {
    const { entry, bytes } = await loadDefaultModel('recognition')
    const model = readFaceModel(bytes, rules)
    const images = noiseFor(entry)
    const { bytes: program, outputDims } = gradientProgram(model, images.dims, rules)
    const relativeError = await withSession(program, session => differenceError(session, images, seededNoise(outputDims, 2)))
    return { ok: relativeError <= TOLERANCE, detail: `Relative difference ${relativeError.toExponential(1)}, at most ${TOLERANCE} allowed.`, relativeError }
  }
})

async function withSession<T>(model: Uint8Array, use: (session: Session) => Promise<T>): Promise<T> {
  const session = await Session.open(model)
  try {
    return await use(session)
  } finally {
    await session.release()
  }
}

const noiseFor = ({ input }: ModelEntry): Tensor => seededNoise([1, input.colour === 'rgb' ? 3 : 1, input.height, input.width], 1)
