import type { HandlersOf, Services } from './handlers'
import { exportCase } from './packages/exportCase'
import { importCase } from './packages/importCase'
import { withPackage } from './packages/inspect'
import { refuseSecondOf } from './sight'

/** `package.*`. */
export const packageHandlers = (services: Services): HandlersOf<'package'> => ({
  'package.export': async (request, job) => {
    // Whatever is packed, the reports in it may tell of the whole case.
    refuseSecondOf(services.libraries.current(), request.case, null)
    return exportCase(services, request, job)
  },
  'package.inspect': ({ source }, job) => withPackage(services, source, job, async ({ inspection }) => inspection),
  'package.import': (request, job) => importCase(services, request, job)
})
