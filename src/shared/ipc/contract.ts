/**
 * Every call and every event, once. Handlers, dispatch, client, preload, web host and tests derive from here.
 *
 * A call with `progress` is a job: it reports progress events while it runs and can be cancelled.
 * Large arrays are Float32Array or Uint8Array in the schemas: they travel as binary on every transport.
 */
import { z } from 'zod'
import { About } from '../domain/about'
import { ModelManifest } from '../domain/model'
import { SelfTestProgress, SelfTestResult } from '../domain/selfTest'

interface CallSchema {
  input: z.ZodType
  output: z.ZodType
  progress?: z.ZodType
}

const nothing = z.object({})

export const calls = {
  'app.about': { input: nothing, output: About },
  'engine.selfTest': { input: nothing, output: SelfTestResult, progress: SelfTestProgress },
  'job.cancel': { input: z.object({ job: z.string() }), output: z.object({ found: z.boolean() }) },
  'model.list': { input: nothing, output: ModelManifest }
} satisfies Record<string, CallSchema>

export const events = {
  'job.progress': z.object({ job: z.string(), progress: z.unknown() })
} satisfies Record<string, z.ZodType>

type Calls = typeof calls
export type CallName = keyof Calls
export type Input<N extends CallName> = z.infer<Calls[N]['input']>
export type Output<N extends CallName> = z.infer<Calls[N]['output']>
export type Progress<N extends CallName> = Calls[N] extends { progress: infer P extends z.ZodType } ? z.infer<P> : never

export type EventName = keyof typeof events
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>

/** A call as it travels. The caller names the job, so that it can cancel before any answer comes. */
export const Request = z.object({ name: z.string(), input: z.unknown(), job: z.string().optional() })
export type Request = z.infer<typeof Request>

/** An event as it travels. */
export const EventMessage = z.object({ event: z.string(), payload: z.unknown() })
export type EventMessage = z.infer<typeof EventMessage>

/** A call's schemas by a name that came from outside, or undefined. */
export const callSchema = (name: string): CallSchema | undefined => (Object.hasOwn(calls, name) ? (calls as Record<string, CallSchema>)[name] : undefined)
