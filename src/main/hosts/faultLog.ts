import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { programFolders } from '../services/folders'

/** Something that ended, or had to end, without being asked to. */
export interface Fault {
  /** Which part: `main`, `render-process-gone`, `child-process-gone`, `engine`. */
  what: string
  message: string
  details?: unknown
}

/**
 * Appends the fault to faults.jsonl, one JSON object a line, and says so on stderr; gives the file's path. Written at
 * once: the process may be about to end. A log that can't be written never adds a second failure.
 */
export function recordFault(fault: Fault, folder = programFolders().log): string {
  const file = join(folder, 'faults.jsonl')
  const line = JSON.stringify({ at: new Date().toISOString(), pid: process.pid, ...fault })
  try {
    mkdirSync(folder, { recursive: true })
    appendFileSync(file, `${line}\n`)
    process.stderr.write(`vidimus: ${fault.message}; recorded in ${file}\n`)
  } catch (error) {
    process.stderr.write(`vidimus: ${line} (not recorded: ${String(error)})\n`)
  }
  return file
}
