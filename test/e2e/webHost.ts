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
  token: string
  /** What it keeps is all below this folder. */
  home: string
  process: ChildProcess
  stop(): Promise<void>
}

/**
 * Starts the built web host as `npm start` does, as a program of its own.
 * @param env beside this process's; without VIDIMUS_HOME the host gets a home that goes with it
 */
export async function startHost(env: Record<string, string> = {}, args: string[] = []): Promise<RunningHost> {
  const own = env['VIDIMUS_HOME'] === undefined ? mkdtempSync(join(tmpdir(), 'vidimus-home-')) : null
  const home = own ?? env['VIDIMUS_HOME']!
  const child = spawn(process.execPath, ['out/main/web.js', ...args], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env, VIDIMUS_HOME: home } })
  const gone = once(child, 'exit').then(([status]) => Promise.reject(new Error(`the web host ended with status ${status} before it served`)))
  const [address] = (await Promise.race([once(createInterface(child.stdout), 'line'), gone])) as [string]
  gone.catch(() => undefined)
  const { origin, port, searchParams } = new URL(address)
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    if (own !== null) rmSync(own, { recursive: true, force: true })
  }
  return { address, origin, port: Number(port), token: searchParams.get('token') ?? '', home, process: child, stop }
}
