import { defineConfig } from 'electron-vite'
import react from '@vitejs/plugin-react'
import { resolve } from 'node:path'

const root = import.meta.dirname

export default defineConfig({
  main: {
    build: {
      rollupOptions: {
        input: {
          cli: resolve(root, 'src/main/hosts/cli/main.ts')
        }
      }
    }
  },
  preload: { build: { rollupOptions: { input: resolve(root, 'src/preload/index.ts') } } },
  renderer: { root: resolve(root, 'src/renderer'), plugins: [react()], build: { rollupOptions: { input: resolve(root, 'src/renderer/index.html') } } }
})
