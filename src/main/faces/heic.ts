import { inputError, VidimusError } from '../../shared/errors'
import { checkSize } from './limits'
import type { RawPicture } from './tiff'

/** libheif's C functions that are needed, as Emscripten exports them: pointers are offsets into `HEAPU8`. */
interface Libheif {
  readonly HEAPU8: Uint8Array
  _malloc(size: number): number
  _heif_context_alloc(): number
  _heif_context_read_from_memory_without_copy(error: number, context: number, data: number, size: number, options: number): void
  _heif_context_get_primary_image_handle(error: number, context: number, handle: number): void
  _heif_image_handle_get_width(handle: number): number
  _heif_image_handle_get_height(handle: number): number
  _heif_image_handle_has_alpha_channel(handle: number): number
  _heif_image_handle_get_raw_color_profile_size(handle: number): number
  _heif_image_handle_get_raw_color_profile(error: number, handle: number, to: number): void
  _heif_decode_image(error: number, handle: number, image: number, colorspace: number, chroma: number, options: number): void
  _heif_image_get_plane_readonly(image: number, channel: number, stride: number): number
}

const COLORSPACE_RGB = 1
const CHROMA_RGB = 10
const CHROMA_RGBA = 11
const CHANNEL_INTERLEAVED = 10
/** struct heif_error { int code; int subcode; const char *message } */
const ERROR_SIZE = 12

/**
 * The primary picture of a HEIC/HEIF file, rotated and mirrored as the file says (libheif does that; EXIF orientation
 * does not count in HEIF), with its ICC profile. 10 and 12 bits become 8.
 *
 * Every call gets a libheif of its own: WebAssembly memory never shrinks, so one that served a 100-megapixel photo
 * would hold a gigabyte until the program ends, and one that broke on a damaged file is thrown away. `data` is a view of
 * that memory, not a copy.
 *
 * @throws VidimusError (input) `photo.damaged`, `photo.bomb`, `photo.too-small`.
 */
export async function decodeHeic(bytes: Uint8Array): Promise<RawPicture> {
  // Loaded on first use: two megabytes that most sessions never need.
  const { default: libheif } = (await import('libheif-js/libheif-wasm/libheif-bundle.js')) as { default: () => Libheif }
  try {
    return decodePrimary(libheif(), bytes)
  } catch (cause) {
    throw cause instanceof VidimusError ? cause : damaged(cause instanceof Error ? cause.message : String(cause), cause)
  }
}

function decodePrimary(heif: Libheif, bytes: Uint8Array): RawPicture {
  const scratch = heif._malloc(64)
  const result = scratch + 32
  const file = copyIn(heif, bytes)
  const context = heif._heif_context_alloc()
  check(heif, scratch, () => heif._heif_context_read_from_memory_without_copy(scratch, context, file, bytes.length, 0))
  check(heif, scratch, () => heif._heif_context_get_primary_image_handle(scratch, context, result))
  const handle = readWord(heif, result)
  const width = heif._heif_image_handle_get_width(handle)
  const height = heif._heif_image_handle_get_height(handle)
  checkSize(width, height)
  const channels = heif._heif_image_handle_has_alpha_channel(handle) ? 4 : 3
  const chroma = channels === 4 ? CHROMA_RGBA : CHROMA_RGB
  const icc = readProfile(heif, handle, scratch)
  check(heif, scratch, () => heif._heif_decode_image(scratch, handle, result, COLORSPACE_RGB, chroma, 0))
  const plane = heif._heif_image_get_plane_readonly(readWord(heif, result), CHANNEL_INTERLEAVED, scratch)
  if (plane === 0) throw damaged('the picture has no colour plane')
  const stride = readWord(heif, scratch)
  return { width, height, channels, data: heif.HEAPU8.subarray(plane, plane + stride * height), stride, ...(icc ? { icc } : {}) }
}

function copyIn(heif: Libheif, bytes: Uint8Array): number {
  const at = heif._malloc(bytes.length)
  heif.HEAPU8.set(bytes, at)
  return at
}

function readProfile(heif: Libheif, handle: number, error: number): Uint8Array | null {
  const size = heif._heif_image_handle_get_raw_color_profile_size(handle)
  if (size === 0) return null
  const at = heif._malloc(size)
  check(heif, error, () => heif._heif_image_handle_get_raw_color_profile(error, handle, at))
  return heif.HEAPU8.slice(at, at + size)
}

/** Runs a call that leaves a heif_error at `error`, and throws what it says. */
function check(heif: Libheif, error: number, call: () => void): void {
  heif.HEAPU8.fill(0, error, error + ERROR_SIZE)
  call()
  if (readWord(heif, error) === 0) return
  const at = readWord(heif, error + 8)
  const end = heif.HEAPU8.indexOf(0, at)
  throw damaged(new TextDecoder().decode(heif.HEAPU8.subarray(at, end)))
}

/** Memory grows while libheif works, so the view is made anew each time. */
const readWord = ({ HEAPU8 }: Libheif, at: number): number => new DataView(HEAPU8.buffer).getUint32(at, true)

const damaged = (reason: string, cause?: unknown): VidimusError =>
  inputError(
    'photo.damaged',
    `The HEIC photo could not be decoded; its data are damaged, cut off or of an unusual kind (libheif: ${reason}). ` +
      'Get the complete file again from its source and compare sizes.',
    { cause }
  )
