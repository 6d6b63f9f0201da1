import { beforeAll, describe, expect, test } from 'vitest'
import { readLog } from '#core/memory/index.ts'
import { type Actor, anonymous } from '#platform/context.ts'
import { saveCategory, saveGroup, sendReport } from '#services/reports/index.ts'
import { type SignedIn, testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'

const program = await testProgram()
const { pool, town } = program

let unit: string
let otherUnit: string
let clerk: SignedIn
let otherClerk: SignedIn
let dispatcher: SignedIn
let auditor: SignedIn

beforeAll(async () => {
  unit = await program.makeOrganisation(town, 'department', 'Tiefbauamt')
  otherUnit = await program.makeOrganisation(town, 'department', 'Grünflächenamt')
  clerk = await program.signedIn({ name: 'Anja Amt', roles: ['clerk'], organisationId: unit })
  otherClerk = await program.signedIn({ name: 'Björn Baum', roles: ['clerk'], organisationId: otherUnit })
  dispatcher = await program.signedIn({ name: 'Petra Plan', roles: ['dispatcher'] })
  auditor = await program.signedIn({ name: 'Konrad Kontrolle', roles: ['auditor'] })
  await doing(pool, { town }, async (ctx) => {
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    const saved = await saveCategory(ctx, {
      code: 'pothole',
      groupCode: 'street',
      name: { de: 'Schlagloch', en: 'Pothole' },
      hint: { de: '', en: '' },
      keywords: ['loch'],
      questions: [],
      icon: 'road',
      radiusM: 50,
      deadlineDays: 5,
      acceptDays: 3,
      proof: 'photo',
      publish: 'afterCheck',
      anonymous: true,
      confirmEmail: false,
      unitId: unit,
    })
    expect(saved.ok).toBe(true)
  })
})

async function reported(text = 'Tiefes Loch in der Fahrbahn'): Promise<string> {
  return await doing(pool, { town }, async (ctx) => {
    const sent = await sendReport(ctx, {
      category: 'pothole',
      place: { lat: 49.05, lon: 11.05, way: 'map', label: 'Lindenstraße 12', roadOwner: 'town' },
      text,
      name: 'Quirin Melder',
      email: `${Math.abs(text.length)}.quirin@example.org`,
    })
    if (!sent.ok) throw new Error(sent.refusal.code)
    return sent.value.number
  })
}

const step = (number: string) => `/amt/meldungen/${number}/schritt`
const page = (number: string) => `/amt/meldungen/${number}`

/** Several forms of the page have the same address; the verb tells them apart. */
async function take(who: SignedIn, number: string, verb: string, fields: Record<string, string> = {}) {
  const seen = await who.visitor.get(page(number))
  return await who.visitor.submit(seen, step(number), { verb, ...fields })
}

describe('who may see the desk', () => {
  test('nobody from outside', async () => {
    const number = await reported()
    for (const path of ['/amt', '/amt/meldungen', page(number), '/amt/meldungen.csv', '/amt/gedaechtnis'])
      expect((await program.visitor().get(path)).location, path).toMatch(/^\/anmelden/)
    const citizen = await program.signedIn()
    for (const path of ['/amt', '/amt/meldungen', page(number), '/amt/gedaechtnis'])
      expect((await citizen.visitor.get(path)).status, path).toBe(403)
  })

  test('the memory is for those who may look back', async () => {
    expect((await auditor.visitor.get('/amt/gedaechtnis')).status).toBe(200)
    const crew = await program.signedIn({ roles: ['crew'], organisationId: unit })
    expect((await crew.visitor.get('/amt/gedaechtnis')).status).toBe(403)
  })

  test('another town has no such number', async () => {
    const number = await reported()
    const other = await program.makeTown('anderstadt')
    const stranger = await program.signedIn({ town: other, roles: ['lead'] })
    expect((await stranger.visitor.get(page(number))).status).toBe(404)
  })
})

describe('the page of one report', () => {
  test('shows contact data only with the right to see them, and keeps who saw them', async () => {
    const number = await reported('Loch mit Wasser')
    expect((await clerk.visitor.get(page(number))).body).toContain('Quirin Melder')
    expect((await auditor.visitor.get(page(number))).body).not.toContain('Quirin Melder')
    const reads = await pool.query('SELECT 1 FROM core.record_read')
    expect(reads.rowCount).toBe(0) // The role of the program sees no rows outside a town.
    const purposes = async (readerId: string) =>
      (await doing(pool, { town, readOnly: true }, (ctx) => readLog(ctx, { readerId }, 100))).map(({ purpose }) => purpose)
    expect(await purposes(clerk.personId)).toEqual(['report.contact'])
    expect(await purposes(auditor.personId)).toEqual(['report.detail'])
  })

  test('who opened a report stands in the log, also crew that sees no contact data, and the reporter reads it', async () => {
    const citizen = await program.signedIn({ name: 'Carla Citizen' })
    const actor: Actor = { ...anonymous, kind: 'person', personId: citizen.personId, accountId: citizen.accountId }
    const sent = await doing(pool, { town, actor }, (ctx) =>
      sendReport(ctx, {
        category: 'pothole',
        place: { lat: 49.05, lon: 11.05, way: 'map', label: 'Lindenstraße 12', roadOwner: 'town' },
        text: 'Loch vor meinem Haus',
      }),
    )
    if (!sent.ok) throw new Error(sent.refusal.code)
    const crew = await program.signedIn({ name: 'Cem Kraft', roles: ['crew'], organisationId: unit })
    expect((await crew.visitor.get(page(sent.value.number))).body).toContain('Loch vor meinem Haus')
    const log = (query: string) => auditor.visitor.get(`/verwaltung/protokoll?ansicht=zugriffe&${query}`)
    const lines = (await log(`wen=${citizen.personId}`)).body
    expect(lines).toContain('Cem Kraft')
    expect(lines).toContain('Bearbeitung einer Meldung')
    expect((await citizen.visitor.get('/mein/daten/zugriffe')).body).toContain('Bearbeitung einer Meldung')

    // Nobody gave a name: the look stands there with the case.
    const before = (await log(`wer=${crew.personId}`)).body.split('Cem Kraft').length
    expect((await crew.visitor.get(page(await reported('Ohne Konto')))).status).toBe(200)
    expect((await log(`wer=${crew.personId}`)).body.split('Cem Kraft').length).toBe(before + 1)
  })

  test('a whole life: accept, plan, ask, note, finish', async () => {
    const number = await reported()
    expect((await take(clerk, number, 'accept')).status).toBe(303)
    expect((await take(clerk, number, 'plan', { date: '2026-05-12' })).status).toBe(303)
    const noted = await clerk.visitor.fill(page(number), `/amt/meldungen/${number}/notiz`, { text: 'Kolonne 2 fährt hin' })
    expect(noted.status).toBe(303)
    expect((await take(clerk, number, 'start')).status).toBe(303)
    const refused = await take(clerk, number, 'finish', { text: 'Mit Asphalt gefüllt' })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Mit Asphalt gefüllt')
    expect((await take(clerk, number, 'finish', { text: 'Mit Asphalt gefüllt', noPhotoReason: 'unsafe' })).status).toBe(303)
    const done = await clerk.visitor.get(page(number))
    expect(done.body).toContain('Kolonne 2 fährt hin')
    expect(done.body).toContain('Mit Asphalt gefüllt')
    expect(done.body).not.toContain(`id="schritt-finish"`)
  })

  test('somebody else’s unit gets no buttons', async () => {
    const number = await reported()
    const seen = await otherClerk.visitor.get(page(number))
    expect(seen.status).toBe(200)
    expect(seen.body).not.toContain('name="verb"')
  })

  test('a form from before somebody else’s change is refused, keeps the words and belongs to the new state', async () => {
    const number = await reported()
    await take(clerk, number, 'accept')
    const old = await clerk.visitor.get(page(number))
    await take(dispatcher, number, 'start')
    const refused = await clerk.visitor.submit(old, step(number), { verb: 'ask', text: 'Wie tief ist es?' })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Petra Plan')
    expect(refused.body).toContain('Wie tief ist es?')
    const again = await clerk.visitor.submit(refused, step(number), { verb: 'ask', text: 'Wie tief ist es?' })
    expect(again.status).toBe(303)
  })

  test('a moderator publishes with another text; the original stays', async () => {
    const number = await reported('Herr Huber hat das Loch gemacht')
    const seen = await dispatcher.visitor.get(page(number))
    expect(seen.body).toContain('Name im Text')
    const path = `/amt/meldungen/${number}/veroeffentlichung`
    expect((await dispatcher.visitor.submit(seen, path, { publicText: 'Jemand hat das Loch gemacht' })).status).toBe(303)
    const after = await dispatcher.visitor.get(page(number))
    expect(after.body).toContain('Herr Huber hat das Loch gemacht')
    expect(after.body).toContain('Jemand hat das Loch gemacht')
  })

  test('an emptied public text stays empty in the form that is refused; to change it, some text is required', async () => {
    const number = await reported('Herr Maier hat das Loch gegraben')
    const field = (body: string) => /<textarea[^>]*name="publicText"[^>]*>([^<]*)</.exec(body)
    const seen = await dispatcher.visitor.get(page(number))
    expect(field(seen.body)?.[1]).toBe('Herr Maier hat das Loch gegraben')
    const refused = await dispatcher.visitor.submit(seen, `/amt/meldungen/${number}/veroeffentlichung`, { publicText: '' })
    expect([refused.status, field(refused.body)?.[1]]).toEqual([422, ''])
    expect(refused.body).toContain('Ohne Text und ohne Foto gibt es nichts zu sehen')

    await dispatcher.visitor.submit(seen, `/amt/meldungen/${number}/veroeffentlichung`, { publicText: 'Ein Loch' })
    const published = await dispatcher.visitor.get(page(number))
    expect(field(published.body)?.[0]).toContain('aria-required="true"')
    const reworded = await dispatcher.visitor.submit(published, `/amt/meldungen/${number}/wortlaut`, { publicText: '' })
    expect([reworded.status, field(reworded.body)?.[1]]).toEqual([422, ''])
    expect(reworded.body).toContain('Bitte schreiben Sie einen Text.')
  })
})

describe('the work list', () => {
  test('shows what is open in the unit, filters, and keeps a view', async () => {
    const number = await reported('Unverwechselbares Kraterfeld')
    const mine = await clerk.visitor.get('/amt/meldungen?q=Kraterfeld')
    expect(mine.body).toContain(number)
    expect((await otherClerk.visitor.get('/amt/meldungen')).body).not.toContain(number)
    expect((await clerk.visitor.get('/amt/meldungen?stand=done')).body).not.toContain(number)
    const kept = await clerk.visitor.submit(mine, '/amt/meldungen/ansichten', { name: 'Krater' })
    expect(kept.status).toBe(303)
    expect((await clerk.visitor.follow(kept)).body).toContain('>Krater<')
  })

  test('accepts from the list', async () => {
    const number = await reported('Annehmen aus der Liste')
    const done = await clerk.visitor.fill('/amt/meldungen?q=Annehmen', '/amt/meldungen/annehmen', { number })
    expect(done.location).toContain('/amt/meldungen?')
    expect((await clerk.visitor.get(page(number))).body).toContain('Angenommen')
  })

  test('ends many with a preview, names what failed, and offers to open them again', async () => {
    const [one, two, foreign] = [await reported('Erstes'), await reported('Zweites'), await reported('Drittes')]
    await doing(pool, { town }, (ctx) =>
      ctx.db
        .updateTable('services.case')
        .set({ unit_id: otherUnit })
        .where('tenant_id', '=', town.id)
        .where('number', '=', foreign)
        .execute(),
    )
    const preview = await clerk.visitor.get(`/amt/meldungen/sammel?was=end&n=${one}&n=${two}&n=${foreign}`)
    expect(preview.body).toContain('3 Meldungen beenden')
    const missing = await clerk.visitor.submit(preview, '/amt/meldungen/sammel', { reason: 'noDefect' })
    expect(missing.status).toBe(422)
    const sent = await clerk.visitor.submit(preview, '/amt/meldungen/sammel', { reason: 'noDefect', text: 'Vor Ort war alles in Ordnung.' })
    expect(sent.status).toBe(303)
    const result = await clerk.visitor.follow(sent)
    expect(result.body).toContain('Bei 2 Meldungen hat es geklappt, bei einer nicht')
    expect(result.body).toContain('Eine andere Stelle ist zuständig')
    for (const number of [one, two]) expect((await clerk.visitor.get(page(number))).body).toContain('Vor Ort war alles in Ordnung.')
  })

  test('exports what is filtered, without anything about the reporter', async () => {
    const number = await reported('Exportiertes Loch')
    const table = await clerk.visitor.get('/amt/meldungen.csv?ansicht=team&q=Exportiertes')
    expect(table.headers.get('content-type')).toContain('text/csv')
    expect(table.body.trim().split('\r\n')).toHaveLength(2)
    expect(table.body).toContain(number)
    expect(table.body).not.toContain('quirin')
  })
})

describe('desk and memory', () => {
  test('the desk counts and tells the news', async () => {
    const desk = await clerk.visitor.get('/amt')
    expect(desk.status).toBe(200)
    expect(desk.body).toContain('Schlagloch')
  })

  test('a person’s timeline is shown, and that it was looked at is kept', async () => {
    const found = await auditor.visitor.get(`/amt/gedaechtnis/person/${clerk.personId}`)
    expect(found.body).toContain('Anja Amt')
    await doing(pool, { town }, async (ctx) => {
      const reads = await ctx.db
        .selectFrom('core.record_read')
        .select('person_id')
        .where('tenant_id', '=', town.id)
        .where('purpose', '=', 'memory.timeline')
        .execute()
      expect(reads).toEqual([{ person_id: clerk.personId }])
    })
  })

  test('finds a report and its timeline', async () => {
    const number = await reported('Erinnerungsloch')
    const hits = await auditor.visitor.get('/amt/gedaechtnis?q=Erinnerungsloch')
    expect(hits.body).toContain(number)
    const address = /\/amt\/gedaechtnis\/vorgang\/[0-9a-f-]+/.exec(hits.body)?.[0] ?? ''
    expect((await auditor.visitor.get(address)).body).toContain('Schlagloch')
  })
})
