import { renderToString } from 'preact-render-to-string'
import type { Ctx } from '../context.ts'
import { newSecret } from '../ids.ts'
import { hasText, textIn } from '../text.ts'
import { type Flash, type Frame, inFrame } from '../view.ts'
import type { Asked } from './asked.ts'
import type { House } from './house.ts'
import { cookieOf } from './request.ts'
import type { Page } from './route.ts'

export type Rendered = { html: string /** The page carries a one-time key or a message: it is this reader's alone. */; personal: boolean }

/** A page with the shell around it. The frame's facts are read first, then everything renders in one go. */
export async function renderPage(house: House, asked: Asked, ctx: Ctx | undefined, page: Page): Promise<Rendered> {
  const facts = ctx ? await house.frameOf(ctx, asked.path) : { nav: [], unread: 0 }
  const flash = flashOf(asked)
  let keys = 0
  const value: Frame = {
    locale: ctx?.locale ?? asked.locale,
    theme: asked.theme,
    path: asked.path + asked.url.search,
    base: asked.town.base,
    town: {
      name: asked.town.name,
      slug: asked.town.slug,
      coatOfArmsUrl: asked.town.coatOfArmsUrl,
      colour: asked.town.colour,
      bounds: asked.town.bounds,
    },
    demo: asked.town.demo && house.demo,
    flash,
    assets: house.assets,
    formKey: () => {
      keys += 1
      return newSecret()
    },
    now: house.clock(),
    ...facts,
  }
  const html = `<!doctype html>${inFrame(value, () => renderToString(page))}`
  return { html, personal: keys > 0 || flash.length > 0 }
}

const kinds = ['success', 'info', 'warning', 'danger'] as const

/** A message after a redirect: kind, text key and values in a cookie that lives for one page. Only known texts are shown. */
function flashOf(asked: Asked): Flash[] {
  const raw = cookieOf(asked.request.headers.get('cookie'), 'hinweis')
  if (!raw) return []
  try {
    const [kind, key, params] = JSON.parse(Buffer.from(raw, 'base64url').toString('utf8')) as [
      Flash['kind'],
      string,
      Record<string, string | number>,
    ]
    if (!kinds.includes(kind) || !hasText(key, asked.locale)) return []
    return [{ kind, text: textIn(asked.locale, key, params ?? {}) }]
  } catch {
    return []
  }
}

export const flashCookie = (flash: { kind: string; text: string; params?: Record<string, string | number> }): string =>
  `hinweis=${Buffer.from(JSON.stringify([flash.kind, flash.text, flash.params ?? {}])).toString('base64url')}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`

export const noFlash = 'hinweis=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax'
