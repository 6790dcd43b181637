import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { PairWorker } from '../../../bench/dpr/run'
import { programRoot } from '../../../runtime/resources'
import type { Engine } from '../../../services/engine'
import { EngineProcess } from '../../worker/engineProcess'
import { forkEngine } from '../../worker/fork'

/** Where the pairs of a set lie and where the work may keep what it computed. */
export interface PoolFolders {
  setFolder: string
  cacheFolder: string
  graphFolder: string
}

/** Engine processes, one a core. ONNX Runtime for Node holds its process while it runs, so threads of one process would wait. */
export class WorkerPool {
  private readonly processes: readonly EngineProcess[]
  readonly workers: readonly PairWorker[]

  constructor(folders: PoolFolders, size = availableParallelism()) {
    this.processes = Array.from({ length: size }, () => new EngineProcess({ start: () => forkEngine(join(programRoot(), 'out/main/engine.js')) }))
    this.workers = this.processes.map((engine) => workerOn(engine, folders))
  }

  close(): void {
    for (const engine of this.processes) engine.close()
  }
}

const workerOn = (engine: Engine, folders: PoolFolders): PairWorker => ({
  base: async (pair) => {
    const result = await engine.call('benchPair', { ...folders, pair, task: { kind: 'base' } })
    if (!('base' in result)) throw new Error('the engine answered another question')
    return result.base
  },
  replaced: async (pair, methods, threshold, seed) => {
    const result = await engine.call('benchPair', { ...folders, pair, task: { kind: 'replaced', methods, threshold, seed } })
    if (!('replaced' in result)) throw new Error('the engine answered another question')
    return result.replaced
  }
})
