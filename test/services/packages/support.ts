import { randomUUID } from 'node:crypto'
import type { CallInput } from '../../../src/shared/ipc/contract'
import { demo } from '../../support/cli'
import { newCase, type Workstation } from '../support'

export interface WorkedCase {
  id: string
  /** Of the comparisons, in the order of their numbers. */
  comparisons: string[]
}

/** A case of two photos and two comparisons, each run, assessed and concluded, as an examiner leaves it. */
export async function workedCase(at: Workstation, number = '2026-7'): Promise<WorkedCase> {
  await at.call('settings.set', { patch: { device: 'cpu', examiner: 'A. Examiner' } })
  const id = await newCase(at, number)
  const { imported } = await at.call('exhibit.import', { case: id, files: [3, 6].map(n => ({ kind: 'path' as const, path: demo(n) })) })
  const [first, second] = await Promise.all(imported.map(exhibit => at.call('exhibit.get', { id: exhibit.id })))
  const use = await at.call('case.begin', { id })
  await at.call('face.mark', { id: first!.faces[0]!.id, role: 'Q' })
  await at.call('face.mark', { id: second!.faces[0]!.id, role: 'K' })
  const comparisons: string[] = []
  for (const face of [0, 1]) {
    const comparison = await at.call('comparison.create', { case: id, faceA: first!.faces[0]!.id, faceB: second!.faces[face]!.id })
    comparisons.push(comparison.id)
    await assess(at, comparison.id)
  }
  await at.call('case.end', { use: use.id })
  return { id, comparisons }
}

async function assess(at: Workstation, comparison: string): Promise<void> {
  await at.call('enhancement.set', { comparison, enhancement: { a: [{ kind: 'gamma', gamma: 1.2 }], b: [] } })
  await at.call('comparison.run', { id: comparison })
  await at.call('checklist.set', { comparison, item: { component: 'nose', finding: 'different', note: 'Bridge', cause: 'A different person' } })
  await at.call('annotation.put', { comparison, annotation: { id: randomUUID(), kind: 'circle', text: 'Scar', a: [{ x: 10, y: 10 }, { x: 20, y: 10 }], b: [{ x: 10, y: 10 }, { x: 20, y: 10 }] } })
  await at.call('conclusion.save', { comparison, after: 0, conclusion: { level: null, same: 'One source', different: 'Two sources', rationale: 'Differences that no cause explains' } })
}

/** Packs a case and gives the file's path. */
export async function packCase(at: Workstation, id: string, more: Partial<CallInput<'package.export'>> = {}): Promise<string> {
  const delivery = await at.call('package.export', { case: id, comparisons: null, evidence: true, ...more })
  if (delivery.kind !== 'saved') throw new Error(`delivered as ${delivery.kind}`)
  return delivery.path
}

export const path = (path: string) => ({ kind: 'path' as const, path })
