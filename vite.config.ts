import { defineConfig, type Plugin } from 'vite'

/**
 * Turbo puts a <style> element for its progress bar into every page, which our content security policy refuses.
 * We show progress in our own style sheet (html[aria-busy]), so the element is left out of the build.
 */
const turboWithoutStyleElement: Plugin = {
  name: 'turbo-without-style-element',
  transform(code, id) {
    if (!/@hotwired[\\/]turbo[\\/]dist/.test(id)) return
    const installs = 'document.head.insertBefore(this.stylesheetElement, document.head.firstChild);'
    if (!code.includes(installs)) throw new Error('Turbo changed how it installs its style element: look at vite.config.ts')
    return { code: code.replace(installs, ''), map: null }
  },
}

/** The browser's part: one entry for scripts, one for styles; the server finds the hashed names in the manifest. */
export default defineConfig({
  publicDir: false,
  plugins: [turboWithoutStyleElement],
  build: {
    outDir: 'dist/client',
    manifest: true,
    // Data URLs only where KERN has them: what we bring ourselves stays a file that a cache can keep.
    assetsInlineLimit: 0,
    // MapLibre is one large file, loaded only where a map is looked at.
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: ['src/design/browser/main.ts', 'src/design/styles/main.css'] },
  },
})
