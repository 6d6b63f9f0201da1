import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeOf, phrasesOf, questionOf } from './search.rules.ts'
import { differences, missingEnglish, paragraphsOf, ServiceContent, said, slugFrom } from './service.rules.ts'
import { structuredService } from './structured.rules.ts'
import { wordFit, wordOf } from './words.rules.ts'

const content = ServiceContent.parse({
  de: { name: 'Hund anmelden', short: 'Zur Hundesteuer.', fees: '96 €' },
  en: { name: 'Register a dog', short: 'For the dog tax.' },
})

describe('what is said in two languages', () => {
  it('is German where there is no English, and says so', () => {
    expect(said(content, 'name', 'en')).toEqual({ text: 'Register a dog', lang: undefined })
    expect(said(content, 'fees', 'en')).toEqual({ text: '96 €', lang: 'de' })
    expect(said(content, 'remedy', 'en')).toEqual({ text: '', lang: undefined })
    expect(missingEnglish(content)).toEqual(['fees'])
  })

  it('needs a German name and sentence, and nothing in English', () => {
    expect(ServiceContent.safeParse({ de: { name: 'x', short: 'y' } }).success).toBe(true)
    for (const wrong of [{}, { de: {} }, { de: { name: 'x' } }, { de: { name: ' ', short: 'y' } }])
      expect(ServiceContent.safeParse(wrong).success).toBe(false)
    expect(ServiceContent.safeParse({ de: { name: 'x', short: 'y' }, leikaKey: '123' }).success).toBe(false)
  })

  it('the fields that differ are named', () => {
    expect(differences(content, content)).toEqual([])
    expect(differences(content, { ...content, normDays: 3, de: { ...content.de, fees: '100 €' } })).toEqual(['de.fees', 'normDays'])
    expect(differences(undefined, content)).toEqual([
      'de.name',
      'de.short',
      'de.fees',
      'en.name',
      'en.short',
      'trust',
      'legalBasis',
      'situations',
      'asked',
    ])
  })
})

it('paragraphs are read from lines, with and without an address', () => {
  expect(paragraphsOf('§ 17 BMG https://www.gesetze-im-internet.de/bmg/__17.html\n\n Hundesteuersatzung ')).toEqual([
    { name: '§ 17 BMG', url: 'https://www.gesetze-im-internet.de/bmg/__17.html' },
    { name: 'Hundesteuersatzung', url: undefined },
  ])
  expect(paragraphsOf('javascript:alert(1) http://x')).toEqual([{ name: 'javascript:alert(1) http://x', url: undefined }])
})

it('an address is made of small letters, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abz019 '), maxLength: 150 }), (name) => {
      expect(slugFrom(name.trim().replace(/ +/g, ' '))).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    }),
  )
})

describe('how well words fit', () => {
  it.each([
    ['hund', 'hunde', 0.95],
    ['hund', 'hundesteuer', 0.8],
    ['parkausweis', 'bewohnerparkausweis', 0.8],
    ['hundesteuer', 'hund', 0.6],
    ['spermuell', 'sperrmuell', 0.85],
    ['anmeldung', 'anmelden', 0.95],
  ])('%s for %s', (asked, word, least) => expect(wordFit(wordOf(asked), wordOf(word))).toBeGreaterThanOrEqual(least))

  it.each([
    ['anmelden', 'abmelden'],
    ['ummelden', 'anmelden'],
    ['kita', 'kfz'],
    ['pass', 'bass'],
  ])('%s is not %s', (asked, word) => expect(wordFit(wordOf(asked), wordOf(word))).toBeLessThan(0.75))

  const word = fc.string({ unit: fc.constantFrom(...'abcdehimnrstu'), minLength: 1, maxLength: 20 })
  it('is between nothing and the same, and the same is the best', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const fit = wordFit(wordOf(a), wordOf(b))
        expect(fit).toBeGreaterThanOrEqual(0)
        expect(fit).toBeLessThanOrEqual(1)
        expect(wordFit(wordOf(a), wordOf(a))).toBe(1)
      }),
    )
  })

  it('a service is found by its own name as well as anything can be', () => {
    const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (name, asked) => {
        const phrases = phrasesOf(ServiceContent.parse({ de: { name, short: name } }))
        const own = judgeOf(questionOf(name))(phrases)
        expect(own).toBeGreaterThan(0.75)
        expect(own).toBeLessThanOrEqual(1.0001)
        expect(judgeOf(questionOf(asked))(phrases)).toBeLessThanOrEqual(1.0001)
      }),
    )
  })
})

it('search engines are told what people read, and nothing that is not known', () => {
  const facts = structuredService({
    content,
    locale: 'de',
    town: 'Lindenfurt',
    url: 'https://lindenfurt.example/dienste/hund-anmelden',
    list: { url: 'https://lindenfurt.example/dienste', name: 'Dienste' },
    home: 'https://lindenfurt.example/',
    unit: {
      name: 'Steueramt',
      phone: '030 23125 130',
      email: undefined,
      address: undefined,
      opening: { week: [[{ from: '08:00', until: '12:00' }], [], [], [], [], [], []], note: { de: '', en: '' }, exceptions: [] },
    },
    online: undefined,
  })
  const [service, path] = facts['@graph'] as Record<string, unknown>[]
  expect(service).toMatchObject({
    '@type': 'GovernmentService',
    name: 'Hund anmelden',
    provider: {
      telephone: '030 23125 130',
      openingHoursSpecification: [{ dayOfWeek: 'https://schema.org/Monday', opens: '08:00', closes: '12:00' }],
    },
  })
  expect(JSON.stringify(facts)).not.toMatch(/undefined|null/)
  expect(path).toMatchObject({ '@type': 'BreadcrumbList', itemListElement: [{ position: 1 }, { position: 2 }, { position: 3 }] })
})
