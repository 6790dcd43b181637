/**
 * What every transport must do alike, as a list of checks that know no test framework: vitest runs it over the session itself
 * and the web host, Playwright over Electron's bridge. The checks run in order on one running program.
 */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { LiveExplanation } from '../../../src/shared/domain/caseComparison'
import type { WorkProgress } from '../../../src/shared/domain/common'
import type { LibraryChange } from '../../../src/shared/domain/library'
import { calls, type CallName } from '../../../src/shared/ipc/contract'
import { Reply } from '../../../src/shared/ipc/reply'
import { cancelled, codeOf, until } from './helpers'
import type { Door, Place } from './place'
import { samples } from './samples'

export interface Check {
  name: string
  run(place: Place): Promise<void>
}

const NAMES = Object.keys(calls) as CallName[]

/** Runs with a window of its own. */
const inWindow = (name: string, work: (door: Door, place: Place) => Promise<void>): Check => ({
  name,
  run: async place => {
    const door = await place.open()
    try {
      await work(door, place)
    } finally {
      await door.close()
    }
  }
})

const newCase = async ({ client }: Door, number: string): Promise<string> => (await client.call('case.create', { number, title: 'Conformance', purpose: 'A test', examiner: 'A. Examiner' })).id
const importAll = async (door: Door, id: string, photos: readonly string[]) => door.client.call('exhibit.import', { case: id, files: await Promise.all(photos.map(file => door.source(file))) })

