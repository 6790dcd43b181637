import { join } from 'node:path'
import envPaths from 'env-paths'

/** Where compiled graphs are kept: VIDIMUS_CACHE_DIR, or the system's cache folder of this user. */
export const graphFolder = (): string => process.env.VIDIMUS_CACHE_DIR || join(envPaths('vidimus', { suffix: '' }).cache, 'graphs')
