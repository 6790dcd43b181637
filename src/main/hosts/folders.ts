import { join } from 'node:path'
import envPaths from 'env-paths'

/** Where uploads wait for their import: on this user's own disk, not in a shared temporary folder, which may be memory. */
export const uploadsFolder = (home = process.env.VIDIMUS_HOME): string => join(home || envPaths('vidimus', { suffix: '' }).cache, 'uploads')
