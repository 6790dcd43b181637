/** Entry of the web host as a program of its own: `npm start` runs it where Electron can't. */
import { parseArgs } from 'node:util'
import { toErrorData, usageError } from '../../../shared/errors'
import { serve } from './serve'

function portOf(text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,5}$/.test(text)) return text === undefined ? undefined : Number(text)
  throw usageError('web.port', `"${text}" is no port: it must be a number from 0 to 65535.`)
}

try {
  const { values } = parseArgs({ options: { port: { type: 'string' }, library: { type: 'string' }, open: { type: 'boolean' } } })
  await serve({ ...values, port: portOf(values.port) })
} catch (error) {
  console.error(`vidimus: ${toErrorData(error).message}`)
  process.exitCode = 1
}
