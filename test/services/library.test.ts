import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { EventMessage } from '../../src/shared/ipc/contract'
import { programFolders } from '../../src/main/services/folders'
import { createHandlers, type Handlers, type Services } from '../../src/main/services/handlers'
import { createServices } from '../../src/main/services/services'
import { scratchFolder } from '../cases/support'
import { fakeHost } from './support'

interface Desk {
  services: Services
  events: EventMessage[]
  call<N extends keyof Handlers>(name: N, input: Parameters<Handlers[N]>[0]): ReturnType<Handlers[N]>
}

/** The services over folders of their own; nothing here needs the engine. */
function openDesk(home = scratchFolder()): Desk & { home: string } {
  const services = createServices({ call: () => Promise.reject(new Error('no engine here')) }, fakeHost(new Map(), home), programFolders(home))
  const events: EventMessage[] = []
  services.events.subscribe(event => events.push(event))
  onTestFinished(() => void services.libraries.close())
  const handlers = createHandlers(services) as unknown as Record<string, (input: unknown, context: unknown) => unknown>
  const context = { report: () => undefined, signal: new AbortController().signal }
  return { home, services, events, call: (name, input) => handlers[name]!(input, context) as never }
}

const open = (folder: string, more: { mode?: 'read' | 'write'; create?: boolean } = {}) => ({ folder, mode: 'write' as const, create: true, ...more })
const draft = (number: string) => ({ number, title: '', purpose: 'Compare', examiner: 'A. Examiner', notes: '', tags: [], blindFirst: false })
const page = { offset: 0, limit: 50 }
const log = async (desk: Desk, caseId: string | null = null) => (await desk.call('library.audit', { case: caseId, newestFirst: false, ...page })).rows

describe('libraries', () => {
  it('one is open at a time, recent ones are remembered, those that are gone are marked', async () => {
    const desk = openDesk()
    const { home } = desk
    expect(await desk.call('library.status', {})).toEqual({ open: null, problem: null, suggested: join(home, 'library'), recent: [] })
    await expect(desk.call('case.list', { text: '', status: ['open'], tag: null, sort: 'changed', descending: true, ...page })).rejects.toMatchObject({ kind: 'usage', code: 'library.none' })
    const [first, second] = [join(home, 'first'), join(home, 'second')]
    expect((await desk.call('library.open', open(first))).open).toMatchObject({ folder: first, name: 'first', mode: 'write', readOnlyReason: null, counts: { cases: 0, exhibits: 0, comparisons: 0 } })
    await desk.call('case.create', draft('1'))
    expect((await desk.call('library.open', open(second))).open).toMatchObject({ folder: second, counts: { cases: 0 } })
    expect((await desk.call('library.open', open(first))).open).toMatchObject({ folder: first, counts: { cases: 1 } })
    expect((await desk.call('library.close', {})).open).toBeNull()
    rmSync(second, { recursive: true })
    expect(openDesk(home).services.libraries.status().recent).toMatchObject([{ folder: first, missing: false }, { folder: second, missing: true }])
  })

  it('one that can\u2019t be opened leaves the one that is', async () => {
    const desk = openDesk()
    await desk.call('library.open', open(join(desk.home, 'first')))
    await expect(desk.call('library.open', open(join(desk.home, 'gone'), { create: false }))).rejects.toMatchObject({ code: 'library.missing' })
    expect((await desk.call('case.create', draft('1'))).number).toBe('1')
  })

  it('many asked for at once are opened one after the other', async () => {
    const desk = openDesk()
    const names = ['a', 'b', 'c', 'a', 'b']
    const opened = await Promise.all(names.map(name => desk.call('library.open', open(join(desk.home, name)))))
    expect(opened.map(status => status.open?.name)).toEqual(names)
    expect(existsSync(join(desk.home, 'a', 'library.lock.json'))).toBe(false)
    expect(existsSync(join(desk.home, 'b', 'library.lock.json'))).toBe(true)
  })

  it('open for reading only, everything that changes something is refused', async () => {
    const desk = openDesk()
    const folder = join(desk.home, 'first')
    await desk.call('library.open', open(folder))
    const { id } = await desk.call('case.create', draft('1'))
    await desk.call('library.open', open(folder, { mode: 'read' }))
    await expect(desk.call('case.create', draft('2'))).rejects.toMatchObject({ kind: 'usage', code: 'library.read-only' })
    await expect(desk.call('case.update', { id, revision: 1, patch: { title: 'x' } })).rejects.toMatchObject({ code: 'library.read-only' })
    const use = await desk.call('case.begin', { id, purpose: null })
    expect(use).toMatchObject({ case: id, purpose: 'Compare', evidence: { checked: 0, failed: [] } })
    expect(await desk.call('case.end', { use: use.id })).toEqual({})
    expect((await log(desk, id)).map(({ action }) => action)).toEqual(['case.created'])
  })

  it('windows are told what changed', async () => {
    const desk = openDesk()
    await desk.call('library.open', open(join(desk.home, 'first')))
    desk.events.length = 0
    const { id } = await desk.call('case.create', draft('1'))
    await desk.call('settings.set', { patch: { laboratory: 'Lab' } })
    expect(desk.events).toEqual([
      { event: 'library.changed', payload: { case: id, kind: 'case' } },
      { event: 'library.changed', payload: { case: null, kind: 'audit' } },
      { event: 'library.changed', payload: { case: null, kind: 'settings' } }
    ])
  })

  it('a use that nobody ended is ended with the library', async () => {
    const desk = openDesk()
    const folder = join(desk.home, 'first')
    await desk.call('library.open', open(folder))
    const { id } = await desk.call('case.create', draft('1'))
    await desk.call('case.begin', { id, purpose: 'A look' })
    await desk.call('library.open', open(folder))
    expect((await log(desk, id)).map(({ action, details }) => [action, details.purpose])).toEqual([['case.created', 'Compare'], ['case.begun', 'A look'], ['case.ended', undefined]])
    expect((await log(desk)).map(({ action }) => action)).toEqual(['library.opened', 'case.created', 'case.begun', 'case.ended', 'library.closed', 'library.opened'])
  })
})

