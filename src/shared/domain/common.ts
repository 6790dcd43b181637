import { z } from 'zod'

/** Identity of a stored object: a random UUID, so that packages from two laboratories never collide. */
export const Id = z.uuid()
/** ISO 8601, UTC. */
export const Time = z.iso.datetime()
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Rows `offset`..`offset + limit - 1` of a list. */
export const Paging = { offset: z.int().nonnegative().default(0), limit: z.int().positive().max(500).default(50) }
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ total: z.int().nonnegative(), rows: z.array(row) })

/** Words of the user's own: trimmed, no control characters but line breaks and tabs. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine(value => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value), 'control characters are not allowed')
export const line = (max: number) => text(max).refine(value => !/[\r\n]/.test(value), 'one line only')

/** How far long work has come. */
export const WorkProgress = z.object({ step: z.string(), done: z.int().nonnegative(), total: z.int().positive() })
export type WorkProgress = z.infer<typeof WorkProgress>

/** An encoded picture. */
export const Picture = z.object({ type: z.enum(['image/png', 'image/jpeg', 'image/webp']), bytes: z.instanceof(Uint8Array), width: z.int().positive(), height: z.int().positive() })
export type Picture = z.infer<typeof Picture>
