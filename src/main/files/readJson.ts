import { readFileSync, renameSync } from 'node:fs'
import type { z } from 'zod'

export interface JsonFile<T> {
  value: T
  /** Where a file that could not be used was put aside, and why; null where there was none or it was fine. */
  damage: { kept: string; reason: string } | null
}

/**
 * A small JSON file of the program's own. One that is missing gives `otherwise`; one that is damaged is kept beside
 * under another name, never written over.
 */
export function readJson<T>(path: string, schema: z.ZodType<T>, otherwise: T): JsonFile<T> {
  const text = readIfThere(path)
  if (text === undefined) return { value: otherwise, damage: null }
  try {
    return { value: schema.parse(JSON.parse(text)), damage: null }
  } catch (error) {
    const kept = `${path}.damaged-${new Date().toISOString().replace(/[:.]/g, '-')}`
    renameSync(path, kept)
    return { value: otherwise, damage: { kept, reason: error instanceof Error ? error.message : String(error) } }
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