describe('settings', () => {
  it('are kept, and a change is a row of the log with what it was and is', async () => {
    const desk = openDesk()
    await desk.call('settings.set', { patch: { examiner: 'C. Novak' } })
    await desk.call('library.open', open(join(desk.home, 'first')))
    await desk.call('settings.set', { patch: { threshold: 0.3, laboratory: 'Lab' } })
    await desk.call('settings.set', { patch: { threshold: 0.3 } })
    expect((await log(desk)).map(({ action, who, details }) => [action, who, details])).toEqual([
      ['library.opened', 'C. Novak', expect.objectContaining({ settings: expect.objectContaining({ examiner: 'C. Novak', threshold: null }) })],
      ['settings.changed', 'C. Novak', { from: { threshold: null, laboratory: '' }, to: { threshold: 0.3, laboratory: 'Lab' } }]
    ])
    expect(await openDesk(desk.home).call('settings.get', {})).toMatchObject({ examiner: 'C. Novak', threshold: 0.3, laboratory: 'Lab', palette: 'paper' })
  })

  it.each(['{ "examiner": "cut o', '{ "opacity": 7 }', '[]', ''])('a damaged file (%s) is kept aside, told and put on record; nothing stops', async text => {
    const home = scratchFolder()
    const config = join(home, 'config')
    mkdirSync(config)
    writeFileSync(join(config, 'settings.json'), text)
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    onTestFinished(() => said.mockRestore())
    const desk = openDesk(home)
    expect(said).toHaveBeenCalledWith(expect.stringContaining('settings could not be read'))
    expect(await desk.call('settings.get', {})).toMatchObject({ examiner: '', opacity: 0.8 })
    const [kept] = readdirSync(config)
    expect(kept).toMatch(/^settings\.json\.damaged-/)
    expect(readFileSync(join(config, kept!), 'utf8')).toBe(text)
    expect(readFileSync(join(home, 'log', 'program.jsonl'), 'utf8')).toContain('settings.damaged')
    await desk.call('library.open', open(join(home, 'first')))
    expect((await log(desk))[0]!.details.settingsDamage).toContain(kept)
    await desk.call('settings.set', { patch: { examiner: 'A' } })
    expect(readdirSync(config).sort()).toEqual([kept, 'settings.json'].sort())
  })

  it('the examiner of the settings writes; nobody named, the account does', async () => {
    const desk = openDesk()
    await desk.call('library.open', open(join(desk.home, 'first')))
    await desk.call('settings.set', { patch: { examiner: 'D. Okafor' } })
    await desk.call('case.create', draft('1'))
    const rows = await log(desk)
    expect(rows.map(({ who }) => who)).toEqual([expect.stringMatching(/./), 'D. Okafor', 'D. Okafor'])
    expect(rows[0]!.where).toMatch(new RegExp(`^.+@.+, process ${process.pid}$`))
  })
})

describe('beginning work on a case', () => {
  it('can be stopped, and is ended then', async () => {
    const desk = openDesk()
    await desk.call('library.open', open(join(desk.home, 'first')))
    const { id } = await desk.call('case.create', draft('1'))
    const { exhibit } = desk.services.libraries.writable().write.addExhibit({ case: id, name: 'x', path: null, sha256: 'a'.repeat(64), size: 1, modified: null, provenance: { source: '', receivedFrom: '', receivedAt: null } })
    const handlers = createHandlers(desk.services)
    await expect(handlers['case.begin']({ id, purpose: null }, { report: () => undefined, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'job.cancelled' })
    expect((await log(desk, id)).map(({ action }) => action).slice(-2)).toEqual(['case.begun', 'case.ended'])
    const begun = await desk.call('case.begin', { id, purpose: null })
    expect(begun.evidence).toEqual({ checked: 1, failed: [expect.objectContaining({ exhibit: exhibit.id, number: 1, name: 'x' })] })
  })
})
