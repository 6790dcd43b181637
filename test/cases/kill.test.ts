import { createHash, randomInt } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openLibrary, type Library } from '../../src/main/cases/library'
import { checkChain } from '../../src/main/evidence/chain'
import { startChild } from './children'
import { actor, scratchFolder } from './support'

const ROUNDS = 25

interface Acknowledged {
  kind: string
  value: { id: string; comparison: string } | null
  length: number
}

/** Works until some calls are acknowledged, then a moment longer, then dies without notice. Gives what was acknowledged. */
async function workAndDie(folder: string): Promise<Acknowledged[]> {
  const worker = startChild('worker.ts', folder)
  const done: Acknowledged[] = []
  const enough = randomInt(1, 60)
  worker.lines.on('line', line => {
    done.push(JSON.parse(line) as Acknowledged)
    if (done.length === enough) setTimeout(() => worker.process.kill('SIGKILL'), randomInt(0, 12))
  })
  await worker.ended
  expect(worker.process.signalCode).toBe('SIGKILL')
  return done
}

const stored: Record<string, (library: Library, value: { id: string; comparison: string }) => unknown> = {
  case: ({ read }, { id }) => read.case(id),
  exhibit: ({ read }, { id }) => read.exhibit(id),
  face: ({ read }, { id }) => read.face(id),
  comparison: ({ read }, { id }) => read.comparison(id),
  annotation: ({ read }, { id }) => read.annotation(id),
  conclusion: ({ read }, { id, comparison }) => read.conclusions(comparison).find(conclusion => conclusion.id === id)
}

/** What later calls change in an object as it was acknowledged: that its case or comparison was worked on, its faces. */
const CHANGED_LATER = ['changed', 'faces']
const lasting = (value: unknown): Record<string, unknown> => Object.fromEntries(Object.entries(value as object).filter(([key]) => !CHANGED_LATER.includes(key)))

function checkDatabase(folder: string): void {
  const db = new Sqlite(join(folder, 'library.sqlite'), { readonly: true })
  expect(db.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
}

function checkLog({ read, anchor }: Library): void {
  const chain = checkChain(anchor())
  read.auditAfter(0, 1e6).forEach(chain.add)
  expect(chain.end()).toMatchObject({ ok: true, broken: null })
}

/** Every file under the name of a hash has it, and every exhibit has its file. */
function checkEvidence({ folder, read, evidencePath }: Library): void {
  const evidence = join(folder, 'evidence')
  const names = readdirSync(evidence).filter(name => name !== 'incoming').flatMap(name => readdirSync(join(evidence, name)))
  for (const name of names) expect(createHash('sha256').update(readFileSync(evidencePath(name))).digest('hex')).toBe(name)
  expect(names).toEqual(expect.arrayContaining(read.evidenceOf(null).map(({ sha256 }) => sha256)))
}

it('a kill at any moment loses nothing that was acknowledged, and leaves nothing half done', async () => {
  const folder = join(scratchFolder(), 'library')
  let acknowledged = 0
  for (let round = 0; round < ROUNDS; round++) {
    const done = await workAndDie(folder)
    acknowledged += done.length
    const last = done.at(-1)!.length
    const seen = await openLibrary(folder, { mode: 'read', actor: () => actor })
    expect(seen.read.auditLength() - last).toBeOneOf([0, 1])
    for (const { kind, value } of done.filter(({ value }) => value !== null))
      expect(lasting(stored[kind]!(seen, value!))).toEqual(lasting(value))
    checkLog(seen)
    checkEvidence(seen)
    seen.close()
    checkDatabase(folder)
  }
  expect(acknowledged).toBeGreaterThan(ROUNDS)

  const library = await openLibrary(folder, { mode: 'write', actor: () => actor })
  expect(readdirSync(join(folder, 'evidence'))).not.toContain('incoming')
  library.close()
  expect(readdirSync(folder).sort()).toEqual(['audit-anchor.json', 'evidence', 'library.lock', 'library.sqlite'])
  const again = await openLibrary(folder, { mode: 'read', actor: () => actor })
  checkLog(again)
  again.close()
}, 300_000)
