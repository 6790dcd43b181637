import { PbfReader } from 'pbf'
import { inputError } from '../../../shared/errors'

/**
 * Protocol-buffer messages read with `pbf`, made safe for hostile files: a length that leaves its message is
 * refused before anything is allocated for it, and messages nest only so deep.
 */

/** Field number -> what to do with it. Fields that are not named are skipped. */
export type Fields = Readonly<Record<number, (reader: Reader) => void>>

const DEEPEST = 32
/** A node is some ten messages, and the largest published nets have some ten thousand nodes. */
const MOST_MESSAGES = 1_000_000

export class Reader {
  private readonly pbf: PbfReader

  constructor(
    bytes: Uint8Array,
    private readonly depth = 0,
    /** Messages met in the whole file: each becomes an object far larger than itself. */
    private readonly met = { count: 0 }
  ) {
    if (depth > DEEPEST) throw malformed(`messages nest deeper than ${DEEPEST}`)
    if (++met.count > MOST_MESSAGES) throw malformed(`it holds more than ${MOST_MESSAGES} messages`)
    this.pbf = new PbfReader(bytes)
  }

  /** Reads the whole message. */
  fields(fields: Fields): void {
    try {
      this.pbf.readFields((tag) => fields[tag]?.(this), undefined)
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'VidimusError') throw cause
      throw malformed(cause instanceof Error ? cause.message : String(cause))
    }
    if (this.pbf.pos !== this.pbf.length) throw malformed(`a field ends at byte ${this.pbf.pos} of a message of ${this.pbf.length}`)
  }

  message(fields: Fields): void {
    new Reader(this.bytes(), this.depth + 1, this.met).fields(fields)
  }

  bytes(): Uint8Array {
    this.expect(2)
    const start = this.pbf.pos
    const bytes = this.pbf.readBytes()
    if (this.pbf.pos > this.pbf.length || this.pbf.pos < start) throw malformed('a length runs past the end')
    return bytes
  }

  string(): string {
    return Buffer.from(this.bytes()).toString('utf8')
  }

  int(): number {
    this.expect(0)
    return this.pbf.readVarint(true)
  }

  float(): number {
    this.expect(5)
    return this.pbf.readFloat()
  }

  /** A repeated field may come packed (one block) or as one entry a value; both append to `into`. */
  ints(into: number[]): void {
    if (this.pbf.type === 2) this.packed((inner) => into.push(inner.readVarint(true)))
    else into.push(this.int())
  }

  floats(into: number[]): void {
    if (this.pbf.type === 2) this.packed((inner) => into.push(inner.readFloat()))
    else into.push(this.float())
  }

  doubles(into: number[]): void {
    if (this.pbf.type === 2) this.packed((inner) => into.push(inner.readDouble()))
    else into.push(this.pbf.readDouble())
  }

  private packed(one: (inner: PbfReader) => void): void {
    const inner = new PbfReader(this.bytes())
    while (inner.pos < inner.length) one(inner)
  }

  private expect(type: number): void {
    if (this.pbf.type !== type) throw malformed(`wire type ${this.pbf.type} where ${type} belongs`)
  }
}

export const malformed = (what: string): Error =>
  inputError('model.malformed', `This is not a readable ONNX model: ${what}. Check that the file is a complete .onnx export.`)
