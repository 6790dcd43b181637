import { access, readdir } from 'node:fs/promises'
import { basename, dirname, join, parse } from 'node:path'

const EXTENSIONS = /\.(jpe?g|png|webp|tiff?|bmp|gif|avif|heic|heif)$/i

/** Whether a file's name is one of a photo; hidden files are none. */
export const isPhotoName = (name: string): boolean => EXTENSIONS.test(name) && !name.startsWith('.')

/**
 * Where a photo lies that a pairs file names: LFW's files end in .jpg, copies of it may hold the same photos in another
 * format. Where there is none of the name at all, the path as named, for the error to name.
 */
export async function photoPath(imagesDir: string, image: string): Promise<string> {
  const named = join(imagesDir, image)
  if (await access(named).then(() => true, () => false)) return named
  const names = await readdir(dirname(named)).catch(() => [])
  const other = names.filter(isPhotoName).sort().find((name) => parse(name).name === parse(basename(image)).name)
  return other === undefined ? named : join(dirname(named), other)
}
