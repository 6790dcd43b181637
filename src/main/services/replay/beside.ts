/** What lies beside a file: the hashes that were written with it, and the signature. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { PackageFault } from '../../../shared/domain/casePackage'
import type { SignatureVerdict } from '../../../shared/domain/signature'
import { hashFile } from '../../evidence/hashFile'
import { SIGNATURE_FILE, unsigned, verify } from '../../evidence/signature'
import type { Verification } from './verification'

export interface Beside {
  sha256: string
  signature: SignatureVerdict
  faults: PackageFault[]
  unchecked: string[]
}

/** Compares a file with report.sha256 and signature.json in its folder. */
export async function checkBeside(path: string, bytes: Uint8Array, trusted: readonly string[]): Promise<Beside> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const name = basename(path)
  const sums = await textOf(join(dirname(path), 'report.sha256'))
  const expected = sums === null ? null : hashIn(sums, name)
  const signature = await signatureIn(dirname(path), trusted, name)
  const faults: PackageFault[] = []
  if (expected !== null && expected !== sha256) faults.push({ code: 'report.changed', where: name, message: `${name} was changed: its SHA-256 is ${sha256}, and report.sha256 beside it says ${expected}.` })
  if (signature.state === 'broken') faults.push({ code: 'signature.broken', where: SIGNATURE_FILE, message: signature.message })
  const unchecked = expected === null && signature.state === 'none' ? [`Neither report.sha256 nor ${SIGNATURE_FILE} beside it speaks of ${name}: nothing says what its bytes were.`] : []
  return { sha256, signature, faults, unchecked }
}

export async function signatureIn(folder: string, trusted: readonly string[], what: string): Promise<SignatureVerdict> {
  const text = await textOf(join(folder, SIGNATURE_FILE))
  return text === null ? unsigned(what) : verify(text, name => hashFile(join(folder, name)).catch(() => null), trusted, [what])
}

const textOf = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null)

function hashIn(sums: string, name: string): string | null {
  const line = sums.split('\n').find(text => text.slice(66) === name)
  return line === undefined ? null : line.slice(0, 64)
}

/** A PDF says nothing that could be computed again: its hash is all there is. */
export async function verifyDocument(path: string, trusted: readonly string[]): Promise<Verification> {
  const beside = await checkBeside(path, await readFile(path), trusted)
  const unchecked = [...beside.unchecked]
  const state = beside.faults.length > 0 ? 'differs' : unchecked.length > 0 ? 'incomplete' : 'identical'
  return { kind: 'document', file: path, state, log: null, records: null, runs: [], ...beside, unchecked }
}

/** A signature with the files that it names, in its own folder. */
export async function verifySignatureFile(path: string, trusted: readonly string[]): Promise<Verification> {
  const text = await readFile(path, 'utf8')
  const signature = await verify(text, name => hashFile(join(dirname(path), name)).catch(() => null), trusted)
  const faults = signature.state === 'broken' ? [{ code: 'signature.broken', where: SIGNATURE_FILE, message: signature.message }] : []
  return {
    kind: 'signature', file: path, sha256: createHash('sha256').update(text).digest('hex'), state: faults.length > 0 ? 'differs' : 'identical', faults, signature, log: null, records: null, runs: [], unchecked: []
  }
}
