import { version } from '../../../../package.json'
import { tellFailure, wantsJson } from './fail'
import { endOnInterrupt } from './interrupt'
import { VidimusError } from '../../../shared/errors'
import { createProgram } from './program'

const json = wantsJson(process.argv)

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
endOnInterrupt((left) => tellFailure(new VidimusError('cancelled', 'cancelled', `Stopped; ${left}`), json))

try {
  await createProgram(version).parseAsync()
} catch (error) {
  process.exitCode = tellFailure(error, json)
}
