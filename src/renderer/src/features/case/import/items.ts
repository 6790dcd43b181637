import type { ErrorData } from '../../../../../shared/errors'
import { toErrorData } from '../../../../../shared/errors'

/** A file on its way into a case, and where it lay in the folder that was dropped or chosen. */
export interface ImportItem {
  file: File
  path: string | null
}

/** A file or folder that the browser could not hand over. */
interface Unreadable {
  name: string
  error: ErrorData
}

export interface Collected {
  items: ImportItem[]
  unreadable: Unreadable[]
}

/** Files from an input of a form; those of a chosen folder know their path in it. */
export const fromInput = (files: readonly File[]): Collected => ({ items: files.map(file => ({ file, path: file.webkitRelativePath || null })), unreadable: [] })

/**
 * Everything in a drop, folders to their depths. Must be called while the drop event is handled; what follows may take
 * a while for a large folder.
 *
 * @param onFound how many files there are so far
 */
export function fromDrop({ items }: DataTransfer, onFound: (files: number) => void): Promise<Collected> {
  const dropped = [...items].filter(({ kind }) => kind === 'file').map(item => item.webkitGetAsEntry() ?? item.getAsFile())
  const files = dropped.filter(item => item instanceof File)
  return collect(dropped.filter((item): item is FileSystemEntry => item !== null && !(item instanceof File)), fromInput(files), onFound)
}

async function collect(entries: FileSystemEntry[], found: Collected, onFound: (files: number) => void): Promise<Collected> {
  const queue = [...entries]
  for (let entry = queue.shift(); entry; entry = queue.shift()) {
    try {
      if (entry.isDirectory) queue.unshift(...(await childrenOf(entry as FileSystemDirectoryEntry)))
      else found.items.push({ file: await fileOf(entry as FileSystemFileEntry), path: entry.fullPath.replace(/^\//, '') })
      onFound(found.items.length)
    } catch (cause) {
      found.unreadable.push({ name: entry.fullPath.replace(/^\//, ''), error: { kind: 'input', code: 'file.unreadable', message: `It could not be read where it lies: ${toErrorData(cause).message}` } })
    }
  }
  return found
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject))

/** A reader gives a folder's entries in portions until one is empty. */
async function childrenOf(entry: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = entry.createReader()
  const children: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (portion.length === 0) return children.sort((one, other) => one.name.localeCompare(other.name))
    children.push(...portion)
  }
}
