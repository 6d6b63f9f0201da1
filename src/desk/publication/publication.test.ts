import { beforeAll, expect, it } from 'vitest'
import { type Ctx, system } from '#platform/context.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { goLiveSchedule } from '#services/builder/publication/go-live.jobs.ts'
import { type SignedIn, testProgram } from '../../../test/setup/program.ts'
import type { Seen } from '../../../test/setup/visitor.ts'

const program = await testProgram()
let editor: SignedIn
let second: SignedIn
let third: SignedIn
let clerk: SignedIn
let path: string
let review: string

const ok = (seen: Seen) => expect(seen.status, seen.body.slice(0, 2000)).toBe(303)
const page = async (who: SignedIn) => (await who.visitor.get(review)).body
const send = (who: SignedIn, step: string, fields: Record<string, string> = {}) => who.visitor.fill(review, `${path}/${step}`, fields)
const write = async (action: string, fields: Record<string, string>, from = '') =>
  ok(await editor.visitor.submit(await editor.visitor.get(path + from), path + action, fields))
/** What somebody was told, with the page it leads to. */
const told = async (who: SignedIn): Promise<string> => {
  await program.work()
  return (await who.visitor.get('/mein/mitteilungen')).body
}
const asSystem = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor: system }, work)
const mailed = async (who: SignedIn): Promise<string[]> => {
  const mails = await asSystem((ctx) =>
    ctx.db.selectFrom('core.mail').select('text').where('tenant_id', '=', ctx.town.id).where('to_address', '=', who.email).execute(),
  )
  return mails.map(({ text }) => text)
}

beforeAll(async () => {
  editor = await program.signedIn({ name: 'Edda Redaktion', roles: ['editor'] })
  second = await program.signedIn({ name: 'Zoe Zweite', roles: ['admin'] })
  third = await program.signedIn({ name: 'Ida Auch', roles: ['editor'] })
  clerk = await program.signedIn({ name: 'Anja Amt', roles: ['clerk'] })
  const made = await editor.visitor.post('/verwaltung/dienste', {
    'de[name]': 'Hund anmelden',
    'de[short]': 'Wer einen Hund hat, meldet ihn an.',
    trust: 'none',
  })
  path = `${made.location}/formular`
  review = `${path}/pruefung`
  ok(await editor.visitor.fill(path, `${path}/anfang`))
  await write('/seiten', { titleDe: 'Ihr Hund', titleEn: 'Your dog' })
  await write('/felder', { home: 'ihrHund', kind: 'yesNo', labelDe: 'Beißt er?', labelEn: 'Does it bite?' })
  await write('/felder/beisstEr', { dataClass: 'none' }, '/felder/beisstEr')
  await write('/einstellungen', { titleEn: 'Register a dog' }, '/einstellungen')
})

it('a draft is handed in: whoever may review it is told, with the page, and nobody else', async () => {
  expect(await page(editor)).toContain('Ida Auch, Zoe Zweite')
  ok(await send(editor, 'abgabe'))
  expect(await page(second)).toContain('Wartet auf die Prüfung durch eine zweite Person')
  for (const who of [second, third]) {
    expect(await told(who)).toContain('Wartet auf Ihre Prüfung: Formular „Hund anmelden“')
    expect((await mailed(who)).join()).toContain(review)
  }
  for (const who of [editor, clerk]) expect(await told(who)).not.toContain('Wartet auf Ihre Prüfung')
  // Handed in once: the button is gone, and a second try is refused.
  expect(await page(editor)).not.toContain(`action="${path}/abgabe"`)
  const revision = /name="revision" value="(\d+)"/.exec((await editor.visitor.get(path)).body)![1]!
  const again = await editor.visitor.post(`${path}/abgabe`, { revision })
  expect(again.status).toBe(422)
  expect(again.body).toContain('Das ist schon zur Prüfung abgegeben.')
  expect((await clerk.visitor.post(`${path}/abgabe`, { revision })).status).toBe(403)
})

