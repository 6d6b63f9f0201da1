import { renderToString } from 'preact-render-to-string'
import type { Ctx } from '../context.ts'
import { newSecret } from '../ids.ts'
import { hasText, textIn } from '../text.ts'
import { type Flash, type Frame, inFrame } from '../view.ts'
import type { Asked } from './asked.ts'
import type { House } from './house.ts'
import { cookieOf } from './request.ts'
import type { Page } from './route.ts'

export type Rendered = {
  html: string
  /** The page carries a one-time key or a message: it is this reader's alone. */
  personal: boolean
  /** What becomes of the message's cookie; undefined: it stays as it is. */
  cookie: string | undefined
}

/** A page with the shell around it. The frame's facts are read first, then everything renders in one go. */
export async function renderPage(house: House, asked: Asked, ctx: Ctx | undefined, page: Page): Promise<Rendered> {
  const facts = ctx ? await house.frameOf(ctx, asked.path) : { nav: [], unread: 0, readerUnknown: true }
  const { flash, cookie } = flashOf(asked)
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
      timeZone: asked.town.timeZone,
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
  return { html, personal: keys > 0 || flash.length > 0, cookie: cookie && bound(cookie, asked.secure) }
}

const kinds = ['success', 'info', 'warning', 'danger'] as const

type Message = { kind: Flash['kind']; text: string; params?: Record<string, string | number> }
/** The last: the page that has shown it. */
type Kept = [kind: Flash['kind'], text: string, params: Record<string, string | number>, shownAt?: string]

/**
 * A message after a redirect: kind, text key and values in a cookie. The first page that shows it keeps it for a moment, because a
 * live page may be asked for twice in that moment; on any other page it is gone. Only known texts are shown.
 */
function flashOf(asked: Asked): { flash: Flash[]; cookie: string | undefined } {
  const raw = cookieOf(asked.request.headers.get('cookie'), 'hinweis')
  if (!raw) return { flash: [], cookie: undefined }
  try {
    const [kind, text, params, shownAt] = JSON.parse(Buffer.from(raw, 'base64url').toString('utf8')) as Kept
    const here = asked.town.base + asked.path
    if (kinds.includes(kind) && hasText(text, asked.locale) && (shownAt ?? here) === here)
      return {
        flash: [{ kind, text: textIn(asked.locale, text, params ?? {}) }],
        cookie: shownAt === undefined ? cookieFor([kind, text, params, here], 15) : undefined,
      }
  } catch {
    // A cookie of somebody's own making.
  }
  return { flash: [], cookie: cookieFor(undefined, 0) }
}

export const flashCookie = ({ kind, text, params }: Message, secure: boolean): string =>
  bound(cookieFor([kind, text, params ?? {}], 60), secure)

const bound = (cookie: string, secure: boolean): string => (secure ? `${cookie}; Secure` : cookie)

/** Not HttpOnly: there is nothing secret in it, and who puts a message away takes it along. */
const cookieFor = (kept: Kept | undefined, seconds: number): string =>
  `hinweis=${kept ? Buffer.from(JSON.stringify(kept)).toString('base64url') : ''}; Path=/; Max-Age=${seconds}; SameSite=Lax`
