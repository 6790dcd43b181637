import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileSource } from '../../shared/domain/exhibit'
import { LaboratoryKey } from '../../shared/domain/signature'
import { inputError } from '../../shared/errors'
import { backupText, createKey, currentKey, openKey, restoreKey, retireKey, retiredKeys, type OpenKey } from '../evidence/keys'
import { refusePaths } from './exhibits/importFiles'
import type { HandlersOf, Services } from './handlers'
import type { HostPort } from './host'

/** The laboratory's key, for services that sign and for those that check. */
export interface LaboratoryKeys {
  /** @throws VidimusError `key.damaged` (input), `key.unreadable` (fault) */
  current: () => LaboratoryKey | null
  /**
   * The key, ready to sign. Whoever signs makes the files first, then calls `sign(files, signer, at)` and writes
   * `signatureText(signature)` to `SIGNATURE_FILE` (evidence/signature.ts).
   * @throws VidimusError `key.none`, `key.passphrase` (usage), `key.damaged` (input), `key.unreadable` (fault)
   */
  open: (passphrase: string) => Promise<OpenKey>
  /** Fingerprints of this laboratory's own keys, present and retired: what `verify` may trust. @throws as `current` */
  trusted: () => string[]
  readonly folder: string
}

export const laboratoryKeys = (folder: string): LaboratoryKeys => ({
  folder,
  current: () => currentKey(folder),
  open: passphrase => openKey(folder, passphrase),
  trusted: () => [currentKey(folder), ...retiredKeys(folder)].flatMap(key => (key === null ? [] : [key.fingerprint]))
})

/** No key file of ours comes near. */
const MAX_BACKUP_BYTES = 65_536

/** `key.*`. What is done to a key is a row of the open library's log, where there is one that can be written: with the fingerprint, never a secret. */
export const keyHandlers = ({ keys, libraries, events, host, outgoing }: Services): HandlersOf<'key'> => {
  const tell = (action: string, details: Record<string, unknown>): void => {
    libraries.note(action, details)
    events.emit('library.changed', { case: null, kind: 'settings' })
  }
  return {
    'key.get': async () => ({ key: currentKey(keys.folder) }),
    'key.create': async ({ laboratory, passphrase }) => {
      const key = await createKey(keys.folder, laboratory, passphrase)
      tell('key.created', { fingerprint: key.fingerprint, laboratory })
      return key
    },
    'key.deliver': async ({ half }) => {
      const text = half === 'public' ? publicText(keys.folder) : backupText(keys.folder)
      const { fingerprint } = currentKey(keys.folder)!
      const delivery = await host.deliver(await outgoing.text(half === 'public' ? `laboratory-${fingerprint.slice(0, 8)}.public.pem` : `laboratory-${fingerprint.slice(0, 8)}.key-backup.json`, text))
      if (delivery.kind !== 'cancelled') tell('key.delivered', { fingerprint, half })
      return delivery
    },
    'key.restore': async ({ source, passphrase }) => {
      const key = await restoreKey(keys.folder, await readBackup(host, source), passphrase)
      tell('key.restored', { fingerprint: key.fingerprint, laboratory: key.laboratory })
      return key
    },
    'key.retire': async ({ reason }) => {
      const retired = retireKey(keys.folder, reason)
      tell('key.retired', { fingerprint: retired?.fingerprint ?? null, reason })
      return { key: retired && LaboratoryKey.parse(retired) }
    }
  }
}

/** @throws VidimusError as `backupText` */
const publicText = (folder: string): string => currentKey(folder)?.publicKey ?? backupText(folder)

async function readBackup(host: HostPort, source: FileSource): Promise<{ text: string; name: string }> {
  refusePaths(host, [source])
  const name = source.kind === 'path' ? basename(source.path) : source.name
  const path = source.kind === 'path' ? source.path : host.upload(source.upload).path
  try {
    return { text: await readSmall(path, name), name }
  } finally {
    if (source.kind === 'upload') await host.dropUpload(source.upload)
  }
}

async function readSmall(path: string, name: string): Promise<string> {
  const size = await stat(path).then(({ size }) => size, unreadable(name))
  if (size > MAX_BACKUP_BYTES) throw inputError('key.damaged', `"${name}" is no key backup: it is larger than any.`)
  return readFile(path, 'utf8').catch(unreadable(name))
}

const unreadable = (name: string) => (cause: unknown): never => {
  throw inputError('key.unreadable', `"${name}" could not be read: ${cause instanceof Error ? cause.message : String(cause)}. See that the file is there and may be read.`, { cause })
}
