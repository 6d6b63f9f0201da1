import { defineConfig } from 'vite'

/** The service worker: one file without imports, because browsers load it as a plain script. The server puts the town before it. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/worker',
    modulePreload: false,
    rolldownOptions: {
      input: ['src/core/offline/service-worker.ts'],
      output: { format: 'iife', entryFileNames: 'service-worker.js' },
    },
  },
})
