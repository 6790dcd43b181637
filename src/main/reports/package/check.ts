/**
 * Looks into a package without believing any of it: every byte, every hash, the log's chain, the records against the log and
 * the signature. What is not as it was packed is a finding with a name, not an error.
 */
import type { z } from 'zod'
import { PackageManifest, type PackageFault } from '../../../shared/domain/casePackage'
import type { AuditRow } from '../../../shared/domain/audit'
import type { SignatureVerdict } from '../../../shared/domain/signature'
import { StoredCase } from '../../../shared/domain/storedCase'
import { canonicalJson } from '../../evidence/canonicalJson'
import { checkRecords } from '../../evidence/recordCheck'
import type { RecordCheck } from '../../evidence/records/compare'
import { renameIds } from '../../evidence/renameIds'
import { unsigned, verify } from '../../evidence/signature'
import { readEarlierLog, type EarlierLog } from './earlierLogs'
import { readExtract, type ExtractVerdict } from './logExtract'
import { CASE, LOG, MANIFEST, SIGNATURE, SUMS, earlierLogName, evidenceName } from './names'
import { agreement } from './agreement'
import { sumsText } from './pack'
import { checkFrame, type Watch } from './zip/checkFrame'
import type { OpenZip } from './zip/readZip'

/** What a package holds, where it could be read. */
export interface PackageContents {
  manifest: PackageManifest
  stored: StoredCase
  rows: AuditRow[]
  earlier: EarlierLog[]
}

export interface PackageCheck {
  /** Of the file. */
  sha256: string
  /** Null where not even the manifest could be read. */
  manifest: PackageManifest | null
  /** Null where case or log could not be read. */
  contents: PackageContents | null
  /** Empty: everything is as it was packed. */
  faults: PackageFault[]
  signature: SignatureVerdict
  log: ExtractVerdict | null
  records: RecordCheck | null
}

type Tell = (code: string, where: string, message: string) => void

interface Reading {
  zip: OpenZip
  hashes: ReadonlyMap<string, string>
  tell: Tell
}

/**
 * @param trusted fingerprints of the keys that the reader knows
 * @throws what reading the file throws (input), and the signal's reason
 */
export async function checkPackage(zip: OpenZip, trusted: readonly string[], watch: Watch): Promise<PackageCheck> {
  const faults: PackageFault[] = []
  const tell: Tell = (code, where, message) => void faults.push({ code, where, message })
  const { hashes, sha256, differs } = await checkFrame(zip, watch)
  const reading = { zip, hashes, tell }
  await checkSums(reading)
  const manifest = await readJson(reading, MANIFEST, PackageManifest.strict())
  if (manifest !== null) checkEntries(reading, manifest)
  if (differs !== null && faults.length === 0)
    tell('package.frame', `byte ${differs}`, `The archive around the content is not as Vidimus writes it, from byte ${differs} on: it was damaged, or packed again by another program.`)
  const signature = await checkSignature(reading, trusted)
  if (signature.state === 'broken') tell('package.signature', SIGNATURE, signature.message)
  const read = manifest && (await readContents(reading, manifest))
  return { sha256, manifest, faults, signature, contents: read?.contents ?? null, log: read?.log ?? null, records: read && checkContents(read, tell) }
}

async function checkSums({ zip, hashes, tell }: Reading): Promise<void> {
  const sums = await zip.entries.get(SUMS)?.text()
  const expected = sumsText([MANIFEST, SIGNATURE].flatMap(name => (hashes.has(name) ? [{ name, sha256: hashes.get(name)! }] : [])))
  if (sums?.toString('latin1') !== expected) tell('package.sums', SUMS, `SHA256SUMS does not say what ${MANIFEST}${hashes.has(SIGNATURE) ? ` and ${SIGNATURE} are` : ' is'}: one of them was changed.`)
}

/** A file that is the canonical JSON of what it says and a line end. */
async function readJson<T extends z.ZodType>({ zip, tell }: Reading, name: string, schema: T): Promise<z.infer<T> | null> {
  const entry = zip.entries.get(name)
  if (entry === undefined) return tell('package.missing', name, `${name} is missing.`), null
  const text = (await entry.text()).toString('utf8')
  try {
    const value = schema.parse(JSON.parse(text))
    if (`${canonicalJson(value)}\n` === text) return value
    return tell('package.json', name, `${name} is not spelt as Vidimus writes it.`), null
  } catch (error) {
    return tell('package.json', name, `${name} can't be read: ${firstLine(error)}.`), null
  }
}

