import { fork } from 'node:child_process'
import type { Channel, FromEngine } from './protocol'
import { keepTail } from './tail'

/** Starts the engine as a child of plain Node. Typed arrays travel as they are (structured clone). */
export function forkEngine(module: string): Channel {
  // The child's stdout goes to our stderr: stdout belongs to results.
  const child = fork(module, { serialization: 'advanced', stdio: ['ignore', 2, 'pipe', 'ipc'] })
  const stderr = keepTail(child.stderr, text => process.stderr.write(text))
  return {
    send: message => void child.send(message, error => error && child.kill('SIGKILL')),
    onMessage: listener => void child.on('message', message => listener(message as FromEngine)),
    // 'close' comes after stderr has been read to its end, 'exit' may come before.
    onExit: listener => void child.once('close', (code, signal) => listener({ code, signal, stderr: stderr() })).once('error', () => child.kill('SIGKILL')),
    kill: () => void child.kill('SIGKILL'),
    pid: child.pid
  }
}
