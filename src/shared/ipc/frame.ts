/**
 * A message as bytes, for transports that carry bytes alone: JSON for the structure, raw bytes for the arrays.
 *
 *   u32 length of the JSON | JSON {value, arrays: [{path, type, length}]} | arrays, each padded to 8 bytes
 *
 * In the JSON an array's place holds null and `path` leads there, so no value can be mistaken for one. Numbers are
 * little-endian, as on every machine that Electron or Chromium runs on.
 */
import { z } from 'zod'
import { inputError } from '../errors'

const types = { Float32Array, Uint8Array } as const
type Binary = Float32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

const Header = z.object({
  value: z.unknown(),
  arrays: z.array(
    z.object({
      path: z.array(z.union([z.string(), z.int().nonnegative()])),
      type: z.enum(['Float32Array', 'Uint8Array']),
      length: z.int().nonnegative()
    })
  )
})
type Header = z.infer<typeof Header>

/** TextEncoder and TextDecoder exist in every environment of ours, but in no type library that all of them share. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array }
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string }

/** Packs plain data that may hold Float32Array and Uint8Array values at any depth. */
export function encodeFrame(value: unknown): Uint8Array<ArrayBuffer> {
  const arrays: Binary[] = []
  const header: Header = { value: undefined, arrays: [] }
  header.value = lift(value, [], (array, path) => {
    arrays.push(array)
    header.arrays.push({ path, type: array instanceof Uint8Array ? 'Uint8Array' : 'Float32Array', length: array.length })
  })
  const json = new TextEncoder().encode(JSON.stringify(header))
  const frame = new Uint8Array(padded(4 + json.length) + arrays.reduce((sum, array) => sum + padded(array.byteLength), 0))
  new DataView(frame.buffer).setUint32(0, json.length, true)
  frame.set(json, 4)
  let offset = padded(4 + json.length)
  for (const array of arrays) {
    frame.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset)
    offset += padded(array.byteLength)
  }
  return frame
}

/**
 * Reads what `encodeFrame` wrote.
 * @throws VidimusError `frame.invalid` for bytes that are anything else.
 */
export function decodeFrame(frame: Uint8Array): unknown {
  try {
    const jsonLength = new DataView(frame.buffer, frame.byteOffset, frame.byteLength).getUint32(0, true)
    const header = Header.parse(JSON.parse(new TextDecoder().decode(frame.subarray(4, 4 + jsonLength))))
    return restore(header, frame, padded(4 + jsonLength))
  } catch (cause) {
    throw inputError('frame.invalid', 'A message could not be read: it is not a frame of this version of Vidimus. Reload the window.', { cause })
  }
}

function restore({ value, arrays }: Header, frame: Uint8Array, start: number): unknown {
  const root = { value }
  let offset = start
  for (const { path, type, length } of arrays) {
    const bytes = length * types[type].BYTES_PER_ELEMENT
    if (offset + bytes > frame.byteLength) throw new RangeError('an array reaches past the end')
    const from = frame.byteOffset + offset
    // A copy, aligned and of its own, so that the frame can be let go.
    put(root, ['value', ...path], new types[type](frame.buffer.slice(from, from + bytes) as ArrayBuffer))
    offset += padded(bytes)
  }
  return root.value
}

function put(root: object, path: (string | number)[], array: Binary): void {
  const parent = path.slice(0, -1).reduce<unknown>((node, key) => (isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined), root)
  const key = path.at(-1)
  if (!isObject(parent) || key === undefined || parent[key] !== null) throw new RangeError('an array has no place')
  parent[key] = array
}

function lift(value: unknown, path: (string | number)[], found: (array: Binary, path: (string | number)[]) => void): unknown {
  if (value instanceof Float32Array || value instanceof Uint8Array) {
    found(value as Binary, path)
    return null
  }
  if (Array.isArray(value)) return value.map((item, index) => lift(item, [...path, index], found))
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, lift(item, [...path, key], found)]))
  return value
}

const isObject = (value: unknown): value is Record<string | number, unknown> => typeof value === 'object' && value !== null
const padded = (length: number): number => (length + 7) & ~7
