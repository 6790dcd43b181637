import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Appends to program.jsonl what the program met and got over, one JSON object a line, and says it on stderr. */
export function noteInLog(folder: string, code: string, message: string): void {
  process.stderr.write(`vidimus: ${message}\n`)
  try {
    mkdirSync(folder, { recursive: true })
    appendFileSync(join(folder, 'program.jsonl'), `${JSON.stringify({ at: new Date().toISOString(), code, message })}\n`)
  } catch (error) {
    process.stderr.write(`vidimus: that could not be written to ${folder}: ${String(error)}\n`)
  }
}
