import type { HandlersOf, Services } from './handlers'

/** `comparison.*` and `run.*`, but for those that need the engine. */
export const comparisonStoreHandlers = ({ libraries }: Services): Omit<HandlersOf<'comparison' | 'run'>, 'comparison.run' | 'comparison.explain'> => ({
  'comparison.list': async query => libraries.current().read.comparisons(query),
  'comparison.get': async ({ id }) => libraries.current().read.comparisonRow(id),
  'comparison.create': async ({ case: caseId, faceA, faceB }) => libraries.writable().write.createComparison(caseId, faceA, faceB),
  'comparison.setStage': async ({ id, stage }) => libraries.writable().write.setStage(id, stage),
  'comparison.remove': async ({ id, reason }) => libraries.writable().write.removeComparison(id, reason),
  'comparison.restore': async ({ id }) => libraries.writable().write.restoreComparison(id),
  'comparison.amend': async ({ id, reason }) => libraries.writable().write.amendComparison(id, reason),
  'run.list': async ({ comparison, ...paging }) => libraries.current().read.runs(comparison, paging),
  'run.get': async ({ id }) => libraries.current().read.run(id)
})
