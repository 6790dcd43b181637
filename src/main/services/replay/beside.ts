/** What lies beside a file: the hashes that were written with it, and the signature. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join, parse } from 'node:path'
import type { PackageFault } from '../../../shared/domain/casePackage'
import type { SignatureVerdict } from '../../../shared/domain/signature'
import { hashFile } from '../../evidence/hashFile'
import { SIGNATURE_FILE, unsigned, verify } from '../../evidence/signature'
import type { Verification } from './verification'

export interface Beside {
  sha256: string
  signature: SignatureVerdict
  faults: PackageFault[]
  /** That nothing beside the file speaks of it, in words; empty where something does. */
  unknown: string[]
}

/** Compares a file with the hashes that were written with it (report.sha256, or of the file's own name) and with signature.json, in its folder. */
export async function checkBeside(path: string, bytes: Uint8Array, trusted: readonly string[]): Promise<Beside> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const name = basename(path)
  const expected = await hashBeside(path)
  const signature = await signatureIn(dirname(path), trusted, name)
  const faults: PackageFault[] = []
  if (expected !== null && expected !== sha256) faults.push({ code: 'report.changed', where: name, message: `${name} was changed: its SHA-256 is ${sha256}, and the hashes beside it say ${expected}.` })
  if (signature.state === 'broken') faults.push({ code: 'signature.broken', where: SIGNATURE_FILE, message: signature.message })
  const unknown = expected === null && signature.state === 'none' ? [`Neither a file of hashes (.sha256) nor ${SIGNATURE_FILE} beside it speaks of ${name}: nothing says what its bytes were.`] : []
  return { sha256, signature, faults, unknown }
}

export async function signatureIn(folder: string, trusted: readonly string[], what: string): Promise<SignatureVerdict> {
  const text = await textOf(join(folder, SIGNATURE_FILE))
  return text === null ? unsigned(what) : verify(text, name => hashFile(join(folder, name)).catch(() => null), trusted, [what])
}

const textOf = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null)

/** `vidimus report --out NAME.pdf` writes NAME.sha256, the workstation report.sha256. */
async function hashBeside(path: string): Promise<string | null> {
  const name = basename(path)
  for (const file of [`${parse(name).name}.sha256`, 'report.sha256']) {
    const sums = await textOf(join(dirname(path), file))
    const found = sums === null ? null : hashIn(sums, name)
    if (found !== null) return found
  }
  return null
}

function hashIn(sums: string, name: string): string | null {
  const line = sums.split('\n').find(text => text.slice(66) === name)
  return line === undefined ? null : line.slice(0, 64)
}

/** Whether report.json, or the JSON of the PDF's own name, says that the report was signed. */
async function twinIsSigned(path: string): Promise<boolean> {
  const texts = await Promise.all(['report.json', `${parse(path).name}.json`].map(name => textOf(join(dirname(path), name))))
  return texts.some(text => text !== null && /"state":\s*"signed"/.test(text))
}

/** A PDF says nothing that could be computed again: its hash is all there is. */
export async function verifyDocument(path: string, trusted: readonly string[]): Promise<Verification> {
  const { unknown: unchecked, ...beside } = await checkBeside(path, await readFile(path), trusted)
  if (beside.signature.state === 'none' && (await twinIsSigned(path)))
    beside.faults.push({ code: 'signature.missing', where: SIGNATURE_FILE, message: `The report beside ${basename(path)} says that it is signed, and no signature lies there.` })
  const state = beside.faults.length > 0 ? 'differs' : unchecked.length > 0 ? 'incomplete' : 'identical'
  return { kind: 'document', file: path, state, log: null, logs: [], records: null, runs: [], notes: beside.signature.state === 'none' && unchecked.length === 0 ? ['Only the hashes beside it say what its bytes were: no signature vouches for those.'] : [], ...beside, unchecked }
}

/** A signature with the files that it names, in its own folder. */
export async function verifySignatureFile(path: string, trusted: readonly string[]): Promise<Verification> {
  const text = await readFile(path, 'utf8')
  const signature = await verify(text, name => hashFile(join(dirname(path), name)).catch(() => null), trusted)
  const faults = signature.state === 'broken' ? [{ code: 'signature.broken', where: SIGNATURE_FILE, message: signature.message }] : []
  return {
    kind: 'signature', file: path, sha256: createHash('sha256').update(text).digest('hex'), state: faults.length > 0 ? 'differs' : 'identical', faults, signature, log: null, logs: [], records: null, runs: [], unchecked: [], notes: []
  }
}
