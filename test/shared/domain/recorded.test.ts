import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recorded } from '../../../src/shared/domain/recorded'
import { Settings } from '../../../src/shared/domain/settings'
import { limitsOf } from '../../../src/shared/domain/wording'
import { encodeModel } from '../../../src/main/compiler/onnx/encode'
import { checkChain, GENESIS, hashRow, type Anchor, type StoredAuditRow } from '../../../src/main/evidence/chain'
import { readModelManifest } from '../../../src/main/runtime/models'
import { loadRecognizer } from '../../../src/main/services/explain/recognizer'
import { record, scratchFolder } from '../../cases/support'
import { tinyGraph } from '../../support/tinyModels'

const inEnglish = (texts: readonly string[]): string[] => texts.filter(text => recorded(text, 'de') === text)

test('what the default model\u2019s card, the method and the delivered scale say has German words', async () => {
  const { models } = await readModelManifest()
  const { method } = record()
  if (method.name !== 'xSSAB') throw new Error('The sample record is xSSAB\u2019s.')
  const card = models.filter(({ role }) => role === 'recognition').flatMap(({ name, calibration }) => [name, calibration!.set])
  expect(inEnglish([...card, method.precision, 'fast', method.channelMean, method.combined, method.blur.border, ...Settings.parse({}).scale])).toEqual([])
})

test('what makers do not document is said in German, for the default model and for one\u2019s own', async () => {
  const { models } = await readModelManifest()
  const file = join(scratchFolder(), 'own.onnx')
  writeFileSync(file, encodeModel(tinyGraph()))
  const own = (await loadRecognizer({ model: file })).undocumented
  const { a, b, cosine, thresholdOrigin: origin } = record()
  for (const undocumented of [...models.filter(({ role }) => role === 'recognition').map(it => it.undocumented), own])
    expect(limitsOf({ cosine, origin, a, b, undocumented }, 'de').find(limit => limit.startsWith('Die Hersteller'))).not.toMatch(/\b(the|its|it|what|trained|and)\b/i)
})

test('any other text, and all in English, is given back as it is', () => {
  expect(recorded('A level of the laboratory', 'de')).toBe('A level of the laboratory')
  expect(recorded('toString', 'de')).toBe('toString')
  expect(recorded('exact', 'en')).toBe('exact')
})

const row = (sequence: number, previous: string, change: Partial<StoredAuditRow> = {}): StoredAuditRow => {
  const whole = { sequence, at: '2024-05-03T00:00:00.000Z', who: 'A', where: 'b', action: 'library.opened', case: null, object: null, previous }
  return { ...whole, details: '{}', hash: hashRow({ ...whole, details: {} }), ...change }
}
const first = row(1, GENESIS)
const last: Anchor = { sequence: 1, hash: first.hash }

test.each<[string, StoredAuditRow[], Anchor | null]>([
  ['missing', [first, row(3, first.hash)], null],
  ['behind', [first, row(1, first.hash)], null],
  ['previous', [first, row(2, 'f'.repeat(64))], null],
  ['details', [row(1, GENESIS, { details: '{ }' })], null],
  ['hash', [row(1, GENESIS, { who: 'B' })], null],
  ['made anew', [first], { ...last, hash: 'f'.repeat(64) }],
  ['end', [first], { ...last, sequence: 4 }]
])('a log that is broken is told in German: %s', (_, rows, anchor) => {
  const check = checkChain(anchor)
  rows.forEach(check.add)
  const { reason } = check.end().broken!
  expect(recorded(reason, 'de')).not.toBe(reason)
  const values = (text: string): string[] => text.match(/\b([0-9a-f]{64}|\d+)\b/g)?.toSorted() ?? []
  expect(values(recorded(reason, 'de'))).toEqual(values(reason))
  expect(recorded(reason, 'de')).not.toMatch(/\b(the|is|and|was|row|its)\b/)
})
