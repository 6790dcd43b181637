/** Zips that no library writes: every field can be set to what an attacker would set. */
import { crc32 } from 'node:zlib'

export interface RawEntry {
  name: string | Buffer
  content?: Buffer
  flags?: number
  method?: number
  /** Upper half is the Unix mode. */
  attributes?: number
  /** As declared, where it is not the content's. */
  size?: number
  compressedSize?: number
  /** Of the local header, where it is not the entry's own. */
  offset?: number
}

export function rawZip(entries: readonly RawEntry[], declaredCount = entries.length): Buffer {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const content = entry.content ?? Buffer.alloc(0)
    const name = Buffer.from(entry.name)
    central.push(centralRecord(entry, name, content, entry.offset ?? at))
    const local = Buffer.concat([localHeader(entry, name, content), content])
    parts.push(local)
    at += local.length
  }
  const directory = Buffer.concat(central)
  return Buffer.concat([...parts, directory, endRecord(declaredCount, directory.length, at)])
}

function common({ flags = 0, method = 0, size, compressedSize }: RawEntry, name: Buffer, content: Buffer): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(flags, 2)
  header.writeUInt16LE(method, 4)
  header.writeUInt16LE(0x21, 8)
  header.writeUInt32LE(crc32(content), 10)
  header.writeUInt32LE(compressedSize ?? content.length, 14)
  header.writeUInt32LE(size ?? content.length, 18)
  header.writeUInt16LE(name.length, 22)
  return header
}

const localHeader = (entry: RawEntry, name: Buffer, content: Buffer): Buffer => Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common(entry, name, content), name])

function centralRecord(entry: RawEntry, name: Buffer, content: Buffer, offset: number): Buffer {
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(entry.attributes ?? (0o100644 << 16) >>> 0, 6)
  tail.writeUInt32LE(offset, 10)
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common(entry, name, content), tail, name])
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Math.min(count, 0xffff), 8)
  end.writeUInt16LE(Math.min(count, 0xffff), 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
