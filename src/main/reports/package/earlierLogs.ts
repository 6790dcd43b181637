import { z } from 'zod'
import { PackageManifest } from '../../../shared/domain/casePackage'
import { Id, Sha256, Time } from '../../../shared/domain/common'
import { canonicalJson } from '../../evidence/canonicalJson'

/** A log of a library that a case came from, on its way through this one: the first line of logs/NNNN.jsonl says what the rest is. */
const Header = z.strictObject({ at: Time, packageSha256: Sha256, manifest: PackageManifest.strict(), idMap: z.record(Id, Id) })

export interface EarlierLog extends z.infer<typeof Header> {
  /** Rows as JSON, one a line. */
  rows: string
}

export const earlierLogText = ({ rows, ...header }: EarlierLog): string => `${canonicalJson(header)}\n${rows}`

/** Null for a text that is none. */
export function readEarlierLog(text: string): EarlierLog | null {
  const end = text.indexOf('\n')
  try {
    const log = { ...Header.parse(JSON.parse(text.slice(0, end))), rows: text.slice(end + 1) }
    return earlierLogText(log) === text ? log : null
  } catch {
    return null
  }
}
