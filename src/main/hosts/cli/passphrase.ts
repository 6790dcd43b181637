import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { VidimusError, usageError } from '../../../shared/errors'

/**
 * The passphrase of the laboratory's key: from VIDIMUS_PASSPHRASE, else asked for on the terminal without being shown. Never an
 * argument: those are seen by every user of the machine.
 * @throws VidimusError `passphrase.none` (usage) where there is no terminal to ask on, `cancelled`
 */
export async function askPassphrase(question = 'Passphrase of the key'): Promise<string> {
  const given = process.env.VIDIMUS_PASSPHRASE
  if (given !== undefined) return given
  if (!process.stdin.isTTY) throw usageError('passphrase.none', 'The passphrase of the key is needed, and there is no terminal to ask for it: set VIDIMUS_PASSPHRASE.')
  return askUnseen(`${question}: `)
}

/** Twice, where one that was mistyped would be lost. @throws VidimusError as `askPassphrase`, `passphrase.differs` (usage) */
export async function choosePassphrase(): Promise<string> {
  const first = await askPassphrase('Passphrase for the new key')
  if (process.env.VIDIMUS_PASSPHRASE === undefined && (await askUnseen('The same again: ')) !== first) throw usageError('passphrase.differs', 'The two passphrases are not the same: no key was made.')
  return first
}

function askUnseen(question: string): Promise<string> {
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  return new Promise<string>((answer, reject) => {
    lines.once('line', line => {
      answer(line)
      lines.close()
    })
    lines.once('close', () => {
      process.stderr.write('\n')
      reject(new VidimusError('cancelled', 'cancelled', 'Stopped; nothing was changed.'))
    })
  })
}
