import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clientFolder } from './static.ts'

type Entry = { file: string; css?: string[]; isEntry?: boolean; imports?: string[] }

/** Addresses of the style sheets and scripts that every page loads, from the manifest of the browser build. */
export function readAssets(): { css: string[]; js: string[] } {
  const file = join(clientFolder, '.vite', 'manifest.json')
  if (!existsSync(file)) throw new Error('The browser build is missing. Run `npm run build`.')
  const entries = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Entry>).filter((entry) => entry.isEntry)
  const css = entries.flatMap((entry) => [...(entry.css ?? []), ...(entry.file.endsWith('.css') ? [entry.file] : [])])
  const js = entries.map((entry) => entry.file).filter((name) => name.endsWith('.js'))
  return { css: [...new Set(css)].map((name) => `/${name}`), js: js.map((name) => `/${name}`) }
}
