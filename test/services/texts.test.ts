import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { TextStore } from '../../src/main/services/texts'
import { startEngine, startWorkstation } from './support'

function folder(): { config: string; log: string } {
  const config = mkdtempSync(join(tmpdir(), 'vidimus-texts-'))
  onTestFinished(() => rmSync(config, { recursive: true }))
  return { config, log: join(config, 'log') }
}

test('edits are kept over a restart, by language, and taken back', () => {
  const folders = folder()
  const first = new TextStore(folders)
  first.set('de', 'front.notes', 'Aktenzeichen beachten.')
  const second = new TextStore(folders)
  expect(second.for('de').texts['front.notes']).toBe('Aktenzeichen beachten.')
  expect(second.for('de').edited).toBe(true)
  expect(second.for('en').edited).toBe(false)
  second.set('de', 'front.notes', null)
  expect(new TextStore(folders).for('de')).toEqual(new TextStore(folder()).for('de'))
})

test('an edit of another version that no longer fits is passed over', () => {
  const folders = folder()
  writeFileSync(join(folders.config, 'report-texts.json'), JSON.stringify({ en: { 'title': 'Our report', 'gone.key': 'x', 'limits.always': 'Nothing to worry about.', 'subtitle.case': 'Without its number' } }))
  expect(new TextStore(folders).edits('en')).toEqual({ title: 'Our report' })
})

test('a damaged file is put aside and the originals are used', () => {
  const folders = folder()
  writeFileSync(join(folders.config, 'report-texts.json'), '{"en": 7')
  expect(new TextStore(folders).for('en').edited).toBe(false)
  expect(readdirSync(folders.config).some(name => name.startsWith('report-texts.json.damaged-'))).toBe(true)
})

test('text.list and text.set: what is edited is listed, logged, and refused where it claims or keeps back', async () => {
  const engine = startEngine()
  onTestFinished(() => engine.close())
  const at = await startWorkstation(engine)
  await at.call('text.set', { language: 'en', key: 'title', edited: 'Report of Laboratory North' })
  const { texts } = await at.call('text.list', { language: 'en' })
  expect(texts.find(({ key }) => key === 'title')).toEqual({ key: 'title', original: 'Report on facial image comparison', edited: 'Report of Laboratory North', placeholders: [] })
  expect(texts.map(({ key }) => key)).not.toContain('limits.always')
  await expect(at.call('text.set', { language: 'en', key: 'header.case', edited: 'Case {nummer}' })).rejects.toMatchObject({ code: 'text.placeholder' })
  const { rows } = await at.call('library.audit', { case: null, newestFirst: true })
  expect(rows[0]).toMatchObject({ action: 'text.changed', details: { language: 'en', key: 'title', edited: 'Report of Laboratory North' } })
})
