import { join } from 'node:path'
import { BrowserWindow, app, dialog, type OpenDialogOptions } from 'electron'
import type { Delivery } from '../../../shared/domain/casePackage'
import { usageError } from '../../../shared/errors'
import { MAX_FILE_BYTES } from '../../faces/limits'
import { safeFileName } from '../../files/safeFileName'
import type { HostPort, OutgoingFile } from '../../services/host'
import { developmentPhotos } from '../../services/developmentPhotos'
import { saveCopy } from '../saveCopy'

type Kind = Parameters<HostPort['pick']>[0]

const PHOTOS = ['jpg', 'jpeg', 'png', 'webp', 'heic', 'heif', 'avif', 'tif', 'tiff', 'bmp', 'gif']

/** Files are filtered by their names here to be found more easily, and judged by their bytes when they are read. */
const DIALOGS: Readonly<Record<Kind, OpenDialogOptions>> = {
  photos: { title: 'Import photos', properties: ['openFile', 'multiSelections'], filters: [{ name: 'Photos', extensions: PHOTOS }, { name: 'All files', extensions: ['*'] }] },
  folder: { title: 'Import a folder of photos', properties: ['openDirectory', 'multiSelections'] },
  library: { title: 'Open or create a case library', properties: ['openDirectory', 'createDirectory', 'promptToCreate'] },
  model: { title: 'Choose a face recognition model', properties: ['openFile'], filters: [{ name: 'ONNX models', extensions: ['onnx'] }] },
  package: { title: 'Import a case package', properties: ['openFile'], filters: [{ name: 'Case packages', extensions: ['vidimus'] }, { name: 'All files', extensions: ['*'] }] }
}

const windowInUse = (): BrowserWindow | undefined => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]

async function pick(kind: Kind): Promise<string[]> {
  const window = windowInUse()
  const { filePaths } = await (window ? dialog.showOpenDialog(window, DIALOGS[kind]) : dialog.showOpenDialog(DIALOGS[kind]))
  return filePaths
}

/** The dialog itself asks before a file there gives way. */
async function deliver(file: OutgoingFile): Promise<Delivery> {
  const window = windowInUse()
  const options = { title: 'Save', defaultPath: join(app.getPath('documents'), safeFileName(file.name)) }
  const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
  return saveCopy(file, canceled || filePath === '' ? null : filePath, true)
}

/** What services get of the desktop: native dialogs and paths, no uploads. */
export const electronPort: HostPort = {
  info: () => ({ kind: 'electron', dialogs: true, upload: { path: '', maxFileBytes: MAX_FILE_BYTES }, developmentPhotos: developmentPhotos().length > 0 }),
  pick,
  upload: id => {
    throw usageError('upload.unknown', `There is no upload "${id}": the desktop takes files by their paths.`)
  },
  dropUpload: async () => undefined,
  deliver,
  allowsPaths: true
}
