import ExifReader from 'exifreader'

export interface ExifTags {
  /** Name -> text, as the file holds them. */
  tags: Record<string, string>
  /** Why tags could not be read, or not all; null where all is well. */
  warning: string | null
}

const MAX_TAGS = 200
const MAX_LENGTH = 500

/** Pictures inside the picture, and blocks whose meaning only a camera's maker knows. */
const LEFT_OUT = new Set(['Thumbnail', 'JFIF Thumbnail', 'Images', 'MakerNote', 'UserComment raw', 'Padding'])

/**
 * EXIF, IPTC and profile tags as text, for reading only: nothing is computed from them. A damaged block never stops the
 * work; it is a warning.
 */
export function readExif(bytes: Uint8Array): ExifTags {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const all = Object.entries(ExifReader.loadView(view)).filter(([name]) => !LEFT_OUT.has(name))
    const tags = Object.fromEntries(all.slice(0, MAX_TAGS).map(([name, tag]) => [clean(name), clean(textOf(tag))]))
    return { tags, warning: all.length > MAX_TAGS ? `the file has ${all.length} tags, the first ${MAX_TAGS} were taken` : null }
  } catch (error) {
    return { tags: {}, warning: hasNone(error) ? null : `the EXIF data could not be read (${error instanceof Error ? clean(error.message) : 'unknown reason'})` }
  }
}

function textOf(tag: unknown): string {
  const { description } = (tag ?? {}) as { description?: unknown }
  return typeof description === 'string' || typeof description === 'number' ? String(description) : ''
}

const clean = (text: string): string => text.slice(0, MAX_LENGTH).replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim()

/** Formats without tags, and files without any. */
const hasNone = (error: unknown): boolean =>
  error instanceof ExifReader.errors.MetadataMissingError || (error instanceof Error && error.message === 'Invalid image format')
