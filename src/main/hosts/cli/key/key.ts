import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { LaboratoryKey } from '../../../../shared/domain/signature'
import { VidimusError, usageError } from '../../../../shared/errors'
import { calls } from '../../../../shared/ipc/contract'
import { backupText, createKey, currentKey, retiredKeys } from '../../../evidence/keys'
import { diskTrouble } from '../../../files/diskTrouble'
import { programFolders } from '../../../services/folders'
import { choosePassphrase } from '../passphrase'

export interface KeyOptions {
  json?: true
}

const folder = (): string => programFolders().config
const say = (key: LaboratoryKey, json: boolean, words: string): void => console.log(json ? JSON.stringify({ key }) : words)

/** `vidimus key create`. @throws VidimusError `key.*`, `passphrase.*`, `disk.*` */
export async function runCreate(laboratory: string, { json }: KeyOptions): Promise<void> {
  // A key that is there is told before anybody thinks of a passphrase.
  const existing = currentKey(folder())
  if (existing !== null) throw usageError('key.exists', `There is a laboratory key already, with fingerprint ${existing.fingerprint}. Retire it in Settings first if another is to take its place.`)
  const { data, error } = calls['key.create'].input.safeParse({ laboratory, passphrase: await choosePassphrase() })
  if (error) throw usageError('key.refused', `No key was made: ${error.issues[0]?.path.join('.') ?? ''}: ${error.issues[0]?.message ?? ''}`)
  const key = await createKey(folder(), data.laboratory, data.passphrase)
  say(key, json === true, `${inWords(key)}\nA lost passphrase can't be recovered. Keep a backup: vidimus key export key-backup.json --backup`)
}

/** `vidimus key show`. @throws VidimusError `key.none` (usage), `key.damaged` (input), `key.unreadable` (fault) */
export function runShow({ json }: KeyOptions): void {
  const key = LaboratoryKey.parse(JSON.parse(backupText(folder())))
  const retired = retiredKeys(folder())
  if (json === true) return console.log(JSON.stringify({ key, retired }))
  console.log([inWords(key), ...retired.map(({ fingerprint, retired, reason }) => `Retired ${retired}: ${fingerprint} (${reason})`)].join('\n'))
}

/** `vidimus key export`: never over a file that is there. @throws VidimusError `key.none`, `save.taken` (usage), `key.damaged` (input), `disk.*` (fault) */
export function runExport(file: string, { backup }: { backup?: true }): void {
  const text = backup === true ? backupText(folder()) : LaboratoryKey.parse(JSON.parse(backupText(folder()))).publicKey
  const path = resolve(file)
  try {
    writeFileSync(path, text, { flag: 'wx', mode: backup === true ? 0o600 : 0o644 })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') throw usageError('save.taken', `"${path}" is there already. Choose another name, or move it away.`)
    const { kind, text: why } = diskTrouble(cause)
    throw new VidimusError('fault', `disk.${kind}`, `"${path}" could not be written: ${why}.`, { cause })
  }
  console.log(path)
}

const inWords = ({ laboratory, fingerprint, created }: LaboratoryKey): string => `Key of ${laboratory}, made ${created}\nFingerprint: ${fingerprint}`
