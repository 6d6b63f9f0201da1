import type { Visitor } from '../../setup/visitor.ts'
import type { Known } from './addresses.ts'

/** Applications at the desk, in the states that the demo brings. `asked` works in a department that is asked for its opinion, `admin` sees figures. */
export async function ofTheOffice(clerk: Visitor, asked: Visitor, admin: Visitor): Promise<Record<string, Known>> {
  const numbersIn = async (query: string, who = clerk): Promise<string[]> => {
    const { body } = await who.get(`/amt/antraege?${query}`)
    return [...new Set(body.match(/A-[0-9A-Z]{4}-[0-9A-Z]{4}/g))]
  }
  const all = await numbersIn('ansicht=all')
  const opinions = await numbersIn('ansicht=opinion', asked)
  const [decided = ''] = await numbersIn('ansicht=letter')
  const page = await clerk.get(`/amt/antraege/${decided}`)
  const draft = /href="(\/amt\/antraege\/[0-9A-Z-]+\/briefe\/[0-9a-f-]{36})"/.exec(page.body)?.[1]
  if (!decided || !draft) throw new Error('the demo has no application whose notice is drafted')
  const chosen = (await numbersIn('ansicht=team')).slice(0, 4)
  const [one = '', two = ''] = chosen
  const ticked = chosen.map((number) => `n=${number}`).join('&')
  const service = /zahlen\?(leistung=[0-9a-f-]{36})/.exec((await admin.get('/amt/antraege/zahlen')).body)?.[1]
  if (!two || !service) throw new Error('the demo has too few applications to choose from, or none that is counted')
  return {
    '/amt/antraege/sammel': ['schritt:end', 'write', 'assign', 'schritt'].map((was) => ({
      path: `/amt/antraege/sammel?was=${was}&${ticked}`,
      as: clerk,
      what: was,
    })),
    '/amt/antraege/sammel/ergebnis': [
      { path: `/amt/antraege/sammel/ergebnis?was=write&fertig=${one}&nicht=${two}~notYourUnit`, as: clerk },
    ],
    '/amt/antraege/zahlen': ['', `?${service}`, '?zeit=2024'].map((query) => ({
      path: `/amt/antraege/zahlen${query}`,
      as: admin,
      what: query,
    })),
    '/amt/antraege/zahlen.csv': 'data',
    '/amt/antraege/:number/aufgaben': [{ path: `/amt/antraege/${one}/aufgaben`, as: clerk }],
    '/amt/antraege/:number/aufbewahrung': [{ path: `/amt/antraege/${one}/aufbewahrung`, as: admin }],
    '/amt/antraege': ['ansicht=all', 'ansicht=cover', 'ansicht=open&q=gibtesnicht'].map((query) => ({
      path: `/amt/antraege?${query}`,
      as: clerk,
      what: query,
    })),
    '/amt/antraege.csv': 'data',
    '/amt/antraege/:number': [
      ...all.slice(0, 8).map((number) => ({ path: `/amt/antraege/${number}`, as: clerk, what: number })),
      ...opinions.slice(0, 1).map((number) => ({ path: `/amt/antraege/${number}`, as: asked, what: 'asked for an opinion' })),
    ],
    '/amt/antraege/:number/briefe/neu': ['decision', 'nachforderung'].map((key) => ({
      path: `/amt/antraege/${decided}/briefe/neu?vorlage=${key}`,
      as: clerk,
      what: key,
    })),
    '/amt/antraege/:number/briefe/:id{[0-9a-f-]{36}}': [{ path: draft, as: clerk }],
    '/amt/antraege/:number/briefe/:id{[0-9a-f-]{36}}/vorschau.pdf': 'data',
  }
}
