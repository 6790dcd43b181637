import { describe, expect, it } from 'vitest'
import { openPhoto } from '../../src/main/faces/photo'

const WIDTH = 21
const HEIGHT = 17
type Rgb = [number, number, number]

/** A picture of few colours, with long and short runs, of odd size: what every packing below can hold. */
const PALETTE: Rgb[] = [[0, 0, 0], [255, 255, 255], [248, 0, 0], [0, 248, 0], [0, 0, 248], [128, 64, 32], [8, 16, 24], [200, 200, 8]]
const index = (x: number, y: number, colours: number): number => (x < 9 ? y : x * 3 + y) % colours

const u16 = (value: number): number[] => [value & 255, (value >> 8) & 255]
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)]

interface Layout { bits: number; packing?: number; topDown?: boolean; header?: 12 | 40 | 108 | 124; masks?: number[]; gap?: number; rows?: number[][]; colours?: number }

function makeBmp({ bits, packing = 0, topDown = false, header = 40, masks, gap = 0, rows, colours = 8 }: Layout): Uint8Array {
  const count = bits <= 8 ? 1 << bits : 0
  const entries = Array.from({ length: count }, (_, i) => PALETTE[i] ?? ([1, 2, 3] as Rgb))
  const palette = entries.flatMap(([r, g, b]) => (header === 12 ? [b, g, r] : [b, g, r, 0]))
  const head = header === 12
    ? [...u32(12), ...u16(WIDTH), ...u16(HEIGHT), ...u16(1), ...u16(bits)]
    : [...u32(header), ...u32(WIDTH), ...u32(topDown ? -HEIGHT : HEIGHT), ...u16(1), ...u16(bits), ...u32(packing), ...u32(0), ...u32(0), ...u32(0), ...u32(0), ...u32(0)]
  const extra = masks ? masks.flatMap(u32) : []
  const rest = new Array<number>(Math.max(0, header - 40 - extra.length)).fill(0)
  const body = rows ?? Array.from({ length: HEIGHT }, (_, i) => packRow(topDown ? i : HEIGHT - 1 - i, bits, colours, masks))
  const before = [...head, ...extra, ...(header > 40 ? rest : []), ...palette, ...new Array<number>(gap).fill(0xee)]
  return Uint8Array.from([0x42, 0x4d, ...u32(0), ...u32(0), ...u32(14 + before.length), ...before, ...body.flat()])
}

function packRow(y: number, bits: number, colours: number, masks: number[] | undefined): number[] {
  const row: number[] = []
  if (bits <= 8) {
    let digits = ''
    for (let x = 0; x < WIDTH; x++) digits += index(x, y, colours).toString(2).padStart(bits, '0')
    for (let i = 0; i < digits.length; i += 8) row.push(parseInt(digits.slice(i, i + 8).padEnd(8, '0'), 2))
  } else for (let x = 0; x < WIDTH; x++) row.push(...packPixel(PALETTE[index(x, y, colours)]!, bits, masks))
  while (row.length % 4) row.push(0)
  return row
}

function packPixel([r, g, b]: Rgb, bits: number, masks: number[] | undefined): number[] {
  if (bits === 24) return [b, g, r]
  const [red, green, blue] = masks ?? (bits === 16 ? [0x7c00, 0x3e0, 0x1f] : [0xff0000, 0xff00, 0xff])
  const place = (value: number, mask: number): number => {
    const shift = 31 - Math.clz32(mask & -mask)
    return (Math.round((value / 255) * (mask >>> shift)) << shift) >>> 0
  }
  const value = (place(r, red!) | place(g, green!) | place(b, blue!)) >>> 0
  return bits === 16 ? u16(value) : u32(value)
}

/** Run-length rows from below: runs of two and more encoded, one jump, one absolute stretch of odd length. */
function rleRows(bits: 4 | 8): number[][] {
  const rows: number[][] = []
  for (let y = HEIGHT - 1; y >= 0; y--) {
    const row: number[] = []
    const pack = (values: number[]): number[] =>
      bits === 8 ? values : Array.from({ length: Math.ceil(values.length / 2) }, (_, i) => (values[2 * i]! << 4) | (values[2 * i + 1] ?? 0))
    row.push(9, bits === 8 ? index(0, y, 8) : index(0, y, 8) * 17)
    const single = Array.from({ length: WIDTH - 9 }, (_, i) => index(9 + i, y, 8))
    const first = pack(single.slice(0, 7))
    row.push(0, 7, ...first, ...(first.length % 2 ? [0] : []))
    for (const value of single.slice(7)) row.push(1, bits === 8 ? value : value << 4)
    rows.push([...row, 0, y === 0 ? 1 : 0])
  }
  return rows
}

async function colours(file: Uint8Array): Promise<Rgb[]> {
  const { working, format } = await openPhoto(file)
  expect([format, working.width, working.height]).toEqual(['bmp', WIDTH, HEIGHT])
  return Array.from({ length: WIDTH * HEIGHT }, (_, i) => [...working.data.subarray(i * 3, i * 3 + 3)] as Rgb)
}

const wanted = (count = 8): Rgb[] => Array.from({ length: WIDTH * HEIGHT }, (_, i) => PALETTE[index(i % WIDTH, Math.floor(i / WIDTH), count)]!)

describe('BMP, every pixel', () => {
  const exact: [string, Layout, number?][] = [
    ['1 bit', { bits: 1, colours: 2 }, 2], ['4 bits', { bits: 4 }], ['8 bits', { bits: 8 }], ['24 bits', { bits: 24 }], ['32 bits', { bits: 32 }],
    ['24 bits from the top', { bits: 24, topDown: true }], ['8 bits from the top', { bits: 8, topDown: true }],
    ['32-bit fields in another order', { bits: 32, packing: 3, masks: [0xff, 0xff00, 0xff0000] }],
    ['32-bit fields in the highest bits', { bits: 32, packing: 3, masks: [0xff000000, 0xff0000, 0xff00] }],
    ['a version 4 header', { bits: 24, header: 108 }], ['a version 5 header', { bits: 8, header: 124 }],
    ['OS/2: 12-byte header, 8 bits', { bits: 8, header: 12 }], ['OS/2: 24 bits', { bits: 24, header: 12 }],
    ['a gap before the pixels', { bits: 24, gap: 13 }],
    ['RLE8', { bits: 8, packing: 1, rows: rleRows(8) }], ['RLE4', { bits: 4, packing: 2, rows: rleRows(4) }]
  ]
  it.each(exact)('%s', async (_, layout, count) => {
    expect(await colours(makeBmp(layout))).toEqual(wanted(count))
  })

  it.each([['555', { bits: 16 }], ['565', { bits: 16, packing: 3, masks: [0xf800, 0x7e0, 0x1f] }]] as [string, Layout][])('16 bits, %s: to the nearest step', async (_, layout) => {
    const got = await colours(makeBmp(layout))
    wanted().forEach((colour, i) => colour.forEach((value, c) => expect(Math.abs(value - got[i]![c]!)).toBeLessThanOrEqual(5)))
  })

  it.each([['24 bits', { bits: 24 }], ['8 bits', { bits: 8 }], ['RLE8', { bits: 8, packing: 1, rows: rleRows(8) }]] as [string, Layout][])('cut off is refused: %s', async (_, layout) => {
    const file = makeBmp(layout)
    await expect(openPhoto(file.subarray(0, file.length - 90))).rejects.toMatchObject({ kind: 'input', code: 'photo.damaged', message: expect.stringContaining('cut off') })
  })
})
