import type { Visitor } from '../../setup/visitor.ts'
import type { Known } from './addresses.ts'

/** A service of our own with a form that has one of everything. */
async function written(editor: Visitor): Promise<{ form: string; key: string }> {
  const name = `Flohmarkt ${Date.now().toString(36)}`
  const made = await editor.submit(await editor.get('/verwaltung/dienste/neu'), '/verwaltung/dienste', {
    'de[name]': name,
    'de[short]': 'Wer einen Flohmarkt macht, meldet ihn an.',
    trust: 'none',
  })
  const path = `${made.location}/formular`
  const send = async (action: string, fields: Record<string, string> = {}, from = '') => {
    const sent = await editor.submit(await editor.get(path + from), path + action, fields)
    if (sent.status !== 303) throw new Error(`${action}: ${sent.status}`)
  }
  await send('/anfang')
  await send('/seiten', { titleDe: 'Markt' })
  for (const [kind, labelDe] of [
    ['yesNo', 'Laut'],
    ['choice', 'Platz'],
    ['calculated', 'Kosten'],
    ['group', 'Staende'],
    ['person', 'Leitung'],
    ['date', 'Tag'],
  ] as const)
    await send('/felder', { home: 'markt', kind, labelDe })
  await send('/felder', { home: 'markt/staende', kind: 'text', labelDe: 'Ware' })
  await send(
    '/ausstiege',
    {
      after: 'markt',
      'whenField[0]': 'laut',
      'whenIs[0]': 'eq',
      'whenValue[0]': 'ja',
      titleDe: 'Zu laut',
      reasonDe: 'So geht es nicht.',
      nextDe: 'Rufen Sie an.',
    },
    '/ausstiege/neu',
  )
  return { form: path, key: name.toLowerCase().replace(' ', '-') }
}

const FORM = '/verwaltung/dienste/:id{[0-9a-f-]{36}}/formular'
const DRAFT = '/verwaltung/ablaeufe/:key/entwurf'
const IT = ':it{[a-z][A-Za-z0-9]*}'
const KEY = ':key{[a-zA-Z][a-zA-Z0-9]*}'

/** The builder of forms and workflows. */
export async function ofBuilder(editor: Visitor, admin: Visitor): Promise<Record<string, Known>> {
  const { form, key } = await written(editor)
  const service = form.replace('/formular', '')
  const named = async (words: string): Promise<string> => {
    const { body } = await editor.get(`/verwaltung/dienste?q=${words}`)
    return /href="(\/verwaltung\/dienste\/[0-9a-f-]{36})"/.exec(body)?.[1] ?? ''
  }
  const [dog, waste, without] = [await named('Hund+anmelden'), await named('Sperrmüll+Abholung'), await named('Führerschein+umtauschen')]
  const parking = await named('Bewohnerparkausweis')
  const workflow = '/verwaltung/ablaeufe/opinions/entwurf'
  const parts = { zustaende: 'inReview', schritte: 'approve', stellungnahmen: 'traffic', ergebnisse: 'granted' }
  return {
    [FORM]: [
      { path: form, as: editor, what: 'with faults' },
      { path: `${dog}/formular`, as: editor, what: 'published' },
      { path: `${without}/formular`, as: editor, what: 'none yet' },
    ],
    [`${FORM}/einstellungen`]: [{ path: `${form}/einstellungen`, as: editor }],
    [`${FORM}/pruefung`]: [
      { path: `${form}/pruefung`, as: editor },
      { path: `${waste}/formular/pruefung`, as: editor, what: 'her own changes' },
      { path: `${waste}/formular/pruefung`, as: admin, what: 'to be published' },
      { path: `${parking}/formular/pruefung`, as: editor, what: 'with a day ahead' },
      { path: `${parking}/formular/pruefung`, as: admin, what: 'with a day ahead, to be moved' },
    ],
    [`${FORM}/probe`]: [
      { path: `${form}/probe`, as: editor },
      { path: `${form}/probe?los=1&a.laut=ja&mehr.staende=on`, as: editor, what: 'tried' },
    ],
    [`${FORM}/schema.json`]: 'data',
    [`${FORM}/felder/${KEY}`]: ['laut', 'platz', 'kosten', 'staende', 'leitung', 'tag', 'ware'].map((key) => ({
      path: `${form}/felder/${key}`,
      as: editor,
      what: key,
    })),
    [`${FORM}/seiten/${KEY}`]: [{ path: `${form}/seiten/markt`, as: editor }],
    [`${FORM}/ausstiege/neu`]: [{ path: `${form}/ausstiege/neu`, as: editor }],
    [`${FORM}/ausstiege/${KEY}`]: [{ path: `${form}/ausstiege/zuLaut`, as: editor }],
    '/verwaltung/dienste/:id{[0-9a-f-]{36}}/online': [
      { path: `${service}/online`, as: editor },
      { path: `${dog}/online`, as: editor, what: 'offered' },
    ],
    '/verwaltung/formulare/:key': [key, 'container-auf-oeffentlichem-grund'].map((one) => ({
      path: `/verwaltung/formulare/${one}`,
      as: editor,
      what: one,
    })),
    '/api/forms/:key/schema.json': 'data',
    [DRAFT]: [{ path: workflow, as: editor }],
    ...Object.fromEntries(
      Object.entries(parts).flatMap(([list, it]) => [
        [`${DRAFT}/${list}/neu`, [{ path: `${workflow}/${list}/neu`, as: editor }]],
        [`${DRAFT}/${list}/${IT}`, [{ path: `${workflow}/${list}/${it}`, as: editor }]],
      ]),
    ),
    [`${DRAFT}/fristen/neu`]: [{ path: `${workflow}/fristen/neu`, as: editor }],
    [`${DRAFT}/fristen/${IT}`]: [{ path: '/verwaltung/ablaeufe/deemed/entwurf/fristen/deemed', as: editor }],
  }
}
