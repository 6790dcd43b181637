import type { ModelChoice } from '../explain/modelChoice'
import type { BaseScores, PairPlace, ReplacedScores } from '../../bench/dpr/pairScores'

/** One pair's share of `vidimus bench dpr`, done in an engine process: several of them use several cores. */
export interface PairTask extends PairPlace {
  graphFolder: string
  model: ModelChoice
  /** Of the file that the choice named when the run began. */
  modelSha256: string
  task: { kind: 'base' } | { kind: 'replaced'; methods: readonly string[]; threshold: number; seed: number }
}

export type PairTaskResult = { base: BaseScores } | { replaced: Readonly<Record<string, ReplacedScores>> }
