import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface RunningHost {
  /** With the token, as printed. */
  address: string
  /** Without it. */
  origin: string
  port: number
  process: ChildProcess
  stop(): Promise<void>
}

/** Starts the built web host as `npm start` does, as a program of its own. */
export async function startHost(): Promise<RunningHost> {
  const child = spawn(process.execPath, ['out/main/web.js'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [address] = (await once(createInterface(child.stdout), 'line')) as [string]
  const { origin, port } = new URL(address)
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { address, origin, port: Number(port), process: child, stop }
}
