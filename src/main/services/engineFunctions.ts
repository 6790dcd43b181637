import { benchPair } from './bench/pairWorker'
import type { EngineFunctions } from './engine'
import { openDesk } from './engineWork/desk'
import { selfTest } from './selfTest'

/** The table that the engine process serves. */
export const engineFunctions: EngineFunctions = {
  ...openDesk(),
  selfTest: (_input, { report, signal }) => selfTest(report, signal),
  benchPair: (input) => benchPair(input)
}
