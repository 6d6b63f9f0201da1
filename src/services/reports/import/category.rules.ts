import type { Category } from '../category.rules.ts'

export type Service = { code: string; name: string }
export type How = 'file' | 'code' | 'name' | 'keyword' | 'made'

const plain = (text: string): string => text.trim().toLowerCase()

/**
 * The category a service of another system stands for: named in the file, of the same code, of the same name in either language, or
 * one whose stems occur in the name while no other's do. Undefined: none does.
 */
export function match(
  service: Service,
  all: readonly Category[],
  named: Readonly<Record<string, string>>,
): { category: Category; how: How } | undefined {
  const by = (how: How, fits: (category: Category) => boolean) => {
    const found = all.filter(fits)
    return found.length === 1 ? { category: found[0]!, how } : undefined
  }
  const asked = named[service.code]
  if (asked !== undefined) return by('file', ({ code }) => code === asked)
  const name = plain(service.name)
  return (
    by('code', ({ code }) => code === service.code || code === madeCode(service)) ??
    by('name', (category) => name !== '' && [category.name.de, category.name.en].some((one) => plain(one) === name)) ??
    by('keyword', ({ keywords, closedAt }) => !closedAt && keywords.some((stem) => name.includes(stem)))
  )
}

/** The code of a category that is made for a service. */
export const madeCode = ({ code, name }: Service): string => {
  const letters: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
  const slug = (code || name)
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => letters[letter]!)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `import-${slug || 'other'}`.slice(0, 60).replace(/-$/, '')
}
