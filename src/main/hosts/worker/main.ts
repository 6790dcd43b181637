/** Entry of the engine process: serves the engine's functions to whoever started it, and ends with them. */
import { engineFunctions } from '../../services/engineFunctions'
import type { ToEngine } from './protocol'
import { serveFunctions, type EnginePort } from './serve'

/** Electron's end of a utility process; this module must load where Electron's types do not apply. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

function findPort(): EnginePort {
  const { parentPort } = process as { parentPort?: ParentPort }
  if (parentPort)
    return {
      post: message => parentPort.postMessage(message),
      onMessage: listener => parentPort.on('message', event => listener(event.data as ToEngine))
    }
  process.once('disconnect', () => process.exit())
  return {
    post: message => void process.send?.(message),
    onMessage: listener => void process.on('message', message => listener(message as ToEngine))
  }
}

serveFunctions(engineFunctions, findPort())
