import { z } from 'zod'
import { Id } from './common'

/** Whether what the database says is what the log says was written. */
export const RecordsVerdict = z.object({
  ok: z.boolean(),
  checked: z.int().nonnegative(),
  /** Each record that differs from the log, named as people call it. */
  differences: z.array(z.object({ case: Id, what: z.string(), message: z.string() })),
  /** Records from before the log held their hash: can't be compared. */
  unbound: z.int().nonnegative(),
  cancelled: z.boolean()
})
export type RecordsVerdict = z.infer<typeof RecordsVerdict>
