import { randomUUID } from 'node:crypto'
import { COMPONENTS } from '../../../shared/domain/checklist'
import { random } from '../../../shared/random'
import type { Library } from '../../cases/library'
import type { Writer } from '../../cases/writer/writer'
import { sha256Of, syntheticAnnotation, syntheticCase, syntheticFace, syntheticPhoto, syntheticRecord } from './synthetic'
import { drawWords } from './words'

export interface Size {
  cases: number
  comparisons: number
}

const AT_ONCE = 100

/**
 * Fills a library up to a size through the writer that the program itself uses, audit chain and all. Cases that are there
 * stay. Comparisons are spread evenly: each case has questioned and known faces, and every pair of them is compared once.
 */
export function build({ read, write }: Library, { cases, comparisons }: Size, progress: (done: number, total: number) => void): void {
  const { cases: from, comparisons: have } = read.counts()
  const left = comparisons - have
  for (let i = from; i < cases; i += AT_ONCE)
    write.together(() => {
      for (let k = i; k < Math.min(i + AT_ONCE, cases); k++) fillCase(write, k, share(left, cases - from, k - from))
      progress(Math.min(i + AT_ONCE, cases), cases)
    })
}

/** So many of `total` fall to place `i` of `places`. */
const share = (total: number, places: number, i: number): number => Math.floor((total * (i + 1)) / places) - Math.floor((total * i) / places)

function fillCase(write: Writer, index: number, comparisons: number): void {
  const next = random(1, 'case', index)
  const { id, revision } = write.createCase(syntheticCase(next, index))
  const isOver = next() < 0.5
  const known = Math.max(1, Math.floor(Math.sqrt(comparisons)))
  const questioned = Math.ceil(comparisons / known)
  const faces = Array.from({ length: known + questioned }, (_, i) => addFace(write, next, id, index, i))
  for (let i = 0; i < comparisons; i++) compare(write, next, id, faces[Math.floor(i / known)]!, faces[questioned + (i % known)]!)
  // Last: a case that is closed takes no more.
  if (isOver) write.updateCase(id, revision, { status: next() < 0.5 ? 'closed' : 'archived' })
}

interface PlacedFace {
  face: string
  sha256: string
}

function addFace(write: Writer, next: () => number, caseId: string, index: number, number: number): PlacedFace {
  const sha256 = sha256Of(index, number)
  const { exhibit } = write.addExhibit({
    case: caseId, name: `DSC_${index}_${number}.jpg`, path: `/media/evidence/${index}/DSC_${number}.jpg`, sha256, size: 2_345_678, modified: '2024-05-01T10:00:00.000Z',
    provenance: { source: drawWords(next, 3), receivedFrom: 'Evidence room', receivedAt: null }
  })
  const faces = next() < 0.2 ? [syntheticFace(next, 0), syntheticFace(next, 1)] : [syntheticFace(next, 0)]
  const { faces: placed } = write.setAnalysis(exhibit.id, { photo: syntheticPhoto(next), analysis: { state: 'done', at: '2024-05-01T10:00:00.000Z' }, faces })
  return { face: placed[0]!.id, sha256 }
}

function compare(write: Writer, next: () => number, caseId: string, a: PlacedFace, b: PlacedFace): void {
  const { id } = write.createComparison(caseId, a.face, b.face)
  write.addRun(id, { record: syntheticRecord(next, a.sha256, b.sha256), automaticCosine: null, enhanced: null, mapsSha256: sha256Of(id) })
  if (next() < 0.1) discuss(write, next, id)
}

function discuss(write: Writer, next: () => number, comparison: string): void {
  write.putAnnotation(comparison, syntheticAnnotation(next, randomUUID()))
  for (const component of COMPONENTS.slice(0, 1 + Math.floor(4 * next()))) write.setChecklistItem(comparison, { component, finding: 'similar', note: drawWords(next, 8), cause: '' })
  write.saveConclusion(comparison, 0, { level: 'The findings are inconclusive', same: 'Both show the suspect', different: 'They show two people', rationale: drawWords(next, 40) }, ['The findings are inconclusive'])
}
