import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { toErrorData } from '../../../../shared/errors'
import type { PairWorker } from '../../../bench/dpr/run'
import { programRoot } from '../../../runtime/resources'
import type { Engine } from '../../../services/engine'
import type { ModelChoice } from '../../../services/explain/modelChoice'
import type { PairTask, PairTaskResult } from '../../../services/bench/pairTask'
import { EngineProcess, type CrashRecord } from '../../worker/engineProcess'
import { forkEngine } from '../../worker/fork'

/** Where the pairs of a set lie, where the work may keep what it computed, and by which model. */
export interface PoolWork {
  model: ModelChoice
  modelSha256: string
  setFolder: string
  cacheFolder: string
  graphFolder: string
}

/** Engine processes, one a core. ONNX Runtime for Node holds its process while it runs, so threads of one process would wait. */
export class WorkerPool {
  private readonly processes: readonly EngineProcess[]
  readonly workers: readonly PairWorker[]

  constructor(work: PoolWork, size = availableParallelism(), module = join(programRoot(), 'out/main/engine.js')) {
    this.processes = Array.from({ length: size }, () => new EngineProcess({ start: () => forkEngine(module) }))
    this.workers = this.processes.map((engine) => workerOn(engine, work))
  }

  close(): void {
    for (const engine of this.processes) engine.close()
  }
}

const workerOn = (engine: Engine, work: PoolWork): PairWorker => ({
  base: async (pair) => {
    const result = await callAgain(engine, { ...work, pair, task: { kind: 'base' } })
    if (!('base' in result)) throw new Error('the engine answered another question')
    return result.base
  },
  replaced: async (pair, methods, threshold, seed) => {
    const result = await callAgain(engine, { ...work, pair, task: { kind: 'replaced', methods, threshold, seed } })
    if (!('replaced' in result)) throw new Error('the engine answered another question')
    return result.replaced
  }
})

/** A crash loses the one pair in work: it is told, and the pair is tried once more. What ends a process twice ends the run. */
async function callAgain(engine: Engine, task: PairTask): Promise<PairTaskResult> {
  try {
    return await engine.call('benchPair', task)
  } catch (error) {
    const { code, detail } = toErrorData(error)
    if (code !== 'engine.crashed') throw error
    const { signal, code: status } = detail as CrashRecord
    console.error(`vidimus: an engine process ended (${signal ?? `exit code ${status}`}) at pair ${task.pair.index}; the pair is tried once more in a new one.`)
    return engine.call('benchPair', task)
  }
}
