import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import { compilerFingerprint } from './scripts/compiler-fingerprint.ts'

const at = (path: string): string => resolve(import.meta.dirname, path)

// Pure JavaScript is bundled, because one file starts faster than hundreds; native packages must stay where
// their binaries are, and so does what they load at run time.
const bundled = ['commander', 'echarts', 'env-paths', 'pbf', 'ws', 'zod']

export default defineConfig({
  main: {
    define: { __COMPILER_FINGERPRINT__: JSON.stringify(compilerFingerprint(at('.'))) },
    build: {
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        input: {
          cli: at('src/main/hosts/cli/main.ts'),
          electron: at('src/main/hosts/electron/main.ts'),
          web: at('src/main/hosts/web/main.ts'),
          engine: at('src/main/hosts/worker/main.ts'),
          script: at('src/main/hosts/script/main.ts')
        }
      }
    }
  },
  preload: {
    build: {
      rollupOptions: {
        input: at('src/preload/index.ts'),
        // A sandboxed preload is loaded as CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: { rollupOptions: { input: at('src/renderer/index.html') } }
  }
})
