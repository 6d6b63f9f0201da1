import type { Locale } from '#platform/text.ts'
import type { LetterContent } from './content.rules.ts'
import { LetterData } from './letter-data.rules.ts'
import { namesIn } from './placeholder.rules.ts'

const words = {
  de: {
    'case.number': 'A-7K4P-29QX',
    'case.title': 'Hund anmelden',
    'case.received': '3. März 2026',
    'decision.outcome': 'bewilligt',
    street: ['Lindenstraße 12', '14990 Lindenfurt'],
    office: 'Steuern und Abgaben',
    page: 'Ihr Hund',
    name: 'Name des Hundes',
    kept: 'Gehalten seit',
    fee: 'Hundesteuer 2026',
    tag: 'Steuermarke',
    condition: 'Der Hund wird im Stadtgebiet gehalten',
    fact: 'Die angegebene Anschrift liegt in der Altstadt.',
    evidence: 'Melderegister',
    law: '§ 1 Hundesteuersatzung',
  },
  en: {
    'case.number': 'A-7K4P-29QX',
    'case.title': 'Register a dog',
    'case.received': '3 March 2026',
    'decision.outcome': 'granted',
    street: ['Lindenstraße 12', '14990 Lindenfurt'],
    office: 'Taxes and Fees',
    page: 'Your dog',
    name: 'Name of the dog',
    kept: 'Kept since',
    fee: 'Dog tax 2026',
    tag: 'Dog tag',
    condition: 'The dog is kept in town',
    fact: 'The given address is in the old town.',
    evidence: 'Register of residents',
    law: 'section 1 of the dog tax by-law',
  },
} as const

/** Made-up facts for a preview: every placeholder of the content says something, so that the whole letter is seen. */
export function exampleData({ subject, blocks }: LetterContent, locale: Locale): LetterData {
  const say = words[locale]
  const used = [subject.de, subject.en, ...blocks.flatMap(({ de, en, when }) => [de, en, when ? `{{${when.name}}}` : ''])].flatMap(namesIn)
  // A condition that wants a certain value gets it, so that its block is shown.
  const wanted = blocks.flatMap(({ when }) => (when?.is === 'equals' && when.value ? [[when.name, when.value] as const] : []))
  const own = used.filter((name) => /^(answer|fact)\./.test(name)).map((name) => [name, `[${name.replace(/^\w+\./, '')}]`] as const)
  const { 'case.number': number, 'case.title': title, 'case.received': received, 'decision.outcome': outcome } = say
  return LetterData.parse({
    recipient: { name: 'Katharina Weber', lines: say.street },
    contact: { office: say.office, name: 'Anja Amt', phone: '+49 30 23125-123', email: 'steuern@stadt.example', room: '2.14' },
    values: {
      ...Object.fromEntries(own),
      'case.number': number,
      'case.title': title,
      'case.received': received,
      'decision.outcome': outcome,
      ...Object.fromEntries(wanted),
    },
    answers: [
      {
        title: say.page,
        rows: [
          { label: say.name, value: 'Bello' },
          { label: say.kept, value: received },
        ],
      },
    ],
    fees: [
      { label: say.fee, cents: 10_000 },
      { label: say.tag, cents: 550 },
    ],
    payment: { reference: number, due: '2026-04-15' },
    reasons: [{ condition: say.condition, fact: say.fact, evidence: say.evidence, law: say.law, result: 'met' }],
    enclosures: [say.tag],
  })
}
