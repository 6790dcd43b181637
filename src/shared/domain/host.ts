import { z } from 'zod'

/** What the host that runs this window can do. */
export const HostInfo = z.object({
  kind: z.enum(['electron', 'web', 'cli']),
  /** Native dialogs for files and folders; without them the window offers its own file input and a text field for paths. */
  dialogs: z.boolean(),
  /** Limits for what is uploaded. */
  upload: z.object({ path: z.string(), maxFileBytes: z.int().positive() }),
  /** A development checkout whose test photos can make a sample case. */
  developmentPhotos: z.boolean()
})
export type HostInfo = z.infer<typeof HostInfo>

/**
 * What a menu or the host asks the window to do. `open-case` names the case beside it, `import-package` the file that was
 * opened with the program (none: the window asks for one); `undo` and `redo` go to the text
 * field that has the focus, where there is one.
 */
export const HostCommand = z.enum([
  'new-case', 'open-case', 'open-library', 'settings', 'about', 'find', 'import', 'import-package', 'undo', 'redo', 'cases', 'scheme-light', 'scheme-dark', 'scheme-auto'
])
export type HostCommand = z.infer<typeof HostCommand>
