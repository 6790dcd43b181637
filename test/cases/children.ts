import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { onTestFinished } from 'vitest'

export interface Child {
  process: ChildProcess
  lines: Interface
  /** Resolves when it has ended, however it did. */
  ended: Promise<unknown>
}

/** Starts a program of fixture/ as a process of its own. */
export function startChild(fixture: string, folder: string): Child {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fixture', fixture), folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { process: child, lines: createInterface(child.stdout), ended: once(child, 'close') }
}

/** A process that has the library open for writing. */
export async function startHolder(folder: string): Promise<Child> {
  const child = startChild('holder.ts', folder)
  const opened = once(child.lines, 'line')
  await Promise.race([opened, child.ended.then(() => Promise.reject(new Error('the holder ended before it had the library open')))])
  return child
}