const firstLine = (error: unknown): string => {
  const { issues, message } = error as { issues?: { path: PropertyKey[]; message: string }[]; message: string }
  const issue = issues?.[0]
  return issue ? `${issue.path.map(String).join('.')}: ${issue.message}` : message
}

function checkEntries({ zip, hashes, tell }: Reading, { entries }: PackageManifest): void {
  const named = new Map(entries.map(entry => [entry.name, entry]))
  if (named.size !== entries.length) tell('package.manifest', MANIFEST, 'The manifest names an entry twice.')
  for (const { name, size, sha256 } of named.values()) {
    const found = zip.entries.get(name)
    if (found === undefined) tell('package.missing', name, `${name} is missing.`)
    else if (hashes.get(name) !== sha256 || found.size !== size) tell('package.changed', name, `${name} was changed: its SHA-256 is ${hashes.get(name)}, and ${sha256} was packed.`)
  }
  for (const name of zip.entries.keys()) if (!named.has(name) && ![MANIFEST, SIGNATURE, SUMS].includes(name)) tell('package.added', name, `${name} was added: the manifest does not name it.`)
  for (const { name, sha256 } of entries) if (name.startsWith('evidence/') && name !== evidenceName(sha256)) tell('package.manifest', name, `${name} is not named by its hash, ${sha256}.`)
}

async function checkSignature({ zip, hashes }: Reading, trusted: readonly string[]): Promise<SignatureVerdict> {
  const entry = zip.entries.get(SIGNATURE)
  if (entry === undefined) return unsigned('The package')
  const verdict = await verify((await entry.text()).toString('utf8'), name => (name === MANIFEST ? (hashes.get(MANIFEST) ?? null) : null), trusted)
  return verdict
}

interface Read {
  contents: PackageContents
  log: ExtractVerdict
}

async function readContents(reading: Reading, manifest: PackageManifest): Promise<Read | null> {
  const { zip, tell } = reading
  const stored = await readJson(reading, CASE, StoredCase.strict())
  const text = (await zip.entries.get(LOG)?.text())?.toString('utf8')
  if (text === undefined) tell('package.missing', LOG, `${LOG} is missing.`)
  const earlier = await readEarlier(reading, manifest)
  if (stored === null || text === undefined || earlier === null) return null
  const { rows, verdict } = readExtract(text, manifest.head)
  return { contents: { manifest, stored, rows, earlier }, log: verdict }
}

async function readEarlier({ zip, tell }: Reading, { entries }: PackageManifest): Promise<EarlierLog[] | null> {
  const count = entries.filter(({ name }) => name.startsWith('logs/')).length
  const logs: EarlierLog[] = []
  for (let i = 0; i < count; i++) {
    const name = earlierLogName(i)
    const log = readEarlierLog((await zip.entries.get(name)?.text())?.toString('utf8') ?? '')
    if (log === null) return tell('package.json', name, `${name} can't be read.`), null
    logs.push(log)
  }
  return logs
}

/** Chain, what must agree, and the records against the log. */
function checkContents({ contents, log }: Read, tell: Tell): RecordCheck {
  if (log.broken !== null) tell('log.broken', `${LOG}, row ${log.broken.sequence}`, `The log is not whole: ${log.broken.reason}.`)
  for (const { rows, manifest } of contents.earlier) {
    const { broken } = readExtract(rows, manifest.head).verdict
    if (broken !== null) tell('log.broken', `the log of ${manifest.laboratory || manifest.by}, row ${broken.sequence}`, `An earlier log of this case is not whole: ${broken.reason}.`)
  }
  agreement(contents, tell)
  const records = recordsOf(contents)
  for (const { what, message } of records.differences) tell('record.differs', what, `${message}.`)
  return records
}

/** As the log calls it: a case that came in as a copy has other ids here than where it was made. */
export function recordsOf({ stored, rows, earlier, manifest }: PackageContents): RecordCheck {
  const only = manifest.whole ? null : manifest.comparisons
  const whole = [manifest, ...earlier.map(log => log.manifest)].every(of => of.whole)
  return checkRecords({ stored, rows: [...earlier.flatMap(renamedRows), ...rows], only, whole, listed: null })
}

const renamedRows = ({ rows, idMap }: EarlierLog): AuditRow[] =>
  rows
    .split('\n')
    .slice(0, -1)
    .map(line => renameIds(JSON.parse(line) as AuditRow, idMap))
