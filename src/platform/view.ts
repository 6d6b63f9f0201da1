import { dayIn } from './calendar/day.ts'
import { noTown } from './context.ts'
import type { Locale } from './text.ts'
import { inLocale } from './text.ts'

export type Flash = { kind: 'success' | 'info' | 'warning' | 'danger'; text: string }

/** What the shell around a page needs to know. Made before rendering, because rendering is synchronous. */
export type Frame = {
  locale: Locale
  theme: 'light' | 'dark' | 'auto'
  /** Path with query, without the town's base. */
  path: string
  /** '' or `/t/{slug}`. */
  base: string
  town?:
    | {
        name: string
        slug: string
        coatOfArmsUrl?: string | undefined
        colour?: string | undefined
        /** Where its days begin. */
        timeZone?: string | undefined
        /** West, south, east, north in degrees: where its maps end. */
        bounds?: readonly [number, number, number, number] | undefined
      }
    | undefined
  person?:
    | {
        name: string
        actingFor?: string | undefined
        mayActForOthers?: boolean | undefined
        /** What the device calls the account by, so that what is kept there belongs to it; says nothing to others. */
        mark: string
      }
    | undefined
  /** True where nobody was asked who reads (error pages): then no person means nothing. */
  readerUnknown?: boolean
  nav: { href: string; label: string; current: boolean }[]
  /** Entries beside the page (administration); none unless said. */
  side?: { href: string; label: string; current: boolean }[]
  unread: number
  demo: boolean
  flash: Flash[]
  assets: { css: string[]; js: string[] }
  /** One-time key for a form (hidden field `_key`), so that a repeat has one effect. */
  formKey: () => string
  /** Now, so that relative times need no clock of their own. */
  now: Date
}

let ambient: Frame | undefined

/** The frame of the page that is being rendered. */
export function frame(): Frame {
  if (!ambient) throw new Error('frame() is only there while a page renders')
  return ambient
}

/** Runs the synchronous `render` with `frame` as ambient values. */
export function inFrame<T>(value: Frame, render: () => T): T {
  const before = ambient
  ambient = value
  try {
    return inLocale(value.locale, render)
  } finally {
    ambient = before
  }
}

/** The day it is in the town while the page renders, as `YYYY-MM-DD`. */
export const today = (): string => dayIn(frame().now, frame().town?.timeZone ?? noTown.timeZone)

/** An address inside the town (adds its base), or an https, mailto or tel address. Anything else becomes `#`. */
export function href(address: string): string {
  if (address.startsWith('#')) return address
  if (address.startsWith('/') && !address.startsWith('//') && !address.startsWith('/\\')) return `${ambient?.base ?? ''}${address}`
  if (/^(https?:\/\/|mailto:|tel:)/i.test(address)) return address
  return '#'
}
