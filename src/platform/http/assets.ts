import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { clientFolder } from './static.ts'

type Entry = { file: string; css?: string[]; assets?: string[]; isEntry?: boolean; imports?: string[]; dynamicImports?: string[] }

function readManifest(): Record<string, Entry> {
  const file = join(clientFolder, '.vite', 'manifest.json')
  if (!existsSync(file)) throw new Error('The browser build is missing. Run `npm run build`.')
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Entry>
}

/** Addresses of the style sheets and scripts that every page loads, from the manifest of the browser build. */
export function readAssets(): { css: string[]; js: string[] } {
  const entries = Object.values(readManifest()).filter((entry) => entry.isEntry)
  const css = entries.flatMap((entry) => [...(entry.css ?? []), ...(entry.file.endsWith('.css') ? [entry.file] : [])])
  const js = entries.map((entry) => entry.file).filter((name) => name.endsWith('.js'))
  return { css: [...new Set(css)].map((name) => `/${name}`), js: js.map((name) => `/${name}`) }
}

/** What is larger (the map) is not fetched before somebody looks at it. */
const LARGE = 200_000

/**
 * Addresses for devices that go on without network: what every page needs, and for each controller (`x` of `x.browser.ts`) the files it
 * is made of.
 */
export function readKeptAssets(): { shell: string[]; scripts: Record<string, string[]> } {
  const manifest = readManifest()
  const entries = Object.values(manifest).filter((entry) => entry.isEntry)
  const shell = new Set(entries.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]))
  const filesOf = (name: string, seen: Set<string>): Set<string> => {
    const entry = manifest[name]
    if (!entry || seen.has(entry.file) || entry.isEntry || statSync(join(clientFolder, entry.file)).size > LARGE) return seen
    seen.add(entry.file)
    for (const css of entry.css ?? []) seen.add(css)
    for (const next of [...(entry.imports ?? []), ...(entry.dynamicImports ?? [])]) filesOf(next, seen)
    return seen
  }
  const scripts = Object.keys(manifest).flatMap((name) => {
    const controller = /([^/]+)\.browser\.ts$/.exec(name)?.[1]
    return controller ? [[controller, [...filesOf(name, new Set())].map((file) => `/${file}`)] as const] : []
  })
  return { shell: [...shell].map((file) => `/${file}`), scripts: Object.fromEntries(scripts) }
}
