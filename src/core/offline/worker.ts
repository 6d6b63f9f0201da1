import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ctx } from '#platform/context.ts'
import { readKeptAssets } from '#platform/http/assets.ts'
import { root } from '#platform/root.ts'
import { offlinePages, WAITING_PATH } from './pages.ts'

const file = join(root, 'dist', 'worker', 'service-worker.js')
let built: { code: string; assets: ReturnType<typeof readKeptAssets> } | undefined

/**
 * The worker's script (service-worker.ts) with the town before it: another program, page or language makes it a new one. Undefined where
 * the program was not built.
 */
export function workerOf({ town }: Ctx, language: string): { version: string; code: string } | undefined {
  if (!built && !existsSync(file)) return undefined
  built ??= { code: readFileSync(file, 'utf8'), assets: readKeptAssets() }
  const about = {
    base: town.base,
    language,
    ...built.assets,
    pages: offlinePages().map(({ path, insteadOf, kept }) => ({ path, insteadOf, kept })),
    fallback: WAITING_PATH,
  }
  const facts = JSON.stringify([about, built.code, town.name, town.colour, town.coatOfArmsUrl])
  const version = createHash('sha256').update(facts).digest('base64url').slice(0, 16)
  return { version, code: `globalThis.stadtplatz = ${JSON.stringify({ version, ...about })};\n${built.code}` }
}
