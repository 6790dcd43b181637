import type { Handlers } from './handlers'
import type { HostPort } from './host'

type HostCalls = Pick<Handlers, 'host.info' | 'host.pick'>

/** `host.*`: what the program around the window can do. */
export const hostCalls = (host: HostPort): HostCalls => ({
  'host.info': async () => host.info(),
  'host.pick': async ({ kind }) => ({ paths: await host.pick(kind) })
})