export const checks: Check[] = [
  inWindow('a library is made, and every window hears of it', async (door, { open, libraryFolder }) => {
    const other = await open()
    const heard: LibraryChange[] = []
    other.client.on('library.changed', change => heard.push(change))
    const status = await door.client.call('library.open', { folder: libraryFolder, create: true })
    assert.equal(status.open?.mode, 'write')
    await until(() => heard.some(({ kind }) => kind === 'library'))
    await other.close()
  }),

  inWindow('unknown calls and requests that are none are refused', async ({ raw }) => {
    for (const name of ['app.quit', 'constructor', '__proto__', 'toString', '', 'case', 'case.list ']) assert.deepEqual([name, codeOf(await raw({ name, input: {} }))], [name, 'call.unknown'])
    for (const request of [null, 42, 'app.about', [], { input: {} }, { name: 5, input: {} }, { name: 'app.about', input: {}, job: 5 }])
      assert.equal(codeOf(await raw(request)), 'call.invalid', JSON.stringify(request))
  }),

  inWindow('every call refuses what is no input of it, in the same words', async ({ raw }) => {
    for (const name of NAMES)
      for (const input of [undefined, null, 42, 'text', []]) {
        const reply = Reply.parse(await raw({ name, input }))
        assert.ok(!reply.ok, `${name} took ${String(input)}`)
        assert.deepEqual([name, reply.error.kind, reply.error.code], [name, 'usage', 'call.invalid'])
        assert.match(reply.error.message, new RegExp(`^The input of ${name} is not valid: `))
      }
  }),

  inWindow('every call answers a valid input: with a value of its schema, or with an error in words', async ({ raw }, { libraryFolder, skipped }) => {
    const inputs = samples(libraryFolder)
    // What closes the library comes last.
    const last = (name: CallName): number => Number(name === 'library.close' || name === 'library.open')
    for (const name of NAMES.filter(name => !skipped.includes(name)).sort((a, b) => last(a) - last(b))) {
      const reply = Reply.parse(await raw({ name, input: inputs[name], job: `job of ${name}` }))
      if (reply.ok) assert.ok(calls[name].output.safeParse(reply.value).success, `${name} gave ${JSON.stringify(reply.value)}`)
      else assert.ok(reply.error.kind !== 'fault' && reply.error.message.length > 20, `${name}: ${JSON.stringify(reply.error)}`)
    }
    assert.equal(codeOf(await raw({ name: 'case.list', input: {} })), 'library.none')
    await raw({ name: 'library.open', input: { folder: libraryFolder } })
  }),

  inWindow('an error keeps kind, code, message and detail', async ({ client }) => {
    const id = (await client.call('case.create', { number: 'conflict', title: '', purpose: 'A test', examiner: 'A. Examiner' })).id
    await client.call('case.update', { id, revision: 1, patch: { title: 'first' } })
    const late = client.call('case.update', { id, revision: 1, patch: { title: 'second' } })
    await assert.rejects(late, error => {
      const { name, kind, code, message, detail } = error as Error & { kind: string; code: string; detail: { title?: string } }
      assert.deepEqual([name, kind, code], ['VidimusError', 'usage', 'case.conflict'])
      assert.ok(message.length > 20)
      assert.match(JSON.stringify(detail), /"first"/)
      return true
    })
  }),

  inWindow('text of any language and any length within limits arrives as it was sent', async ({ client }) => {
    const title = 'Müller \u202Eabc 東京 😀 "quotes" \\ </script> ${x} \u00a0'.trim()
    const notes = 'ä'.repeat(20_000)
    const { id } = await client.call('case.create', { number: '№ 7/Ω', title, purpose: 'A test', examiner: 'A. Examiner', notes })
    const stored = await client.call('case.get', { id })
    assert.deepEqual([stored.number, stored.title, stored.notes], ['№ 7/Ω', title, notes])
  }),

  inWindow('from photo to conclusion: each namespace does its work', fromPhotoToConclusion),

  inWindow('a job reports progress and can be cancelled', async (door, { photos }) => {
    const id = await newCase(door, 'cancel')
    const files = await Promise.all(photos.map(file => door.source(file)))
    const controller = new AbortController()
    const seen: WorkProgress[] = []
    const run = door.client.call('exhibit.import', { case: id, files }, { signal: controller.signal, onProgress: progress => {
      seen.push(progress)
      if (progress.done > 0) controller.abort()
    } })
    const report = await run.catch((error: unknown) => cancelled(error))
    assert.ok(seen.length > 0 && seen.every(({ total }) => total > 0))
    if (report) assert.ok(report.cancelled > 0, JSON.stringify(report))
    const { total } = await door.client.call('exhibit.list', { case: id })
    assert.ok(total < photos.length, `${total} of ${photos.length} photos came in although the job was cancelled`)
    assert.deepEqual(await door.client.call('job.cancel', { job: 'never begun' }), { found: false })
  }),

  inWindow('two jobs of one name are refused', async ({ raw }) => {
    const [first, second] = await Promise.all([1, 2].map(() => raw({ name: 'engine.selfTest', input: {}, job: 'twice' })))
    assert.ok(Reply.parse(first).ok)
    assert.equal(codeOf(second), 'job.duplicate')
  }),

  inWindow('a closed window’s jobs are cancelled and its use of the case is ended; other windows go on', async (door, { open, photos }) => {
    const id = await newCase(door, 'closed')
    const other = await open()
    const use = await other.client.call('case.begin', { id })
    const begun = new Promise<void>(resolve => void importOnly(other, id, photos, resolve))
    await begun
    await other.close()
    const ends = async () => (await door.client.call('library.audit', { case: id })).rows.filter(({ action }) => action === 'case.ended' || action === 'exhibit.import-ended')
    await until(async () => (await ends()).length === 2, 60_000)
    const { total } = await door.client.call('exhibit.list', { case: id })
    assert.ok(total < photos.length, `${total} of ${photos.length} photos came in although their window was closed`)
    assert.ok(use.id)
  }),

  inWindow('many calls at once are all answered, each with its own', async ({ client }) => {
    const titles = Array.from({ length: 100 }, (_, index) => `title ${index}`)
    const made = await Promise.all(titles.map((title, index) => client.call('case.create', { number: `many-${index}`, title, purpose: 'A test', examiner: 'A. Examiner' })))
    assert.deepEqual(made.map(({ title }) => title), titles)
    const read = await Promise.all(made.map(({ id }) => client.call('case.get', { id })))
    assert.deepEqual(read.map(({ id }) => id), made.map(({ id }) => id))
  })
]

function importOnly(door: Door, id: string, photos: readonly string[], begun: () => void): void {
  void Promise.all(photos.map(file => door.source(file)))
    .then(files => door.client.call('exhibit.import', { case: id, files }, { onProgress: ({ done }) => done > 0 && begun() }))
    // The window is closed in the middle: what the call ends with never arrives, or says so.
    .catch(() => undefined)
}

