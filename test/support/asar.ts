import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface Node {
  files?: Record<string, Node>
  size?: number
  offset?: string
  unpacked?: boolean
}

function open(archive: string): { bytes: Buffer; files: { path: string; node: Node }[]; start: number } {
  const bytes = readFileSync(archive)
  const root = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8')) as Node
  const walk = (node: Node, path: string): { path: string; node: Node }[] =>
    node.files ? Object.entries(node.files).flatMap(([name, below]) => walk(below, path === '' ? name : `${path}/${name}`)) : [{ path, node }]
  return { bytes, files: walk(root, ''), start: 8 + bytes.readUInt32LE(4) }
}

/** Paths of the files in an Electron archive. */
export const listArchive = (archive: string): string[] => open(archive).files.map(({ path }) => path)

/** Writes an archive's files, those beside it included, into a folder that plain Node can run. */
export function extractArchive(archive: string, folder: string): void {
  const { bytes, files, start } = open(archive)
  for (const { path, node } of files) {
    if (node.unpacked) continue
    const from = start + Number(node.offset)
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes.subarray(from, from + (node.size ?? 0)))
  }
  if (existsSync(`${archive}.unpacked`)) cpSync(`${archive}.unpacked`, folder, { recursive: true })
}
