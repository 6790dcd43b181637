import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const OPENERS: Partial<Record<NodeJS.Platform, string[]>> = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }

/**
 * Opens an address in this user's browser. Other users of the machine can read command lines, and the address holds
 * the token: the browser gets a private file that leads there.
 */
export function openInBrowser(address: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'vidimus-open-'))
  const file = join(folder, 'vidimus.html')
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${address}"><title>Vidimus</title>\n`, { mode: 0o600 })
  const [command, ...rest] = OPENERS[process.platform] ?? ['xdg-open']
  const child = spawn(command!, [...rest, file], { stdio: 'ignore', detached: true })
  child.on('error', error => process.stderr.write(`vidimus: no browser could be opened (${error.message}). Open the address above yourself.\n`))
  child.unref()
}
