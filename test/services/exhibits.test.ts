import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WorkProgress } from '../../src/shared/domain/common'
import type { FileSource, ImportReport } from '../../src/shared/domain/exhibit'
import type { LibraryChange } from '../../src/shared/domain/library'
import { evidencePath } from '../../src/main/evidence/evidenceStore'
import { importFiles } from '../../src/main/services/exhibits/importFiles'
import { buildCli, demo } from '../support/cli'
import { mountTinyDisk } from '../support/tinyDisk'
import { newCase, startEngine, startWorkstation, type Workstation } from './support'

const engine = startEngine()
beforeAll(buildCli)
afterAll(() => engine.close())

const provenance = { source: '', receivedFrom: '', receivedAt: null }
const path = (file: string): FileSource => ({ kind: 'path', path: file })

/** A photo with one face, quick to search. */
async function portrait(at: Workstation, name: string, change: (image: Sharp) => Sharp = image => image): Promise<string> {
  const file = join(at.folder, name)
  await change(sharp(demo(2)).extract({ left: 1250, top: 50, width: 560, height: 560 }).resize(280)).jpeg({ quality: 95 }).toFile(file)
  return file
}

describe('exhibit.import', () => {
  it('walks folders in order, takes photos in, and says why it refused the others', async () => {
    const at = await startWorkstation(engine)
    const folder = join(at.folder, 'evidence from Miller')
    mkdirSync(join(folder, 'sub'), { recursive: true })
    copyFileSync(await portrait(at, 'a.jpg'), join(folder, 'photo 10.jpg'))
    copyFileSync(await portrait(at, 'b.jpg', image => image.flop()), join(folder, 'photo 9.jpg'))
    copyFileSync(join(folder, 'photo 9.jpg'), join(folder, 'sub', 'same bytes.jpg'))
    await sharp({ create: { width: 200, height: 150, channels: 3, background: '#889' } }).png().toFile(join(folder, 'sub', 'wall.png'))
    writeFileSync(join(folder, 'notes.txt'), 'Found at the till.\n')
    writeFileSync(join(folder, 'empty.jpg'), '')
    symlinkSync(folder, join(folder, 'sub', 'circle'))
    const steps: WorkProgress[] = []
    const id = await newCase(at)
    const report = await at.call('exhibit.import', { case: id, files: [path(folder), path(join(at.folder, 'none.jpg'))], provenance: { source: 'CCTV', receivedFrom: 'Miller', receivedAt: null } }, { report: step => steps.push(step) })
    expect(report.imported.map(({ name, number, faces, analysis }) => [name, number, faces, analysis.state])).toEqual([['photo 9.jpg', 1, 1, 'done'], ['photo 10.jpg', 2, 1, 'done'], ['wall.png', 3, 0, 'none']])
    expect(report.duplicates).toEqual([{ name: 'same bytes.jpg', of: report.imported[0]!.id, number: 1 }])
    expect(report.refused.map(({ name, code }) => [name, code]).sort()).toEqual([['circle', 'folder.link'], ['empty.jpg', 'file.empty'], ['none.jpg', 'file.missing'], ['notes.txt', 'photo.unknown']])
    for (const { message } of report.refused) expect(message.length).toBeGreaterThan(40)
    expect(report.cancelled).toBe(0)
    expect(steps.at(-1)).toMatchObject({ step: 'Done', done: 7, total: 7 })
    const [first] = (await at.call('exhibit.list', { case: id })).rows
    expect(first).toMatchObject({ name: 'photo 9.jpg', path: join(folder, 'photo 9.jpg'), source: 'CCTV', receivedFrom: 'Miller', photo: { format: 'jpeg', width: 280, height: 280 }, evidence: { state: 'verified' } })
    expect(readFileSync(evidencePath(join(at.folder, 'library'), first!.sha256)).equals(readFileSync(join(folder, 'photo 9.jpg')))).toBe(true)
    const ended = (await at.call('library.audit', { case: id })).rows.find(({ action }) => action === 'exhibit.import-ended')
    expect(ended!.details).toMatchObject({ imported: 3, duplicates: 1, refused: 4, cancelled: 0 })
  })

  it('takes uploads and lets go of all of them, and no paths where the host allows none', async () => {
    const at = await startWorkstation(engine, { allowsPaths: false })
    const id = await newCase(at)
    const [good, bad, gone] = ['u'.repeat(16), 'v'.repeat(16), 'w'.repeat(16)]
    at.uploads.set(good, await portrait(at, 'private-name-on-disk'))
    writeFileSync(join(at.folder, 'other'), '')
    at.uploads.set(bad, join(at.folder, 'other'))
    const upload = (id: string, name: string): FileSource => ({ kind: 'upload', upload: id, name, path: `C:\\photos\\${name}`, modified: '2024-02-03T04:05:06.000Z' })
    const report = await at.call('exhibit.import', { case: id, files: [upload(good, 'sub\\till\u0007.jpg'), upload(bad, 'bad.jpg'), upload(gone, 'gone.jpg')] })
    expect(report.refused).toMatchObject([{ name: 'bad.jpg', code: 'file.empty' }, { name: 'gone.jpg', code: 'upload.unknown' }])
    expect(report.refused[0]!.message).toContain('"bad.jpg" is empty')
    expect(at.uploads.size).toBe(0)
    expect((await at.call('exhibit.list', { case: id })).rows[0]).toMatchObject({ name: 'till\ufffd.jpg', modified: '2024-02-03T04:05:06.000Z' })
    await expect(at.call('exhibit.import', { case: id, files: [path('/etc/passwd')] })).rejects.toMatchObject({ kind: 'usage', code: 'import.paths' })
  })

  it('keeps a photo that can\u2019t be decoded as an exhibit with the reason', async () => {
    const at = await startWorkstation(engine)
    const id = await newCase(at)
    const file = join(at.folder, 'cut.jpg')
    writeFileSync(file, readFileSync(demo(2)).subarray(0, 9000))
    const report = await at.call('exhibit.import', { case: id, files: [path(file)] })
    expect(report.imported).toMatchObject([{ faces: 0, analysis: { state: 'failed', code: 'photo.damaged' } }])
  })

  it('goes on after the engine crashed on a photo, and that photo can be analysed later', async () => {
    const own = startEngine()
    const at = await startWorkstation(own)
    const id = await newCase(at)
    const files = [await portrait(at, '1.jpg'), demo(1), await portrait(at, '3.jpg', image => image.flop())]
    const call = own.call.bind(own)
    let looked = 0
    // Killed the moment it was asked about the second photo, however quick it is.
    own.call = ((...asked: Parameters<typeof call>) => {
      const answer = call(...asked)
      if (asked[0] === 'inspectPhoto' && ++looked === 2) process.kill(own.pid!, 'SIGKILL')
      return answer
    }) as typeof own.call
    const { imported } = await at.call('exhibit.import', { case: id, files: files.map(path) })
    expect(imported.map(({ analysis }) => analysis.state)).toEqual(['done', 'failed', 'done'])
    expect(imported[1]!.analysis).toMatchObject({ code: 'engine.crashed' })
    expect(await at.call('exhibit.analyse', { id: imported[1]!.id })).toMatchObject({ analysis: { state: 'done' }, photo: { width: 1920 } })
    own.close()
  })

  it('stops between two files when cancelled and counts the rest', async () => {
    const at = await startWorkstation(engine)
    const id = await newCase(at)
    const files = await Promise.all([0, 10, 20, 30].map(turn => portrait(at, `${turn}.jpg`, image => image.modulate({ hue: turn }))))
    const controller = new AbortController()
    // Below the session, which passes on only the newest progress and would skip a file that is done quickly.
    const job = { signal: controller.signal, report: ({ step }: WorkProgress) => step === '20.jpg' && controller.abort() }
    const report = await importFiles(at.services, { case: id, files: files.map(path), provenance }, job)
    expect(report.imported.map(({ name, analysis }) => [name, analysis.state])).toEqual([['0.jpg', 'done'], ['10.jpg', 'done'], ['20.jpg', 'pending']])
    expect(report.cancelled).toBe(1)
    expect((await at.call('exhibit.list', { case: id })).total).toBe(report.imported.length)
  })

  const stopsAfterFirst = async (at: Workstation, files: string[], code: string): Promise<void> => {
    const id = await newCase(at)
    const failure = await at.call('exhibit.import', { case: id, files: files.map(path) }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ kind: 'fault', code, message: expect.stringContaining('1 of 2 files are in the case') as string })
    expect((failure as { detail: { report: ImportReport } }).detail.report.imported).toMatchObject([{ name: '1.jpg' }])
    expect((await at.call('exhibit.list', { case: id })).rows).toMatchObject([{ name: '1.jpg' }])
  }

  it('a library whose disk takes nothing more stops the import; what came before is kept and told', async () => {
    const at = await startWorkstation(engine)
    const incoming = join(at.folder, 'library', 'evidence', 'incoming')
    // A file in the place of a folder stops every user, root too.
    const block = (): void => {
      rmSync(incoming, { recursive: true })
      writeFileSync(incoming, '')
    }
    at.services.events.subscribe(({ event, payload }) => event === 'library.changed' && (payload as LibraryChange).kind === 'exhibit' && existsSync(incoming) && block())
    await stopsAfterFirst(at, [await portrait(at, '1.jpg'), await portrait(at, '2.jpg', image => image.flop())], 'disk.unwritable')
  })

  it('so does a full disk', async ({ skip }) => {
    const at = await startWorkstation(engine)
    const evidence = join(at.folder, 'library', 'evidence')
    mkdirSync(evidence, { recursive: true })
    const refused = mountTinyDisk(evidence, 100)
    if (refused !== null) skip(`no small disk could be mounted: ${refused}`)
    await stopsAfterFirst(at, [await portrait(at, '1.jpg'), demo(2)], 'disk.full')
  })

  it('refuses an unknown case before anything is stored', async () => {
    const at = await startWorkstation(engine)
    await expect(at.call('exhibit.import', { case: '00000000-0000-4000-8000-000000000000', files: [path(demo(1))] })).rejects.toMatchObject({ code: 'case.unknown' })
  })
})

