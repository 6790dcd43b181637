import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { openLibrary, type Library } from '../../../src/main/cases/library'
import { evidencePath, storeEvidence } from '../../../src/main/evidence/evidenceStore'
import { checkEvidence } from '../../../src/main/services/exhibits/checkEvidence'
import { requireIntact } from '../../../src/main/services/exhibits/evidenceGuard'
import { verifyAllEvidence } from '../../../src/main/services/verifyLibrary'

const [PHOTO, OTHER] = [3, 6].map(n => join(import.meta.dirname, `../../../node_modules/@vladmandic/face-api/demo/sample${n}.jpg`)) as [string, string]
const unwatched = { report: () => undefined, signal: new AbortController().signal }

async function withExhibit(): Promise<{ library: Library; id: string; caseId: string; sha256: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'vidimus-check-'))
  const library = await openLibrary(folder, { mode: 'write', create: true, actor: () => ({ who: 'A. Examiner', where: 'here' }) })
  onTestFinished(() => {
    library.close()
    rmSync(folder, { recursive: true })
  })
  const { id: caseId } = library.write.createCase({ number: '2025-1', title: '', purpose: 'A test', examiner: '', notes: '', tags: [], blindFirst: false })
  const stored = await storeEvidence(folder, PHOTO)
  const { exhibit } = library.write.addExhibit({ case: caseId, name: 'a.jpg', path: null, modified: null, provenance: { source: '', receivedFrom: '', receivedAt: null }, ...stored })
  return { library, id: exhibit.id, caseId, sha256: stored.sha256 }
}

/** What somebody with the disk can do: other bytes, and their hash in the exhibit's row. */
function exchange({ folder }: Library, id: string): string {
  const sha256 = createHash('sha256').update(readFileSync(OTHER)).digest('hex')
  mkdirSync(dirname(evidencePath(folder, sha256)), { recursive: true })
  copyFileSync(OTHER, evidencePath(folder, sha256))
  const db = new Sqlite(join(folder, 'library.sqlite'))
  db.prepare('UPDATE exhibits SET sha256 = ? WHERE id = ?').run(sha256, id)
  db.close()
  return sha256
}

it('untouched bytes under the hash that they came in with pass', async () => {
  const { library, id, sha256 } = await withExhibit()
  expect(await checkEvidence(library, { id, sha256 })).toEqual({ ok: true, found: sha256 })
})

it('other bytes under a hash of their own are found out by the log, and block', async () => {
  const { library, id, caseId, sha256 } = await withExhibit()
  const forged = exchange(library, id)
  expect(await checkEvidence(library, { id, sha256: forged })).toEqual({ ok: false, found: `not those that the log has as imported, with the hash ${sha256}` })
  await expect(requireIntact(library, caseId, [library.read.exhibit(id)])).rejects.toMatchObject({ code: 'evidence.failed' })
  expect(library.read.exhibit(id).evidence.state).toBe('failed')
  const { failed } = await verifyAllEvidence(library, caseId, unwatched)
  expect(failed).toMatchObject([{ exhibit: id, sha256: forged, found: expect.stringContaining(sha256) as string }])
})
