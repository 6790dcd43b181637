import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkPhotoFile, readPhotoFile } from '../../src/main/faces/readPhotoFile'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'vidimus-'))))
afterAll(() => rm(folder, { recursive: true }))

const refuses = (path: string, code: string, limit?: number) => expect(readPhotoFile(path, limit)).rejects.toMatchObject({ kind: 'input', code, message: expect.stringContaining(path) })

describe('checkPhotoFile', () => {
  it('tells format, size and time without reading the whole', async () => {
    const path = join(folder, 'a.png')
    await writeFile(path, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...new Uint8Array(2000)]))
    expect(await checkPhotoFile(path)).toMatchObject({ format: 'png', size: 2008, modified: expect.any(Date) as Date })
    await expect(checkPhotoFile(path, 2007)).rejects.toMatchObject({ code: 'file.too-large' })
  })

  it.each([['a.pdf', '%PDF-1.7', 'photo.unknown', 'a PDF document'], ['a.txt', 'words', 'photo.unknown', 'a text file'], ['a.jpg', '', 'file.empty', '0 bytes']])('refuses %s', async (name, content, code, words) => {
    await writeFile(join(folder, name), content)
    await expect(checkPhotoFile(join(folder, name))).rejects.toMatchObject({ kind: 'input', code, message: expect.stringContaining(words) })
  })

  it('refuses what is no file', async () => {
    await expect(checkPhotoFile(folder)).rejects.toMatchObject({ code: 'file.directory' })
    await expect(checkPhotoFile(join(folder, 'none'))).rejects.toMatchObject({ code: 'file.missing' })
  })
})

describe('readPhotoFile', () => {
  it('gives the untouched bytes', async () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i)
    await writeFile(join(folder, 'a.bin'), bytes)
    expect(await readPhotoFile(join(folder, 'a.bin'))).toEqual(bytes)
  })

  it('refuses a missing file, a path through a file, a folder', async () => {
    await writeFile(join(folder, 'file'), 'x')
    await refuses(join(folder, 'none.jpg'), 'file.missing')
    await refuses(join(folder, 'file', 'inside.jpg'), 'file.missing')
    await refuses(folder, 'file.directory')
  })

  it('refuses an empty file and one above the limit', async () => {
    await writeFile(join(folder, 'empty.jpg'), '')
    await writeFile(join(folder, 'large.jpg'), new Uint8Array(5000))
    await refuses(join(folder, 'empty.jpg'), 'file.empty')
    await refuses(join(folder, 'large.jpg'), 'file.too-large', 4999)
  })

  it.skipIf(process.platform === 'win32')('refuses a link that points at itself, devices and pipes, without waiting', async () => {
    await symlink(join(folder, 'loop'), join(folder, 'loop'))
    await refuses(join(folder, 'loop'), 'file.unreadable')
    if (existsSync('/dev/zero')) await refuses('/dev/zero', 'file.special')
    execFileSync('mkfifo', [join(folder, 'pipe')])
    await refuses(join(folder, 'pipe'), 'file.special')
  })

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('refuses a file without read permission', async () => {
    await writeFile(join(folder, 'locked.jpg'), 'x')
    await chmod(join(folder, 'locked.jpg'), 0)
    await refuses(join(folder, 'locked.jpg'), 'file.unreadable')
  })
})
