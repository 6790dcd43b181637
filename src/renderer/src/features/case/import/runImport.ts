import type { WorkProgress } from '../../../../../shared/domain/common'
import { ImportReport, type FileSource, type Provenance } from '../../../../../shared/domain/exhibit'
import { toErrorData, type ErrorData } from '../../../../../shared/errors'
import type { Client } from '../../../../../shared/ipc/client'
import { dropSource, fileSource } from '../../../transport/upload'
import { count } from '../../../ui/format'
import type { Collected, ImportItem } from './items'

/** Uploads wait on the host's disk until they are imported: that many or that much at once. */
const BATCH = { files: 100, bytes: 256e6 }
/** Uploads that run beside one another. */
const LANES = 3

export interface ImportOutcome extends ImportReport {
  /** Why it ended before its end, where it was not cancelled. */
  stopped: ErrorData | null
}

export interface ImportOrder {
  client: Client
  caseId: string
  collected: Collected
  provenance: Provenance
  signal: AbortSignal
  onProgress: (progress: WorkProgress) => void
}

/** Brings files into a case, batch by batch. Every file is in the outcome; it never throws. */
export async function runImport(order: ImportOrder): Promise<ImportOutcome> {
  const { items, unreadable } = order.collected
  const outcome: ImportOutcome = { imported: [], duplicates: [], refused: unreadable.map(({ name, error }) => refusal(name, error)), cancelled: 0, stopped: null }
  let done = 0
  for (const batch of batchesOf(items)) {
    if (order.signal.aborted || outcome.stopped) outcome.cancelled += batch.length
    else await importBatch(order, batch, done, outcome)
    done += batch.length
  }
  return outcome
}

async function importBatch({ client, caseId, collected, provenance, signal, onProgress }: ImportOrder, batch: ImportItem[], before: number, outcome: ImportOutcome): Promise<void> {
  const total = collected.items.length
  const sources = await sendAll(batch, signal, sent => onProgress({ step: `Reading ${count(total, 'file')}`, done: before + sent / 2, total }), outcome)
  if (sources.length === 0) return
  try {
    const report = await client.call('exhibit.import', { case: caseId, files: sources, provenance }, {
      signal,
      onProgress: ({ step, done, total: all }) => onProgress({ step, done: Math.floor(before + batch.length * (0.5 + done / all / 2)), total })
    })
    add(outcome, report, sources.length)
  } catch (cause) {
    await Promise.allSettled(sources.map(source => dropSource(source)))
    const error = toErrorData(cause)
    const sofar = ImportReport.safeParse((error.detail as { report?: unknown } | undefined)?.report)
    add(outcome, sofar.success ? sofar.data : { imported: [], duplicates: [], refused: [], cancelled: 0 }, sources.length)
    if (error.kind !== 'cancelled') outcome.stopped = error
  }
}

/** What is in none of the lists was not reached. */
function add(outcome: ImportOutcome, { imported, duplicates, refused }: ImportReport, files: number): void {
  outcome.imported.push(...imported)
  outcome.duplicates.push(...duplicates)
  outcome.refused.push(...refused)
  outcome.cancelled += Math.max(0, files - imported.length - duplicates.length - refused.length)
}

/** The sources of a batch's files; what can't be sent is refused, what is not sent for a cancel is counted. */
async function sendAll(batch: ImportItem[], signal: AbortSignal, onSent: (files: number) => void, outcome: ImportOutcome): Promise<FileSource[]> {
  const sources: (FileSource | undefined)[] = []
  let next = 0
  let sent = 0
  const lane = async (): Promise<void> => {
    for (let at = next++; at < batch.length; at = next++) {
      const { file, path } = batch[at]!
      try {
        sources[at] = await fileSource(file, { signal, ...(path === null ? {} : { path }) })
      } catch (cause) {
        const error = toErrorData(cause)
        if (error.kind === 'cancelled') outcome.cancelled++
        else outcome.refused.push(refusal(path ?? file.name, error))
      }
      onSent(++sent)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return sources.filter(source => source !== undefined)
}

function batchesOf(items: readonly ImportItem[]): ImportItem[][] {
  const batches: ImportItem[][] = []
  let bytes = Infinity
  for (const item of items) {
    const last = batches.at(-1)
    if (!last || last.length >= BATCH.files || bytes + item.file.size > BATCH.bytes) {
      batches.push([item])
      bytes = item.file.size
    } else {
      last.push(item)
      bytes += item.file.size
    }
  }
  return batches
}

const refusal = (name: string, { code, message }: ErrorData): ImportReport['refused'][number] => ({ name, code, message })
