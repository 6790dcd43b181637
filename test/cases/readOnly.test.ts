import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, type TestContext } from 'vitest'
import { openLibrary } from '../../src/main/cases/library'
import { mountTinyDisk } from '../support/tinyDisk'
import { actor, draftCase, filledCase, scratchFolder, scratchLibrary } from './support'

/** A disk of its own with a library that `leave` brings there; then the disk takes no more changes. */
async function readOnlyDisk(skip: TestContext['skip'], leave: (folder: string) => Promise<void>): Promise<string> {
  const disk = scratchFolder()
  const refused = mountTinyDisk(disk, 8192)
  if (refused !== null) skip(`no disk could be mounted: ${refused}`)
  const folder = join(disk, 'library')
  await leave(folder)
  execFileSync('mount', ['-o', 'remount,ro', disk], { stdio: 'pipe' })
  return folder
}

const write = { mode: 'write', actor: () => actor } as const

it('a library that was closed is read where nothing can be written, and says why', async ({ skip }) => {
  const folder = await readOnlyDisk(skip, async place => {
    const library = await scratchLibrary(place)
    filledCase(library)
    library.close()
  })
  const library = await openLibrary(folder, write)
  expect(library).toMatchObject({ mode: 'read', readOnlyReason: 'its disk is read-only' })
  expect(library.read.search('robbery', 9)).toHaveLength(1)
  expect(() => library.write.createCase(draftCase('2'))).toThrow(expect.objectContaining({ kind: 'usage', code: 'library.read-only', message: expect.stringContaining('its disk is read-only') }))
  library.close()
})

it('one that was not closed is read from a copy, with all its rows, and says so', async ({ skip }) => {
  const folder = await readOnlyDisk(skip, async place => {
    const library = await scratchLibrary()
    filledCase(library)
    mkdirSync(place)
    // As a kill leaves it: the last rows are in the write-ahead log alone.
    for (const name of ['library.sqlite', 'library.sqlite-wal']) copyFileSync(join(library.folder, name), join(place, name))
  })
  const before = readFileSync(join(folder, 'library.sqlite'))
  for (const mode of ['write', 'read'] as const) {
    const library = await openLibrary(folder, { ...write, mode })
    expect(library).toMatchObject({ mode: 'read', readOnlyReason: expect.stringMatching(/not closed properly.*copy/) })
    expect(library.read.counts()).toEqual({ cases: 1, exhibits: 2, comparisons: 1 })
    library.close()
  }
  expect(readFileSync(join(folder, 'library.sqlite')).equals(before)).toBe(true)
})

it('a full disk refuses the write in words and loses nothing else', async ({ skip }) => {
  const disk = scratchFolder()
  const refused = mountTinyDisk(disk, 3000)
  if (refused !== null) skip(`no disk could be mounted: ${refused}`)
  const library = await scratchLibrary(join(disk, 'library'))
  const made: string[] = []
  const fill = (): void => {
    for (let i = 0; i < 500; i++) made.push(library.write.createCase(draftCase(`${i}`, { notes: 'word '.repeat(4000).trim() })).id)
  }
  expect(fill).toThrow(expect.objectContaining({ kind: 'fault', code: 'disk.full' }))
  expect(library.read.counts().cases).toBe(made.length)
  for (const id of made) expect(library.read.case(id).id).toBe(id)
  await expect(openLibrary(join(disk, 'other'), { ...write, create: true })).rejects.toMatchObject({ kind: 'fault', code: 'disk.full' })
  try {
    library.close()
  } catch (error) {
    // Even its last rows may have no room.
    expect(error).toMatchObject({ code: 'disk.full' })
  }
  const again = await openLibrary(join(disk, 'library'), { mode: 'read', actor: () => actor })
  expect(again.read.counts().cases).toBe(made.length)
  again.close()
})

it('a folder without a library, a missing one and one with other files are told apart from a library', async () => {
  const folder = scratchFolder()
  for (const path of [folder, join(folder, 'gone')]) await expect(openLibrary(path, write)).rejects.toMatchObject({ kind: 'usage', code: 'library.missing' })
  expect(existsSync(join(folder, 'gone'))).toBe(false)
  mkdirSync(join(folder, 'photos'))
  await expect(openLibrary(folder, { ...write, create: true })).rejects.toMatchObject({ kind: 'usage', code: 'library.folder-taken', message: expect.stringContaining('photos') })
  expect(readdirSync(folder)).toEqual(['photos'])
  await expect(openLibrary(folder, { ...write, mode: 'read', create: true })).rejects.toMatchObject({ code: 'library.missing' })
})
