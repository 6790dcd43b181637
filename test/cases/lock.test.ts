import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openLibrary } from '../../src/main/cases/library'
import { startHolder } from './children'
import { actor, draftCase, scratchFolder, scratchLibrary } from './support'

const read = { mode: 'read', actor: () => actor } as const
const write = { mode: 'write', actor: () => actor } as const

it('a second process is refused and told who writes; reading beside it goes on', async () => {
  const folder = join(scratchFolder(), 'library')
  const holder = await startHolder(folder)
  const refused = openLibrary(folder, write)
  await expect(refused).rejects.toMatchObject({ kind: 'usage', code: 'library.locked', detail: { pid: holder.process.pid, host: hostname() }, message: expect.stringContaining(`process ${holder.process.pid}`) })

  const reader = await openLibrary(folder, read)
  expect(reader).toMatchObject({ mode: 'read', readOnlyReason: null })
  for (const number of ['first', 'second']) {
    holder.process.stdin!.write(`${number}\n`)
    await once(holder.lines, 'line')
    expect(reader.read.search(number, 5)).toMatchObject([{ caseNumber: number }])
  }
  expect(() => reader.write.createCase(draftCase())).toThrow(expect.objectContaining({ kind: 'usage', code: 'library.read-only' }))

  holder.process.stdin!.end()
  await holder.ended
  expect(reader.read.counts().cases).toBe(2)
  // A reader in the way of the last one's leaving does not keep the next writer out.
  const library = await openLibrary(folder, write)
  library.write.createCase(draftCase())
  expect(reader.read.counts().cases).toBe(3)
  library.close()
  reader.close()
})

it('a killed process leaves no lock', async () => {
  const folder = join(scratchFolder(), 'library')
  const holder = await startHolder(folder)
  holder.process.kill('SIGKILL')
  await holder.ended
  expect(existsSync(join(folder, 'library.lock.json'))).toBe(true)
  const library = await scratchLibrary(folder)
  expect(library.read.audit({ case: null, newestFirst: true, offset: 0, limit: 9 }).rows.map(({ action }) => action)).toEqual(['library.opened', 'library.opened'])
})

it('one process opens it for writing once', async () => {
  const library = await scratchLibrary()
  await expect(openLibrary(library.folder, write)).rejects.toMatchObject({ code: 'library.locked', detail: { pid: process.pid } })
  library.close()
  library.close()
  expect(() => library.read.counts()).toThrow(expect.objectContaining({ kind: 'usage', code: 'library.closed' }))
  await scratchLibrary(library.folder)
})
