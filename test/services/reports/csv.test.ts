import { copyFileSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildCli, demo } from '../../support/cli'
import { newCase, startEngine, startWorkstation } from '../support'

const engine = startEngine()
beforeAll(buildCli)
afterAll(() => engine.close())

/** Fields of RFC 4180 text, as a reader other than ours takes them. */
function fieldsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.slice(0, -1)
}

it('a case\u2019s comparisons as CSV: numbers to the last digit, names that start no formula, the hand-out on record', async () => {
  const at = await startWorkstation(engine)
  await at.call('settings.set', { patch: { device: 'cpu' } })
  const caseId = await newCase(at, '=2025+1')
  const names = ['=cmd|\'|c calc\'!A1.jpg', '@x;=1+1.jpg']
  copyFileSync(demo(3), join(at.folder, names[0]!))
  copyFileSync(demo(6), join(at.folder, names[1]!))
  const { imported } = await at.call('exhibit.import', { case: caseId, files: names.map(name => ({ kind: 'path' as const, path: join(at.folder, name) })) })
  const [a, b] = await Promise.all(imported.map(({ id }) => at.call('exhibit.get', { id })))
  const compare = async (one: number, other: number): Promise<string> => (await at.call('comparison.create', { case: caseId, faceA: a!.faces[one]!.id, faceB: b!.faces[other]!.id })).id
  const [first] = [await compare(0, 0), await compare(0, 1)]
  await at.call('case.begin', { id: caseId })
  const run = await at.call('comparison.run', { id: first })
  await at.call('conclusion.save', { comparison: first, after: 0, conclusion: { level: '+1', same: '', different: '', rationale: '' } })
  expect(await at.call('report.csv', { case: caseId })).toMatchObject({ kind: 'saved' })
  const [file] = readdirSync(at.delivered)
  const csv = readFileSync(join(at.delivered, file!), 'utf8')
  expect(csv.charCodeAt(0)).toBe(0xfeff)
  const [header, one, two, ...more] = fieldsOf(csv.slice(1))
  expect(more).toEqual([])
  const cells = Object.fromEntries(header!.map((name, i) => [name, one![i]]))
  expect(cells).toMatchObject({
    case: "'=2025+1", comparison: 'C-1', version: '1', 'probe file': `'${names[0]!}`, 'probe SHA-256': a!.sha256, 'reference file': "'@x;'=1+1.jpg", 'reference SHA-256': b!.sha256,
    runs: '1', score: String(run.cosine), threshold: String(run.threshold), 'score minus threshold': String(run.cosine - run.threshold), 'the score ... the same-source proposition': run.decision === 'match' ? 'supports' : 'does not support',
    'model SHA-256': run.modelSha256, 'maps SHA-256': run.mapsSha256, 'components assessed': '0', conclusion: "'+1", withheld: ''
  })
  expect(two).toHaveLength(header!.length)
  expect(two![header!.indexOf('score')]).toBe('')
  expect((await at.call('library.audit', { case: caseId })).rows[0]!.action).toBe('case.comparisons-delivered')
})
