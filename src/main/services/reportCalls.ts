import type { HandlersOf, Services } from './handlers'
import { checkReport } from './reports/check'
import { comparisonsCsv } from './reports/comparisonsCsv'
import { createReport } from './reports/create'
import { deliverReport } from './reports/deliver'

/** `report.*`. */
export const reportHandlers = (services: Services): HandlersOf<'report'> => {
  const { libraries, settings, host, outgoing } = services
  return {
    'report.check': async request => checkReport(libraries.current(), settings, request),
    'report.list': async ({ case: caseId, ...page }) => libraries.current().read.reports({ case: caseId, ...page }),
    'report.create': (request, job) => createReport(services, request, job),
    'report.deliver': async ({ id, file }) => deliverReport(libraries.current(), host, id, file),
    'report.csv': async ({ case: caseId }) => {
      const library = libraries.current()
      const { number } = library.read.case(caseId)
      const delivery = await host.deliver(await outgoing.text(`${number} comparisons.csv`, comparisonsCsv(library, caseId)))
      if (delivery.kind !== 'cancelled' && library.mode === 'write') library.write.note({ action: 'case.comparisons-delivered', case: caseId, object: caseId, details: { number }, looking: true })
      return delivery
    }
  }
}
