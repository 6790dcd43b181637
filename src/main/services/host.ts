import type { Delivery } from '../../shared/domain/casePackage'
import type { HostInfo } from '../../shared/domain/host'

/** A file the window uploaded, whole and on disk. */
export interface UploadedFile {
  path: string
  size: number
}

/** A file that leaves the program. */
export interface OutgoingFile {
  /** A file of the library's that never changes, or one made for this (services/outgoing.ts). */
  path: string
  /** What the user will find; made safe for every file system by the host. */
  name: string
  /** Made for this: the host deletes it once it is handed out, given up or expired, and where handing out fails. */
  temporary: boolean
}

/**
 * What services need of the program they run in: the one thing tests may fake. Implemented by each host
 * (hosts/electron, hosts/web).
 */
export interface HostPort {
  info(): HostInfo
  /** A native dialog; empty when the user closed it. @throws VidimusError `dialog.none` (usage) where there are none */
  pick(kind: 'photos' | 'folder' | 'library' | 'model' | 'package'): Promise<string[]>
  /** @throws VidimusError `upload.unknown` (usage) for an id that was never uploaded or is gone */
  upload(id: string): UploadedFile
  /** Deletes an upload that is no longer wanted; unknown ids are no error. */
  dropUpload(id: string): Promise<void>
  /**
   * Hands a file to the user: as a download that expires, by a save dialog, or into the working folder.
   * @throws VidimusError `save.full`, `save.unwritable`, `save.failed` (fault), `save.taken` (usage): nothing is left behind then
   */
  deliver(file: OutgoingFile): Promise<Delivery>
  /** Whether the window may name paths of this machine (FileSource kind "path"). */
  readonly allowsPaths: boolean
}

