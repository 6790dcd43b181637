import { usageError } from '../../../shared/errors'
import type { HostPort } from '../../services/host'
import { developmentPhotos } from '../../services/developmentPhotos'
import type { Downloads } from './downloads'
import type { Uploads } from './uploads'

const noDialogs = async (): Promise<never> => {
  throw usageError('dialog.none', 'There are no native dialogs in a browser: choose files in the window, or type the path of a folder.')
}

/** What services get of the web host: uploads and downloads instead of paths and dialogs. */
export const webPort = (uploads: Uploads, downloads: Downloads, maxFileBytes: number): HostPort => ({
  info: () => ({ kind: 'web', dialogs: false, upload: { path: '/upload', maxFileBytes }, developmentPhotos: developmentPhotos().length > 0 }),
  pick: noDialogs,
  upload: id => uploads.get(id),
  dropUpload: id => uploads.drop(id),
  deliver: async file => downloads.offer(file),
  allowsPaths: false
})
