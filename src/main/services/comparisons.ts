import { EXPLAINERS } from '../../shared/domain/explainers'
import { refuseFixed } from '../cases/writer/guards'
import { requireBegun } from './comparisons/begun'
import { openModel } from './comparisons/openModel'
import { prepareComparison } from './comparisons/request'
import { looking, requireIntact } from './exhibits/evidenceGuard'
import type { Handlers, Services } from './handlers'
import { refuseBlind } from './sight'

/** The calls of `comparison.*` that need the engine. */
export const comparisonHandlers = ({ libraries, engine, settings }: Services): Pick<Handlers, 'comparison.run' | 'comparison.explain'> => ({
  'comparison.run': async ({ id, threshold }, { report, signal }) => {
    const library = libraries.writable()
    requireBegun(library, id)
    refuseFixed(library.read, id)
    refuseBlind(library, id)
    const { comparison, a, b, request } = prepareComparison(library, settings.get(), id, threshold)
    report({ step: 'Verifying the photos', done: 0, total: 3 })
    await requireIntact(library, comparison.case, [a.exhibit, b.exhibit])
    report({ step: 'Opening the model', done: 1, total: 3 })
    await openModel(engine, request.choice, signal)
    report({ step: 'Comparing', done: 2, total: 3 })
    const { enhancedCosine, ...compared } = await looking(library, [a.exhibit, b.exhibit], () => engine.call('compareFaces', request, { signal }))
    const enhanced = enhancedCosine === null ? null : { cosine: enhancedCosine, a: request.a.steps, b: request.b.steps }
    refuseBlind(library, id)
    return library.write.addRun(id, { ...compared, enhanced })
  },

  'comparison.explain': async ({ id, threshold, enhanced, explainer }, { report, signal }) => {
    const library = libraries.current()
    requireBegun(library, id)
    refuseBlind(library, id)
    const { a, b, request } = prepareComparison(library, settings.get(), id, threshold)
    report({ step: 'Opening the model', done: 0, total: 2 })
    await openModel(engine, { ...request.choice, explainer }, signal)
    report({ step: 'Explaining the score', done: 1, total: 2 })
    const live = await looking(library, [a.exhibit, b.exhibit], () => engine.call('explainFaces', { ...request, enhanced, explainer }, { signal, report: passes => report({ step: `${EXPLAINERS[explainer].title}, forward passes`, ...passes }) }))
    // Meanwhile a second opinion may have been begun.
    refuseBlind(library, id)
    return live
  }
})
