import type { HandlersOf, Services } from './handlers'
import { formingOf, refuseBlind, seen } from './sight'

/** `comparison.*` and `run.*`, but for those that need the engine. */
export const comparisonStoreHandlers = ({ libraries }: Services): Omit<HandlersOf<'comparison' | 'run'>, 'comparison.run' | 'comparison.explain'> => ({
  'comparison.list': async query => {
    const library = libraries.current()
    const { total, rows } = library.read.comparisons(query, formingOf(library))
    return { total, rows: rows.map(row => seen(library, row)) }
  },
  'comparison.get': async ({ id }) => seen(libraries.current(), libraries.current().read.comparisonRow(id)),
  'comparison.create': async ({ case: caseId, faceA, faceB }) => seen(libraries.writable(), libraries.writable().write.createComparison(caseId, faceA, faceB)),
  'comparison.setStage': async ({ id, stage }) => seen(libraries.writable(), libraries.writable().write.setStage(id, stage)),
  'comparison.remove': async ({ id, reason }) => seen(libraries.writable(), libraries.writable().write.removeComparison(id, reason)),
  'comparison.restore': async ({ id }) => seen(libraries.writable(), libraries.writable().write.restoreComparison(id)),
  'comparison.amend': async ({ id, reason }) => seen(libraries.writable(), libraries.writable().write.amendComparison(id, reason)),
  'run.list': async ({ comparison, ...paging }) => {
    refuseBlind(libraries.current(), comparison)
    return libraries.current().read.runs(comparison, paging)
  },
  'run.get': async ({ id }) => {
    const run = libraries.current().read.run(id)
    refuseBlind(libraries.current(), run.comparison)
    return run
  }
})
