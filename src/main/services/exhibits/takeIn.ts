import type { Exhibit, ImportReport, Provenance } from '../../../shared/domain/exhibit'
import { VidimusError } from '../../../shared/errors'
import type { Library } from '../../cases/library'
import { releaseEvidence, storeEvidence, type StoredEvidence } from '../../evidence/evidenceStore'
import { checkPhotoFile } from '../../faces/readPhotoFile'
import type { HostPort } from '../host'
import type { ListedFile } from './listFiles'

type Refusal = ImportReport['refused'][number]

/** A new exhibit, the one that holds the same bytes already, or why there is none. */
export type TakenIn = { exhibit: Exhibit; added: boolean } | { refused: Refusal }

export interface Destination {
  library: Library
  host: HostPort
  case: string
  provenance: Provenance
}

/**
 * Stores a file's bytes as evidence and adds the exhibit. What is wrong with the file is a refusal.
 * @throws VidimusError for what is wrong with the library or its disk (`disk.full`, `library.closed` ...)
 */
export async function takeIn({ library, host, case: caseId, provenance }: Destination, file: ListedFile): Promise<TakenIn> {
  const stored = await store(library, host, file)
  if ('refused' in stored) return stored
  const { sha256, size, modified } = stored
  try {
    return library.write.addExhibit({ case: caseId, name: file.name, path: file.from, sha256, size, modified, provenance })
  } finally {
    releaseEvidence(library.folder, sha256)
  }
}

async function store({ folder }: Library, host: HostPort, { name, path, upload, modified }: ListedFile): Promise<(StoredEvidence & { modified: string }) | { refused: Refusal }> {
  let place = path ?? ''
  try {
    place = path ?? host.upload(upload!).path
    const checked = await checkPhotoFile(place)
    return { ...(await storeEvidence(folder, place)), modified: modified ?? checked.modified.toISOString() }
  } catch (error) {
    if (!(error instanceof VidimusError) || (error.kind !== 'input' && error.code !== 'upload.unknown')) throw error
    // Nobody knows the place of an upload on this disk.
    const message = upload === null || place === '' ? error.message : error.message.replaceAll(place, name)
    return { refused: { name, code: error.code, message } }
  }
}
