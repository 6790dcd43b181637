import { execFileSync } from 'node:child_process'
import { onTestFinished } from 'vitest'

/** A disk of a few KiB on `folder` until the test ends, or why there is none. */
export function mountTinyDisk(folder: string, kibibytes: number): string | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kibibytes}k`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch (error) {
    return error instanceof Error ? error.message.split('\n')[0]! : String(error)
  }
  onTestFinished(() => void execFileSync('umount', [folder]))
  return null
}
