/**
 * The laboratory's signing key on disk: one current key, `laboratory-key.json` in the configuration folder, readable by
 * this user alone, and `retired-keys.json` with the public halves of those before. Private halves are never kept in
 * memory beyond the signature they are opened for, and no passphrase is ever part of a message.
 */
import type { KeyObject } from 'node:crypto'
import { rmSync } from 'node:fs'
import { z } from 'zod'
import { Time } from '../../shared/domain/common'
import { LaboratoryKey, type Signature } from '../../shared/domain/signature'
import { inputError, usageError, type VidimusError } from '../../shared/errors'
import { replaceFile } from '../files/replaceFile'
import { keyPath, place, putAside, readIfThere, retiredPath, writing } from './keyDisk'
import { decrypt, keyFileText, laboratoryKeyOf, newKeyFile, readKeyFile, type KeyFile } from './keyFile'
import { sign, type SignedFile } from './signature'

/** A key that was put aside; what it signed stays valid. */
const RetiredKey = LaboratoryKey.extend({ retired: Time, reason: z.string() })
export type RetiredKey = z.infer<typeof RetiredKey>

/** A key whose passphrase was right: signs as often as needed, until it is let go. */
export interface OpenKey {
  key: LaboratoryKey
  /** `at`: ISO 8601, UTC, now by default. Files by bare names with SHA-256. */
  sign: (files: readonly SignedFile[], signer: string, at?: string) => Signature
}

/** The current key, or null where none was made. @throws VidimusError `key.damaged` (input), `key.unreadable` (fault) */
export function currentKey(folder: string): LaboratoryKey | null {
  const file = current(folder)
  return file && laboratoryKeyOf(file)
}

/** @throws VidimusError `key.exists` (usage), `key.damaged` (input), `key.unreadable`, `disk.full`, `disk.unwritable`, `disk.failed` (fault) */
export async function createKey(folder: string, laboratory: string, passphrase: string): Promise<LaboratoryKey> {
  refuseSecond(current(folder))
  const file = await newKeyFile(laboratory, passphrase, new Date().toISOString())
  return placed(folder, file)
}

/** @throws VidimusError `key.none`, `key.passphrase` (usage), `key.damaged` (input), `key.unreadable` (fault) */
export async function openKey(folder: string, passphrase: string): Promise<OpenKey> {
  const file = needed(folder)
  const key = await decrypted(file, passphrase)
  return { key: laboratoryKeyOf(file), sign: (files, signer, at = new Date().toISOString()) => sign({ laboratory: file.laboratory, signer, at, key, files }) }
}

/** The encrypted key as it is to be kept elsewhere. @throws VidimusError `key.none` (usage), `key.damaged` (input), `key.unreadable` (fault) */
export const backupText = (folder: string): string => keyFileText(needed(folder))

/**
 * Takes a backup in; a damaged key file in its place is kept beside under another name.
 * @throws VidimusError `key.exists`, `key.passphrase` (usage), `key.damaged` (input), `key.unreadable`, `disk.*` (fault)
 */
export async function restoreKey(folder: string, backup: { text: string; name: string }, passphrase: string): Promise<LaboratoryKey> {
  const read = readKeyFile(backup.text)
  if ('fault' in read) throw inputError('key.damaged', `"${backup.name}" can't be taken in: ${read.fault}. Take another copy of the backup.`)
  const isDamaged = damageOf(folder) !== null
  if (!isDamaged) refuseSecond(current(folder))
  await decrypted(read.file, passphrase)
  if (isDamaged) putAside(folder)
  return placed(folder, read.file)
}

/**
 * Puts the current key aside for good: its public half goes to the retired ones, its private half is deleted. A damaged
 * file is kept beside under another name and gives null.
 * @throws VidimusError `key.none` (usage), `key.unreadable`, `disk.*` (fault)
 */
export function retireKey(folder: string, reason: string): RetiredKey | null {
  if (damageOf(folder) !== null) {
    putAside(folder)
    return null
  }
  const retired = { ...laboratoryKeyOf(needed(folder)), retired: new Date().toISOString(), reason }
  const list = JSON.stringify([...retiredKeys(folder), retired], null, 2)
  writing(folder, () => replaceFile(retiredPath(folder), `${list}\n`))
  writing(folder, () => rmSync(keyPath(folder)))
  return retired
}

/** Oldest first. @throws VidimusError `key.damaged` (input), `key.unreadable` (fault) */
export function retiredKeys(folder: string): RetiredKey[] {
  const text = readIfThere(retiredPath(folder))
  if (text === null) return []
  try {
    return z.array(RetiredKey).parse(JSON.parse(text))
  } catch (cause) {
    throw inputError('key.damaged', `The list of retired keys "${retiredPath(folder)}" is damaged. Put back a copy of it, or move it away: signatures of those keys will be shown as made with an unknown key then.`, { cause })
  }
}

function placed(folder: string, file: KeyFile): LaboratoryKey {
  if (!place(folder, keyFileText(file))) throw exists(needed(folder).fingerprint)
  return laboratoryKeyOf(file)
}

const refuseSecond = (file: KeyFile | null): void => {
  if (file !== null) throw exists(file.fingerprint)
}
const exists = (fingerprint: string): VidimusError =>
  usageError('key.exists', `There is a laboratory key already, with fingerprint ${fingerprint}. Retire it first if another is to take its place.`)

function needed(folder: string): KeyFile {
  const file = current(folder)
  if (file === null) throw usageError('key.none', 'There is no laboratory key on this machine. Make one in Settings, or restore the backup of yours there.')
  return file
}

async function decrypted(file: KeyFile, passphrase: string): Promise<KeyObject> {
  const key = await decrypt(file, passphrase)
  if (key === null)
    throw usageError('key.passphrase', `The passphrase does not open the key with fingerprint ${file.fingerprint}. Mind upper and lower case and the keyboard's layout. A lost passphrase can't be recovered: retire the key then, and make a new one.`)
  return key
}

function current(folder: string): KeyFile | null {
  const text = readIfThere(keyPath(folder))
  if (text === null) return null
  const read = readKeyFile(text)
  if ('fault' in read) throw damaged(folder, read.fault)
  return read.file
}

function damageOf(folder: string): string | null {
  const text = readIfThere(keyPath(folder))
  const read = text === null ? null : readKeyFile(text)
  return read !== null && 'fault' in read ? read.fault : null
}

const damaged = (folder: string, fault: string): VidimusError =>
  inputError('key.damaged', `The laboratory's key file "${keyPath(folder)}" is damaged: ${fault}. Restore its backup, or retire the key and make a new one.`)
