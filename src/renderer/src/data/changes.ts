import type { Query } from '@tanstack/react-query'
import type { LibraryChange } from '../../../shared/domain/library'
import type { CallName } from '../../../shared/ipc/contract'

/** What is withheld from an examiner, or shown, with the opinions of a comparison. */
const sight: readonly CallName[] = [
  'opinion.sight', 'comparison.list', 'comparison.get', 'run.list', 'run.get', 'annotation.list', 'enhancement.get', 'checklist.get', 'conclusion.list', 'library.audit', 'library.search', 'case.get', 'report.check'
]

/** Which calls answer differently after a change of each kind. `all` drops everything that was asked. */
const concerned: Record<LibraryChange['kind'], 'all' | readonly CallName[]> = {
  library: 'all',
  case: ['case.list', 'case.tags', 'case.get', 'library.status', 'library.search', 'comparison.list', 'comparison.get', 'report.check'],
  exhibit: ['exhibit.list', 'exhibit.get', 'case.list', 'library.status', 'library.search', 'comparison.list', 'comparison.get', 'report.check'],
  face: ['exhibit.list', 'exhibit.get', 'face.crop', 'face.plate', 'comparison.list', 'comparison.get', 'report.check'],
  comparison: ['comparison.list', 'comparison.get', 'run.list', 'run.get', 'case.list', 'library.status', 'opinion.sight', 'report.check'],
  annotation: ['annotation.list', 'library.search', 'report.check'],
  enhancement: ['enhancement.get', 'face.plate'],
  checklist: ['checklist.get', 'comparison.list', 'comparison.get', 'report.check'],
  conclusion: ['conclusion.list', 'comparison.list', 'comparison.get', 'opinion.sight', 'report.check'],
  opinion: sight,
  report: ['report.list', 'report.check', 'comparison.list', 'comparison.get'],
  // Another examiner may see other things.
  settings: ['settings.get', 'model.list', 'key.get', 'text.list', ...sight],
  audit: ['library.audit']
}

/** Whether what was asked, [name, input], may be answered differently after a change. */
export function isConcerned([name, input]: Query['queryKey'], { kind, case: changed }: LibraryChange): boolean {
  const calls = concerned[kind]
  if (calls === 'all') return true
  if (!calls.includes(name as CallName)) return false
  const asked = caseAsked(name as CallName, input)
  return changed === null || asked === null || asked === changed
}

/** The one case that a question is about; null where it is about several or does not say. */
function caseAsked(name: CallName, input: unknown): string | null {
  const { case: id, id: own } = (input ?? {}) as { case?: unknown; id?: unknown }
  if (typeof id === 'string') return id
  return name === 'case.get' && typeof own === 'string' ? own : null
}
