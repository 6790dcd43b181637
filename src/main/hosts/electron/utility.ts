import { utilityProcess } from 'electron'
import type { Readable } from 'node:stream'
import type { Channel, FromEngine } from '../worker/protocol'
import { keepTail } from '../worker/tail'

/** Starts the engine as an Electron utility process. */
export function startUtility(module: string): Channel {
  const child = utilityProcess.fork(module, [], { stdio: ['ignore', 'inherit', 'pipe'], serviceName: 'Vidimus engine' })
  const stderr = keepTail(child.stderr as Readable | null, text => process.stderr.write(text))
  return {
    send: message => child.postMessage(message),
    onMessage: listener => void child.on('message', message => listener(message as FromEngine)),
    onExit: listener => void child.once('exit', code => listener({ code, signal: null, stderr: stderr() })),
    kill: () => void child.kill(),
    get pid() {
      return child.pid
    }
  }
}
