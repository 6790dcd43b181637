/** Packages changed by somebody who knows how they are made. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import type { PackageManifest } from '../../src/shared/domain/casePackage'
import type { StoredCase } from '../../src/shared/domain/storedCase'
import { canonicalJson } from '../../src/main/evidence/canonicalJson'
import { openZip } from '../../src/main/reports/package/zip/readZip'
import { zipStream } from '../../src/main/reports/package/zip/writeZip'

export type Contents = Map<string, Buffer>

export async function readPackage(path: string): Promise<Contents> {
  const zip = await openZip(path)
  const contents: Contents = new Map()
  for (const [name, entry] of zip.entries) contents.set(name, await entry.text())
  zip.close()
  return contents
}

export const jsonIn = <T>(contents: Contents, name: string): T => JSON.parse(contents.get(name)!.toString()) as T
export const setJson = (contents: Contents, name: string, value: unknown): void => void contents.set(name, Buffer.from(`${canonicalJson(value)}\n`))

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Writes contents as a package, with every hash in it made anew. */
export async function writePackage(path: string, contents: Contents): Promise<void> {
  const manifest = jsonIn<PackageManifest>(contents, 'manifest.json')
  const own = ['manifest.json', 'signature.json', 'SHA256SUMS']
  manifest.entries = [...contents].filter(([name]) => !own.includes(name)).map(([name, bytes]) => ({ name, size: bytes.length, sha256: sha256(bytes) }))
  setJson(contents, 'manifest.json', manifest)
  contents.set('SHA256SUMS', Buffer.from(own.slice(0, 2).flatMap(name => (contents.has(name) ? [`${sha256(contents.get(name)!)}  ${name}\n`] : [])).join('')))
  const entries = [...contents].map(([name, bytes]) => ({ name, size: bytes.length, content: () => Readable.from([bytes], { objectMode: false }) }))
  await pipeline(zipStream(entries), createWriteStream(path))
}

/** The same package with something in its case changed, and every hash made anew. */
export async function withCase(from: string, to: string, change: (stored: StoredCase, contents: Contents) => void): Promise<void> {
  const contents = await readPackage(from)
  const stored = jsonIn<StoredCase>(contents, 'case.json')
  change(stored, contents)
  setJson(contents, 'case.json', stored)
  await writePackage(to, contents)
}

interface Place {
  from: number
  to: number
  central: number
}

/** Where each entry's content lies, in the order of the directory. */
function places(bytes: Buffer): Place[] {
  const end = bytes.length - 22
  const found: Place[] = []
  for (let at = bytes.readUInt32LE(end + 16); at < end; at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30)) {
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26)
    found.push({ from, to: from + bytes.readUInt32LE(at + 24), central: at })
  }
  return found
}

/** One bit changed; where it lies in content, the zip's own checksums are made to fit, so that they don't find it. */
export function flipped(original: Buffer, at: number, bit: number): Buffer {
  const bytes = Buffer.from(original)
  bytes[at] = original[at]! ^ (1 << bit)
  const hit = places(original).find(({ from, to }) => at >= from && at < to)
  if (hit === undefined) return bytes
  const crc = crc32(bytes.subarray(hit.from, hit.to))
  bytes.writeUInt32LE(crc, hit.to + 4)
  bytes.writeUInt32LE(crc, hit.central + 16)
  return bytes
}
