import { defineConfig } from 'vite'

/** The browser's part: one entry for scripts, one for styles; the server finds the hashed names in the manifest. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/client',
    manifest: true,
    // Data URLs only where KERN has them: what we bring ourselves stays a file that a cache can keep.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['src/design/browser/main.ts', 'src/design/styles/main.css'] },
  },
})
