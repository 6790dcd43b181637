import { existsSync } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { inputError, VidimusError } from '../../../../shared/errors'
import { fingerprintOfSent } from '../../../evidence/signature'
import type { Precision } from '../../../explain/xssab'
import type { DeviceRequest } from '../../../runtime/devices'
import { graphFolder } from '../../../services/graphFolder'
import { verifyDocument, verifySignatureFile } from '../../../services/replay/beside'
import type { ReplayState } from '../../../services/replay/difference'
import { ReplayModels } from '../../../services/replay/models'
import { photosIn } from '../../../services/replay/photos'
import type { Verification } from '../../../services/replay/verification'
import { verifyPackage } from '../../../services/replay/verifyPackage'
import { verifyJson } from '../../../services/replay/verifyReport'
import { Progress } from '../progress'
import { inWords } from './words'

export interface VerifyOptions {
  evidence?: string
  model?: string
  key?: string
  device: DeviceRequest
  precision?: Precision
  json?: true
}

/** Documented in --help. */
const EXIT: Readonly<Record<ReplayState, number>> = { identical: 0, equal: 0, differs: 4, incomplete: 5 }

/**
 * `vidimus verify`. A difference is a result, not an error.
 * @throws VidimusError (input) for a file, folder, key or model that can't be used
 */
export async function runVerify(file: string, options: VerifyOptions): Promise<void> {
  const progress = new Progress()
  const { device, precision, model } = options
  const models = new ReplayModels({ device, cacheFolder: graphFolder(), ...(precision && { precision }), ...(model !== undefined && { model }) })
  try {
    const verification = requireKey(await verifyFile(file, options, models, progress), options.key)
    progress.clear()
    console.log(options.json === true ? JSON.stringify(verification) : inWords(verification))
    process.exitCode = EXIT[verification.state]
  } finally {
    progress.clear()
    await models.release()
  }
}

/** For a folder that `explain` or a report left, the file in it that can be computed again. */
async function fileIn(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory() !== true) return path
  for (const name of ['report.json', 'result.json']) if (existsSync(join(path, name))) return join(path, name)
  throw inputError('verify.form', `"${path}" is a folder without a report.json or a result.json: give a *.vidimus package, report.json, report.pdf, result.json or signature.json.`)
}

async function verifyFile(given: string, { key, evidence }: VerifyOptions, models: ReplayModels, progress: Progress): Promise<Verification> {
  const trusted = key === undefined ? [] : [fingerprintOfSent(await textOf(key), key)]
  const folder = evidence === undefined ? null : await photosIn(evidence)
  const watch = { report: (step: string, done: number, total: number) => progress.countStage(step, done, total), signal: new AbortController().signal }
  const file = await fileIn(given)
  const form = await formOf(file)
  if (form === 'zip') return verifyPackage(file, { models, folder, trusted }, watch)
  if (form === 'pdf') return verifyDocument(file, trusted)
  if (form === 'signature') return verifySignatureFile(file, trusted)
  return verifyJson(file, { models, folder, trusted }, watch)
}

const textOf = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((cause: unknown) => {
    throw inputError('key.unreadable', `"${path}" could not be read: ${cause instanceof Error ? cause.message : String(cause)}. Check the path.`, { cause })
  })

/** By its bytes; a signature by its schema. */
async function formOf(path: string): Promise<'zip' | 'pdf' | 'signature' | 'json'> {
  const start = await startOf(path)
  if (start.startsWith('PK')) return 'zip'
  if (start.startsWith('%PDF')) return 'pdf'
  if (!/^\s*\{/.test(start)) throw inputError('verify.form', `"${path}" is neither a case package nor a report of Vidimus: give a *.vidimus, report.json, report.pdf or signature.json.`)
  const text = await readFile(path, 'utf8')
  return text.includes('"vidimus.signature/1"') && !text.includes('"vidimus.report/1"') ? 'signature' : 'json'
}

async function startOf(path: string): Promise<string> {
  try {
    const file = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
      return buffer.toString('latin1', 0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (cause) {
    throw cause instanceof VidimusError ? cause : inputError('verify.unreadable', `"${path}" could not be read: ${cause instanceof Error ? cause.message : String(cause)}. Check the path.`, { cause })
  }
}

/** Whoever gives a key wants a signature by it. */
function requireKey(verification: Verification, key: string | undefined): Verification {
  const state = verification.signature?.state ?? 'none'
  if (key === undefined || state === 'valid' || state === 'broken') return verification
  const message = state === 'none' ? 'It is not signed, and a signature by the key given was wanted.' : (verification.signature?.message ?? '')
  return { ...verification, state: 'differs', faults: [...verification.faults, { code: 'signature.other', where: 'signature.json', message }] }
}
