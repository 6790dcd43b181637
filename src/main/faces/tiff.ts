/** A decoded picture with 3 (RGB) or 4 (RGBA, not premultiplied) bytes a pixel and the profile its colours are meant in. */
export interface RawPicture {
  width: number
  height: number
  channels: 3 | 4
  data: Uint8Array
  /** Bytes from one row's start to the next; width x channels without it. */
  stride?: number
  /** ICC profile; sRGB without one. */
  icc?: Uint8Array
}

const SHORT = 3
const LONG = 4
const UNDEFINED = 7

/**
 * The picture as an uncompressed TIFF file in memory: for pictures that libvips cannot read itself, so that colour
 * profile, alpha and regions then go the one way all photos go. Copies the pixels once.
 */
export function wrapAsTiff({ width, height, channels, data, stride = width * channels, icc }: RawPicture): Uint8Array {
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [256, LONG, 1, width], [257, LONG, 1, height], [258, SHORT, channels, 0], [259, SHORT, 1, 1], [262, SHORT, 1, 2],
    [273, LONG, 1, 0], [277, SHORT, 1, channels], [278, LONG, 1, height], [279, LONG, 1, width * height * channels],
    ...(channels === 4 ? [[338, SHORT, 1, 2] as [number, number, number, number]] : []),
    ...(icc ? [[34675, UNDEFINED, icc.length, 0] as [number, number, number, number]] : [])
  ]
  const bitsAt = 8 + 2 + entries.length * 12 + 4
  const iccAt = bitsAt + 8
  const pixelsAt = iccAt + (icc?.length ?? 0)
  const file = new Uint8Array(pixelsAt + width * height * channels)
  const view = new DataView(file.buffer)
  const offsets: Record<number, number> = { 258: bitsAt, 273: pixelsAt, 34675: iccAt }
  view.setUint32(0, 0x49492a00)
  view.setUint32(4, 8, true)
  view.setUint16(8, entries.length, true)
  entries.forEach(([tag, type, count, value], i) => {
    const at = 10 + i * 12
    view.setUint16(at, tag, true)
    view.setUint16(at + 2, type, true)
    view.setUint32(at + 4, count, true)
    view.setUint32(at + 8, offsets[tag] ?? value, true)
  })
  for (let i = 0; i < channels; i++) view.setUint16(bitsAt + i * 2, 8, true)
  if (icc) file.set(icc, iccAt)
  const row = width * channels
  for (let y = 0; y < height; y++) file.set(data.subarray(y * stride, y * stride + row), pixelsAt + y * row)
  return file
}
