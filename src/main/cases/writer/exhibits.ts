import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Analysis, EvidenceState, Exhibit, ExhibitPatch, PhotoFacts, Provenance } from '../../../shared/domain/exhibit'
import type { Face } from '../../../shared/domain/face'
import { hashOf, loggedFace } from '../../evidence/records/hashes'
import type { EvidenceFinding } from '../../evidence/verifyEvidence'
import { refuseStale } from './conflict'
import { differences, given } from './differences'
import { replaceFound, withdrawOverrides } from './foundFaces'
import { refuseClosed, refuseFixedExhibit } from './guards'
import type { Writing } from './writing'

/** A file whose bytes are in the evidence store. */
export interface NewExhibit {
  case: string
  name: string
  path: string | null
  sha256: string
  size: number
  modified: string | null
  provenance: z.infer<typeof Provenance>
}

/** What looking for faces in a photo gave. `photo` is null where it could not be decoded. */
export interface AnalysisResult {
  photo: PhotoFacts | null
  analysis: Analysis
  faces: readonly Face[]
}

export const label = ({ number, name }: Pick<Exhibit, 'number' | 'name'>) => ({ number: `E-${number}`, name })

export const exhibitWrites = (writing: Writing) => {
  const { db, read, who, write, nextNumber } = writing

  const passed = (id: string, now: string): void => db.run("UPDATE exhibits SET evidenceCheckedAt = ? WHERE id = ? AND evidenceState = 'verified'", now, id)

  return {
    /**
     * A new exhibit, its analysis pending. Where the case holds the same bytes already, that exhibit instead and `added` is
     * false: nothing is written. An exhibit that was taken out does not count.
     * @throws VidimusError `case.unknown`, `case.closed` (usage)
     */
    addExhibit: ({ case: caseId, name, path, sha256, size, modified, provenance }: NewExhibit): { exhibit: Exhibit; added: boolean } =>
      write('exhibit', (log, now) => {
        refuseClosed(read, caseId)
        const same = read.exhibitWithBytes(caseId, sha256)
        if (same !== null) return { exhibit: same, added: false }
        const id = randomUUID()
        const number = nextNumber(caseId, 'exhibit')
        db.run(
          `INSERT INTO exhibits (id, caseId, number, name, path, sha256, size, modified, imported, importedBy, source, receivedFrom, receivedAt, notes, analysis, evidenceState, evidenceCheckedAt, revision)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '{"state":"pending"}', 'verified', ?, 1)`,
          id, caseId, number, name, path, sha256, size, modified, now, who(), provenance.source, provenance.receivedFrom, provenance.receivedAt, now
        )
        log({ action: 'exhibit.imported', case: caseId, object: id, details: { ...label({ number, name }), path, sha256, size, modified, ...provenance } })
        return { exhibit: read.exhibit(id), added: true }
      }),

    /**
     * Keeps what looking for faces gave. Faces found before that are found again stay the same faces with their marks and
     * corrected points; those not found again stay where a person did something with them. A reason to use a face in spite of
     * its quality is withdrawn where the quality is another now.
     * @throws VidimusError `exhibit.unknown`, `case.closed`, `comparison.locked` (usage)
     */
    setAnalysis: (id: string, { photo, analysis, faces }: AnalysisResult): Exhibit =>
      write('exhibit', log => {
        const before = read.exhibit(id)
        refuseFixedExhibit(read, before)
        db.run('UPDATE exhibits SET photo = ?, analysis = ?, revision = revision + 1 WHERE id = ?', photo && JSON.stringify(photo), JSON.stringify(analysis), id)
        if (analysis.state !== 'failed') replaceFound(writing, before, faces)
        const after = withdrawOverrides(writing, before, log)
        log({ action: 'exhibit.analysed', case: before.case, object: id, details: { ...label(before), ...analysis, faces: after.faces.length, found: after.faces.map(loggedFace), photo: hashOf(after.photo) } })
        return after
      }),

    /** @throws VidimusError `exhibit.unknown`, `exhibit.conflict`, `case.closed` (usage) */
    updateExhibit: (id: string, revision: number, patch: ExhibitPatch): Exhibit =>
      write('exhibit', log => {
        const before = read.exhibit(id)
        refuseClosed(read, before.case)
        refuseStale(read, 'exhibit', before, revision)
        const after = { ...before, ...given(patch) }
        const details = differences(before, after)
        if (details === null) return before
        db.run('UPDATE exhibits SET source = ?, receivedFrom = ?, receivedAt = ?, notes = ?, revision = revision + 1 WHERE id = ?', after.source, after.receivedFrom, after.receivedAt, after.notes, id)
        log({ action: 'exhibit.updated', case: before.case, object: id, details: { ...label(before), ...details } })
        return read.exhibit(id)
      }),

    /** Takes it out of the case; row and bytes stay. @throws VidimusError `exhibit.unknown`, `case.closed`, `comparison.locked` (usage) */
    removeExhibit: (id: string, reason: string): Exhibit =>
      write('exhibit', (log, now) => {
        const before = read.exhibit(id)
        if (before.removed !== null) return before
        refuseFixedExhibit(read, before)
        db.run('UPDATE exhibits SET removedAt = ?, removedReason = ?, revision = revision + 1 WHERE id = ?', now, reason, id)
        log({ action: 'exhibit.removed', case: before.case, object: id, details: { ...label(before), reason } })
        return read.exhibit(id)
      }),

    /** @throws VidimusError `exhibit.unknown`, `case.closed` (usage) */
    restoreExhibit: (id: string): Exhibit =>
      write('exhibit', log => {
        const before = read.exhibit(id)
        if (before.removed === null) return before
        refuseClosed(read, before.case)
        db.run('UPDATE exhibits SET removedAt = NULL, removedReason = NULL, revision = revision + 1 WHERE id = ?', id)
        log({ action: 'exhibit.restored', case: before.case, object: id, details: label(before) })
        return read.exhibit(id)
      }),

    /**
     * Keeps what hashing the stored bytes again gave. A failure stays on record: a later check that finds the right bytes
     * is logged and changes nothing of it.
     * @throws VidimusError `exhibit.unknown` (usage)
     */
    recordEvidenceCheck: (id: string, { ok, found }: EvidenceFinding): EvidenceState =>
      write('exhibit', (log, now) => {
        const { sha256, case: caseId, ...exhibit } = read.exhibit(id)
        if (ok) passed(id, now)
        else db.run("UPDATE exhibits SET evidenceState = 'failed', evidenceCheckedAt = ?, evidenceFound = ? WHERE id = ?", now, found, id)
        log({ action: ok ? 'evidence.verified' : 'evidence.failed', case: caseId, object: id, details: { ...label(exhibit), sha256, ...(ok ? {} : { found }) }, looking: true })
        return read.exhibit(id).evidence
      }),

    /** Many checks as one row: those that passed. Each failure is a row of its own, by `recordEvidenceCheck`. */
    recordEvidencePassed: (caseId: string | null, exhibits: readonly string[], failed: number): void =>
      write('exhibit', (log, now) => {
        for (const id of exhibits) passed(id, now)
        log({ action: 'evidence.checked', case: caseId, object: null, details: { verified: exhibits.length, failed }, looking: true })
      })
  }
}