it('it comes back with a reason, which its maker reads', async () => {
  const empty = await send(second, 'rueckgabe', { reason: ' ' })
  expect(empty.status).toBe(422)
  expect(empty.body).toMatch(/<details class="publication-back" open/)
  expect((await editor.visitor.post(`${path}/rueckgabe`, { revision: '1', reason: 'Ich' })).status).toBe(422)
  ok(await send(second, 'rueckgabe', { reason: 'Bitte fragen Sie auch nach der Rasse.' }))
  expect(await told(editor)).toContain('Zurückgegeben: Formular „Hund anmelden“. Bitte fragen Sie auch nach der Rasse.')
  expect(await page(editor)).toContain('Noch einmal zur Prüfung abgeben')
  expect((await editor.visitor.get(path)).body).toContain('Bitte fragen Sie auch nach der Rasse.')
  ok(await send(editor, 'abgabe'))
})

it('whoever reviews sets a day; until then it says so, and the day can be changed', async () => {
  const past = await send(second, 'veroeffentlichung', { day: '2026-05-01' })
  expect(past.status).toBe(422)
  expect(past.body).toContain('value="2026-05-01"')
  expect(past.body).toContain('Bitte wählen Sie einen Tag ab morgen, höchstens zwei Jahre voraus.')
  const set = await send(second, 'veroeffentlichung', { day: '2026-06-01' })
  ok(set)
  expect((await second.visitor.follow(set)).body).toContain('Die Fassung geht am 1. Juni 2026 in Kraft.')
  expect(await page(editor)).toContain('Geht am 1. Juni 2026 in Kraft')
  expect((await editor.visitor.get('/verwaltung/formulare')).body).toContain('nächste ab 1. Juni 2026')
  expect(await told(editor)).toContain('Geht am 1. Juni 2026 in Kraft: Formular „Hund anmelden“')
  // Its maker may call it back, but not bring it forward.
  expect(await page(editor)).not.toContain(`action="${path}/termin"`)
  ok(await send(second, 'termin', { day: '2026-05-20' }))
  expect(await page(editor)).toContain('Geht am 20. Mai 2026 in Kraft')
  ok(await send(editor, 'termin/rueckholung'))
  expect(await told(second)).toContain('Geht nicht am 20. Mai 2026 in Kraft, zurückgeholt: Formular „Hund anmelden“')
  expect(await page(editor)).toContain('zurückgeholt')
})

it('what was called back is taken into the draft again, and brought forward it is in force', async () => {
  await write('/seiten', { titleDe: 'Noch etwas', titleEn: 'Something else' })
  ok(await editor.visitor.fill(review, /action="([^"]+\/termin\/[^"]+\/entwurf)"/.exec(await page(editor))![1]!))
  expect((await editor.visitor.get(path)).body).not.toContain('Noch etwas')
  ok(await send(second, 'veroeffentlichung', { day: '2026-06-01' }))
  ok(await send(second, 'termin/jetzt'))
  expect((await editor.visitor.get(path)).body).toContain('Fassung 1 ist veröffentlicht.')
  expect(await told(editor)).toContain('In Kraft, Fassung 1: Formular „Hund anmelden“')
})

it('what cannot go live on its day says why, and maker and reviewer are told', async () => {
  await write('/felder', { home: 'ihrHund', kind: 'date', labelDe: 'Seit wann?', labelEn: 'Since when?' })
  await write('/felder/seitWann', { earliest: 'heute', latest: '20.5.2026', dataClass: 'none' }, '/felder/seitWann')
  ok(await send(second, 'veroeffentlichung', { day: '2026-05-19' }))
  await program.work()
  program.clock.at = new Date('2026-05-22T06:00:00Z')
  await asSystem((ctx) => goLiveSchedule.run(ctx))
  for (const who of [editor, second])
    expect(await told(who)).toContain(
      'Am 19. Mai 2026 nicht in Kraft getreten, ein Fehler: Formular „Hund anmelden“. Was galt, gilt weiter.',
    )
  const failed = await page(second)
  expect(failed).toContain('Am 19. Mai 2026 nicht in Kraft getreten')
  expect(failed).toContain('Seit wann?')
  expect(failed).toContain('Fassung 1')
})
