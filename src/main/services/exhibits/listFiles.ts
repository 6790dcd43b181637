import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { FileSource, ImportReport } from '../../../shared/domain/exhibit'
import { usageError } from '../../../shared/errors'

/** One file that is to be taken in. */
export interface ListedFile {
  name: string
  /** On disk; null for an upload, whose place the host knows. */
  path: string | null
  upload: string | null
  /** What is kept as the place it came from. */
  from: string | null
  /** As the window said; null: as the disk says. */
  modified: string | null
}

export interface Listing {
  files: ListedFile[]
  refused: ImportReport['refused']
}

/** Most files of one import. */
const MAX_FILES = 100_000

/**
 * Every file of the sources in order: folders are walked to their ends, by name. Links to folders are not followed, since
 * they may lead in circles.
 *
 * @throws VidimusError `import.too-many` (usage)
 */
export async function listFiles(sources: readonly FileSource[]): Promise<Listing> {
  const listing: Listing = { files: [], refused: [] }
  for (const source of sources) {
    if (source.kind === 'path') await listPath(resolve(source.path), listing)
    else listing.files.push({ name: clean(source.name), path: null, upload: source.upload, from: source.path && tidy(source.path), modified: source.modified })
  }
  return listing
}

/** What is neither a file nor a folder is told when it is taken in. */
async function listPath(path: string, listing: Listing): Promise<void> {
  const isFolder = await stat(path).then(found => found.isDirectory(), () => false)
  if (isFolder) return listFolder(path, listing)
  if (listing.files.length >= MAX_FILES) throw usageError('import.too-many', `These are more than ${MAX_FILES} files. Import them in parts.`)
  listing.files.push({ name: clean(basename(path)), path, upload: null, from: tidy(path), modified: null })
}

async function listFolder(folder: string, { files, refused }: Listing): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    refused.push({ name: clean(folder), code: 'folder.unreadable', message: `The folder "${folder}" could not be listed (${cause instanceof Error ? cause.message : String(cause)}). Check that this user may read it.` })
    return []
  })
  for (const entry of entries.sort((a, b) => byName.compare(a.name, b.name))) {
    const path = join(folder, entry.name)
    if (entry.isSymbolicLink() && (await stat(path).then(found => found.isDirectory(), () => false)))
      refused.push({ name: clean(entry.name), code: 'folder.link', message: `"${path}" is a link to a folder and was not followed. Add that folder itself.` })
    else await listPath(path, { files, refused })
  }
}

const byName = new Intl.Collator('en', { numeric: true })

/** The last part of a name, whichever system it comes from. */
const clean = (name: string): string => tidy(name.split(/[\\/]/).filter(part => part !== '').at(-1) ?? name)

/** Without control characters and halves of characters, which no list and no log can show. */
const tidy = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]|\p{Surrogate}/gu, '\ufffd')
