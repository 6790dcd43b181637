import type { HandlersOf, Services } from './handlers'
import { checkReport } from './reports/check'
import { comparisonsCsv } from './reports/comparisonsCsv'
import { createReport } from './reports/create'
import { deliverReport } from './reports/deliver'
import { refuseSecondOf } from './sight'

/** `report.*`. */
export const reportHandlers = (services: Services): HandlersOf<'report'> => {
  const { libraries, settings, host, outgoing } = services
  return {
    'report.check': async request => {
      refuseSecondOf(libraries.current(), request.case, request.comparisons)
      return checkReport(libraries.current(), settings, request)
    },
    'report.list': async ({ case: caseId, ...page }) => libraries.current().read.reports({ case: caseId, ...page }),
    'report.create': async (request, job) => {
      refuseSecondOf(libraries.current(), request.case, request.comparisons)
      return createReport(services, request, job)
    },
    'report.deliver': async ({ id, file }) => {
      // Whatever a report is about, its rows of the log tell of the whole case.
      refuseSecondOf(libraries.current(), libraries.current().read.report(id).case, null)
      return deliverReport(libraries.current(), host, id, file)
    },
    'report.csv': async ({ case: caseId }) => {
      const library = libraries.current()
      const { number } = library.read.case(caseId)
      refuseSecondOf(library, caseId, null)
      const delivery = await host.deliver(await outgoing.text(`${number} comparisons.csv`, comparisonsCsv(library, caseId)))
      if (delivery.kind !== 'cancelled' && library.mode === 'write') library.write.note({ action: 'case.comparisons-delivered', case: caseId, object: caseId, details: { number }, looking: true })
      return delivery
    }
  }
}