/** The engine's numbers, pictures and arrays arrive bit for bit: their hash was taken where they were made. */
function sameMaps({ a, b, mapsSha256 }: LiveExplanation): void {
  const hash = createHash('sha256')
  for (const side of [a, b])
    for (const map of [side.similar, side.dissimilar, side.combined]) {
      assert.ok(map instanceof Float32Array && map.length === side.width * side.height)
      hash.update(new Uint8Array(map.buffer, map.byteOffset, map.byteLength))
    }
  assert.equal(hash.digest('hex'), mapsSha256)
}

async function fromPhotoToConclusion(door: Door, { photos, open }: Place): Promise<void> {
  const { client } = door
  const other = await open()
  const heard = new Set<string>()
  other.client.on('library.changed', ({ kind }) => heard.add(kind))

  assert.equal((await client.call('settings.set', { patch: { examiner: 'A. Examiner' } })).examiner, 'A. Examiner')
  assert.equal((await other.client.call('settings.get', {})).examiner, 'A. Examiner')
  const id = await newCase(door, 'whole way')
  const use = await client.call('case.begin', { id, purpose: 'To try the contract' })
  const report = await importAll(door, id, photos.slice(0, 2))
  assert.deepEqual(report.imported.map(({ faces }) => faces), [1, 1], JSON.stringify(report))

  const [a, b] = (await client.call('exhibit.list', { case: id })).rows
  assert.equal(a!.sha256, createHash('sha256').update(readFileSync(photos[0]!)).digest('hex'))
  assert.equal((await client.call('exhibit.verify', { id: a!.id })).state, 'verified')
  const picture = await client.call('exhibit.image', { id: a!.id, size: 'view' })
  assert.ok(picture.bytes instanceof Uint8Array && picture.bytes.length > 500)
  const again = await other.client.call('exhibit.image', { id: a!.id, size: 'view' })
  assert.deepEqual(again, picture)

  const [faceA, faceB] = [a!.faces[0]!, b!.faces[0]!]
  assert.equal((await client.call('face.mark', { id: faceA.id, role: 'Q' })).mark?.number, 1)
  const crop = await client.call('face.crop', { id: faceA.id })
  assert.deepEqual([crop.type, crop.width, crop.height], ['image/png', 112, 112])

  const comparison = await client.call('comparison.create', { case: id, faceA: faceA.id, faceB: faceB.id })
  const run = await client.call('comparison.run', { id: comparison.id })
  const live = await client.call('comparison.explain', { id: comparison.id })
  sameMaps(live)
  assert.equal(live.mapsSha256, run.mapsSha256)
  assert.equal(live.cosine, run.cosine)
  assert.equal((await other.client.call('run.get', { id: run.id })).cosine, run.cosine)

  const at = { x: faceA.box.x, y: faceA.box.y }
  const annotation = await client.call('annotation.put', { comparison: comparison.id, annotation: { id: crypto.randomUUID(), kind: 'text', text: 'A mole', a: [at], b: [at] } })
  assert.deepEqual((await client.call('annotation.list', { comparison: comparison.id })).rows, [annotation])
  const enhancement = { a: [{ kind: 'brightness' as const, amount: 10 }], b: [] }
  assert.deepEqual(await client.call('enhancement.set', { comparison: comparison.id, enhancement }), enhancement)
  const { items } = await client.call('checklist.set', { comparison: comparison.id, item: { component: 'nose', finding: 'similar', note: 'seen', cause: '' } })
  assert.equal(items.find(({ component }) => component === 'nose')?.finding, 'similar')
  const { scale } = await client.call('settings.get', {})
  const saved = await client.call('conclusion.save', { comparison: comparison.id, after: 0, conclusion: { level: scale[3]!, same: 's', different: 'd', rationale: 'r' } })
  assert.deepEqual((await client.call('conclusion.list', { comparison: comparison.id })).rows, [saved])

  assert.ok((await client.call('library.search', { text: 'whole' })).hits.some(hit => hit.case === id))
  assert.deepEqual((await client.call('library.verifyEvidence', { case: id })).failed, [])
  assert.equal((await client.call('library.verifyAudit', {})).ok, true)
  await client.call('case.end', { use: use.id })
  await until(() => ['settings', 'case', 'exhibit', 'face', 'comparison', 'annotation', 'enhancement', 'checklist', 'conclusion'].every(kind => heard.has(kind)))
  await other.close()
}
