import type { HostInfo } from '../../shared/domain/host'

/** A file the window uploaded, whole and on disk. */
export interface UploadedFile {
  path: string
  size: number
}

/**
 * What services need of the program they run in: the one thing tests may fake. Implemented by each host
 * (hosts/electron, hosts/web).
 */
export interface HostPort {
  info(): HostInfo
  /** A native dialog; empty when the user closed it. @throws VidimusError `dialog.none` (usage) where there are none */
  pick(kind: 'photos' | 'folder' | 'library' | 'model'): Promise<string[]>
  /** @throws VidimusError `upload.unknown` (usage) for an id that was never uploaded or is gone */
  upload(id: string): UploadedFile
  /** Deletes an upload that is no longer wanted; unknown ids are no error. */
  dropUpload(id: string): Promise<void>
  /** Whether the window may name paths of this machine (FileSource kind "path"). */
  readonly allowsPaths: boolean
}

