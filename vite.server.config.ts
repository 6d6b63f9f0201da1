import { defineConfig } from 'vite'

/**
 * The program for production: one bundle beside its dependencies, with the imports of `#…` resolved. The thread that makes documents
 * is a program of its own.
 */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist/server',
    target: 'node24',
    minify: false,
    sourcemap: true,
    emptyOutDir: true,
    rolldownOptions: {
      input: { main: 'src/main.ts', 'pdf-worker': 'src/platform/pdf/worker.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
  publicDir: false,
})
