declare const __COMPILER_FINGERPRINT__: string | undefined

/**
 * Hash over the compiler's sources, put in by the build (electron.vite.config.ts, vitest.config.ts), so that a graph
 * cached by another compiler is never used. Code run straight from source says so and shares nothing with a build.
 */
export const COMPILER_FINGERPRINT: string = typeof __COMPILER_FINGERPRINT__ === 'string' ? __COMPILER_FINGERPRINT__ : 'source'
