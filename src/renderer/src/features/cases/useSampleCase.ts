import { useLocation } from 'wouter'
import type { FileSource } from '../../../../shared/domain/exhibit'
import { toErrorData } from '../../../../shared/errors'
import { notifyError, useJob, type JobState } from '../../client'
import { toCase } from '../../routes'
import { dropSource, fileSource } from '../../transport/upload'

/** As many as a sample takes. */
const MAX_PHOTOS = 20

interface SampleCase {
  current: JobState<'case.createSample'>
  fromPhotos: (files: File[]) => void
  fromTestPhotos: () => void
  cancel: () => void
}

/** Makes a sample case and opens it. */
export function useSampleCase(): SampleCase {
  const { current, start, cancel } = useJob('case.createSample', { title: 'Sample case' })
  const [, navigate] = useLocation()
  const make = async (photos: 'development' | FileSource[]): Promise<void> => {
    const made = await start({ photos })
    if (made) navigate(toCase(made.id))
  }
  const fromPhotos = async (files: File[]): Promise<void> => {
    const photos: FileSource[] = []
    try {
      for (const file of files.slice(0, MAX_PHOTOS)) photos.push(await fileSource(file))
      if (photos.length > 0) await make(photos)
    } catch (cause) {
      await Promise.allSettled(photos.map(photo => dropSource(photo)))
      notifyError(toErrorData(cause), 'The photos could not be read')
    }
  }
  return { current, fromPhotos: files => void fromPhotos(files), fromTestPhotos: () => void make('development'), cancel }
}
