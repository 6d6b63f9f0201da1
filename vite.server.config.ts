import { defineConfig } from 'vite'

/** The program for production: one bundle beside its dependencies, with the imports of `#…` resolved. */
export default defineConfig({
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist/server',
    target: 'node24',
    minify: false,
    sourcemap: true,
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: 'main.js' } },
  },
  publicDir: false,
})
