import { z } from 'zod'
import { VidimusError, toErrorData } from '../errors'

const ErrorSchema = z.object({
  kind: z.enum(['usage', 'input', 'fault', 'cancelled']),
  code: z.string(),
  message: z.string(),
  detail: z.unknown().optional()
})

/** What comes back from every call, over every transport: a value, or an error as plain data. */
export const Reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: ErrorSchema })
])
export type Reply = z.infer<typeof Reply>

export const succeed = (value: unknown): Reply => ({ ok: true, value })
export const fail = (error: unknown): Reply => ({ ok: false, error: toErrorData(error) })

/** The reply's value, or its error thrown again on this side. */
export function unwrap(reply: unknown): unknown {
  const parsed = Reply.parse(reply)
  if (parsed.ok) return parsed.value
  const { kind, code, message, detail } = parsed.error
  throw new VidimusError(kind, code, message, { detail })
}
