import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { build, type Rolldown } from 'vite'
import { type Frame, inFrame } from '../../src/platform/view.ts'

/** The policy of the real server: what needs inline styles or scripts fails here too. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'"

const kinds: Record<string, string> = { js: 'text/javascript', css: 'text/css', woff2: 'font/woff2' }

export type Answer = { body: string | Buffer; headers: Record<string, string> }

/** The built browser part in memory and a way to ask for a page, as `page.route` of the browser needs it. */
export async function staticHouse() {
  const built = await build({ logLevel: 'silent', build: { write: false } })
  const output = [built].flat().flatMap((part): Rolldown.RolldownOutput['output'][number][] => ('output' in part ? part.output : []))
  const files = new Map(output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]))
  const named = (pattern: RegExp) => [...files.keys()].filter((name) => pattern.test(name))
  const assets = { css: named(/\/main-[^/]*\.css$/), js: named(/\/main-[^/]*\.js$/) }

  return {
    assets,
    page(frame: Frame, page: () => VNode): Answer {
      const html = inFrame({ ...frame, assets }, () => renderToString(page()))
      return { body: `<!doctype html>${html}`, headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy } }
    },
    asset(path: string): Answer | undefined {
      const body = files.get(path)
      return body === undefined
        ? undefined
        : {
            body: typeof body === 'string' ? body : Buffer.from(body),
            headers: { 'content-type': kinds[path.split('.').pop() ?? ''] ?? 'text/plain' },
          }
    },
  }
}
