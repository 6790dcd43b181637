import { z } from 'zod'

/** Versions of what runs here, as the About screen and every report name them. */
export const About = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  platform: z.string(),
  node: z.string(),
  /** Absent on the web host. */
  electron: z.string().optional(),
  onnxruntime: z.string()
})
export type About = z.infer<typeof About>
