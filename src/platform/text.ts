import { IntlMessageFormat } from 'intl-messageformat'

export const locales = ['de', 'en'] as const
export type Locale = (typeof locales)[number]
export type Texts = Record<Locale, Record<string, string>>
export type TextParams = Record<string, string | number | boolean | Date | null | undefined>

const catalogue: Record<Locale, Map<string, string>> = { de: new Map(), en: new Map() }
const formats = new Map<string, IntlMessageFormat>()
let ambient: Locale = 'de'

/** Adds a module's texts (ICU MessageFormat). The same key twice with different words is a mistake. */
export function registerTexts(texts: Texts): void {
  for (const locale of locales) {
    for (const [key, text] of Object.entries(texts[locale])) {
      const known = catalogue[locale].get(key)
      if (known !== undefined && known !== text) throw new Error(`text ${key} (${locale}) is defined twice`)
      catalogue[locale].set(key, text)
    }
  }
}

export const hasText = (key: string, locale: Locale = ambient): boolean => catalogue[locale].has(key)

let missing = (key: string, locale: Locale): string => {
  throw new Error(`no text for ${key} (${locale})`)
}

/** In production a missing text is told to `tell` and the page shows its key, instead of failing. */
export function forgiveMissingTexts(tell: (key: string, locale: Locale) => void): void {
  missing = (key, locale) => {
    tell(key, locale)
    return key
  }
}

/** The text for `key` in `locale`. A key without text shows itself, and stops tests and development. */
export function textIn(locale: Locale, key: string, params?: TextParams): string {
  const text = catalogue[locale].get(key)
  if (text === undefined) {
    return missing(key, locale)
  }
  if (!text.includes('{') && !text.includes("'")) return text
  const id = `${locale} ${key}`
  let format = formats.get(id)
  if (!format) {
    format = new IntlMessageFormat(text, locale === 'de' ? 'de-DE' : 'en-GB', undefined, { ignoreTag: true })
    formats.set(id, format)
  }
  return String(format.format(params))
}

/** The text in the language of the page that is being rendered (rendering is synchronous, see view.ts). */
export const t = (key: string, params?: TextParams): string => textIn(ambient, key, params)

export const currentLocale = (): Locale => ambient

/** Runs the synchronous `run` with `locale` as the ambient language. */
export function inLocale<T>(locale: Locale, run: () => T): T {
  const before = ambient
  ambient = locale
  try {
    return run()
  } finally {
    ambient = before
  }
}
