/** Entry of the web host as a program of its own: `npm start` runs it where Electron can't. */
import { toErrorData } from '../../../shared/errors'
import { startWebHost } from './server'

try {
  const host = await startWebHost()
  console.log(host.address)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void host.close().then(() => process.exit()))
} catch (error) {
  console.error(`vidimus: ${toErrorData(error).message}`)
  process.exitCode = 1
}