describe('exhibit.image', () => {
  it('is made once, kept, and made again when it is gone or altered; never from bytes that changed', async () => {
    const at = await startWorkstation(engine)
    const id = await newCase(at)
    const [{ id: exhibit }] = (await at.call('exhibit.import', { case: id, files: [path(await portrait(at, '1.jpg'))] })).imported as [ImportReport['imported'][number]]
    const { sha256 } = await at.call('exhibit.get', { id: exhibit })
    const kept = join(at.folder, 'library', 'derived', 'v1', sha256.slice(0, 2), `${sha256}-view`)
    const view = await at.call('exhibit.image', { id: exhibit, size: 'view' })
    expect(view).toMatchObject({ type: 'image/png', width: 280 })
    const bytes = readFileSync(kept)
    bytes[bytes.length - 9]! ^= 1
    writeFileSync(kept, bytes)
    expect(await at.call('exhibit.image', { id: exhibit, size: 'view' })).toEqual(view)
    await rm(kept)
    const evidence = evidencePath(join(at.folder, 'library'), sha256)
    await chmod(evidence, 0o644)
    writeFileSync(evidence, 'something else')
    expect((await at.call('exhibit.image', { id: exhibit, size: 'thumb' })).width).toBe(280)
    const other = startEngine()
    const fresh = await startWorkstation(other)
    await at.services.libraries.close()
    await fresh.call('library.open', { folder: join(at.folder, 'library') })
    await expect(fresh.call('exhibit.image', { id: exhibit, size: 'view' })).rejects.toMatchObject({ kind: 'input', code: 'evidence.failed' })
    expect((await fresh.call('exhibit.get', { id: exhibit })).evidence).toMatchObject({ state: 'failed', found: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
    await expect(fresh.call('exhibit.analyse', { id: exhibit })).rejects.toMatchObject({ code: 'evidence.failed' })
    other.close()
  })
})
