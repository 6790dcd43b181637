import { resolve } from 'node:path'
import { usageError } from '../../../../shared/errors'
import { MAX_FILE_BYTES } from '../../../faces/limits'
import { safeFileName } from '../../../files/safeFileName'
import { developmentPhotos } from '../../../services/developmentPhotos'
import type { HostPort } from '../../../services/host'
import { saveCopy } from '../../saveCopy'

/** What services get of the command line: paths, the working folder, no dialogs, no uploads. */
export const cliPort: HostPort = {
  info: () => ({ kind: 'cli', dialogs: false, upload: { path: '', maxFileBytes: MAX_FILE_BYTES }, developmentPhotos: developmentPhotos().length > 0 }),
  pick: async () => {
    throw usageError('dialog.none', 'There are no dialogs on the command line: give paths in the input.')
  },
  upload: id => {
    throw usageError('upload.unknown', `There is no upload "${id}": the command line takes files by their paths.`)
  },
  dropUpload: async () => undefined,
  deliver: file => saveCopy(file, resolve(safeFileName(file.name)), false),
  allowsPaths: true
}
