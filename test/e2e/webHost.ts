import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

/**
 * Starts the built web host as `npm start` does, as a program of its own.
 * @param env beside this process's; without VIDIMUS_HOME the host gets a home that goes with it
 */
export async function startHost(env: Record<string, string> = {}, args: string[] = []): Promise<RunningHost> {
  const home = mkdtempSync(join(tmpdir(), 'vidimus-home-'))
  const child = spawn(process.execPath, ['out/main/web.js', ...args], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, VIDIMUS_HOME: home, ...env } })
  const [address] = (await once(createInterface(child.stdout), 'line')) as [string]
  const { origin, port } = new URL(address)
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    rmSync(home, { recursive: true, force: true })
  }
  return { address, origin, port: Number(port), process: child, stop }
}
