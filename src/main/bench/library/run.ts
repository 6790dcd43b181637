import { statSync } from 'node:fs'
import { join } from 'node:path'
import { openLibrary, type Library } from '../../cases/library'
import { build, type Size } from './build'
import { measureQuestions, summary, type Latency } from './measure'

export interface LibraryStage extends Size {
  /** Of the database, bytes. */
  bytes: number
  /** Rows of the audit log. */
  auditRows: number
  latencies: Record<string, Latency>
}

export interface LibraryReport {
  buildSeconds: number
  small: LibraryStage
  large: LibraryStage
}

const OPENINGS = 7

/** Builds a library of a tenth of the size, measures it, fills it up to the size and measures it again. */
export async function benchLibrary(folder: string, size: Size, progress: (stage: string, done: number, total: number) => void): Promise<LibraryReport> {
  const started = performance.now()
  let measuring = 0
  const stage = async (part: Size): Promise<LibraryStage> => {
    await using(folder, library => build(library, part, (done, total) => progress('Cases', done, total)))
    const begun = performance.now()
    const measured = await measure(folder, part)
    measuring += performance.now() - begun
    return measured
  }
  const small = await stage({ cases: Math.ceil(size.cases / 10), comparisons: Math.ceil(size.comparisons / 10) })
  const large = await stage(size)
  return { buildSeconds: (performance.now() - started - measuring) / 1000, small, large }
}

async function measure(folder: string, size: Size): Promise<LibraryStage> {
  const openings: number[] = []
  for (let i = 0; i < OPENINGS; i++) {
    const start = performance.now()
    await using(folder, () => void openings.push(performance.now() - start))
  }
  return using(folder, library => ({
    ...size,
    bytes: statSync(join(folder, 'library.sqlite')).size,
    auditRows: library.read.auditLength(),
    latencies: { 'library.open': summary(openings), ...measureQuestions(library) }
  }))
}

async function using<T>(folder: string, work: (library: Library) => T): Promise<T> {
  const library = await openLibrary(folder, { mode: 'write', create: true, actor: () => ({ who: 'bench', where: 'bench' }) })
  try {
    return work(library)
  } finally {
    library.close()
  }
}
