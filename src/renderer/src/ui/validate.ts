import type { z } from 'zod'

/** The first complaint about each field, by its path and by its field, as a form shows it; empty where there is none. */
export const complaints =
  (schema: z.ZodType) =>
  (values: unknown): Record<string, string> => {
    const parsed = schema.safeParse(values)
    if (parsed.success) return {}
    const entries = parsed.error.issues.flatMap(({ path, message }) => [path.join('.'), String(path[0] ?? '')].map(key => [key, message] as const))
    return Object.fromEntries(entries.reverse())
  }
