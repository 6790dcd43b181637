import type { HandlersOf, Services } from './handlers'
import { exportCase } from './packages/exportCase'
import { importCase } from './packages/importCase'
import { withPackage } from './packages/inspect'

/** `package.*`. */
export const packageHandlers = (services: Services): HandlersOf<'package'> => ({
  'package.export': (request, job) => exportCase(services, request, job),
  'package.inspect': ({ source }, job) => withPackage(services, source, job, async ({ inspection }) => inspection),
  'package.import': (request, job) => importCase(services, request, job)
})
