import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor, Ctx } from '#platform/context.ts'
import type { Result } from '#platform/result.ts'
import { caseByNumber, partyBySecret } from '#services/cases/index.ts'
import { confirmParty } from '#services/cases/party.sql.ts'
import { saveCategory, saveGroup, sendReport } from '#services/reports/index.ts'
import { mailsTo } from '../../../../test/setup/mailbox.ts'
import { type SignedIn, testProgram } from '../../../../test/setup/program.ts'
import { readPdf } from '../../../../test/setup/read-pdf.ts'
import { doing } from '../../../../test/setup/town.ts'
import {
  changeLetter,
  changeLetterHead,
  draftLetter,
  editTemplate,
  handOver,
  LetterHead,
  letterProcess,
  lettersOf,
  makeTemplate,
  publishTemplate,
  receiptPdf,
  redateLetter,
  signLetter,
  withdrawLetter,
} from '../index.ts'
import { lapseLetters } from './hand-over.verbs.ts'
import { letterById } from './letter.sql.ts'

const program = await testProgram()
const { pool, town, clock } = program
/** Tuesday 3 March 2026, 10:00 in Berlin: the day of the worked example. */
const tuesday = new Date('2026-03-03T09:00:00Z')
let unit: string
let clerk: SignedIn
let lead: SignedIn
let stranger: SignedIn
let citizen: SignedIn
let count = 0
let it: { id: string; number: string; secret: string }

const as = (who: SignedIn, units: string[] = [unit]): Actor => ({
  kind: 'person',
  permissions: new Set(['everyone', 'signedIn', 'report.see', 'report.work']),
  trust: 'basic',
  personId: who.personId,
  accountId: who.accountId,
  unitIds: units,
})
const acting = <T>(who: SignedIn, work: (ctx: Ctx) => Promise<T>): Promise<T> => doing(pool, { town, actor: as(who), now: clock.at }, work)
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

beforeAll(async () => {
  clock.at = tuesday
  unit = await program.makeOrganisation(town, 'department', 'Steuern und Abgaben')
  clerk = await program.signedIn({ name: 'Anja Amt', roles: ['clerk'], organisationId: unit })
  lead = await program.signedIn({ name: 'Lena Leitung', roles: ['lead'], organisationId: unit })
  stranger = await program.signedIn({ name: 'Fremder Bürger' })
  citizen = await program.signedIn({ name: 'Katharina Weber' })
  await doing(pool, { town }, async (ctx) => {
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    await saveCategory(ctx, {
      code: 'pothole',
      groupCode: 'street',
      name: { de: 'Schlagloch', en: 'Pothole' },
      hint: { de: '', en: '' },
      keywords: [],
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
    const made = value(
      await makeTemplate(
        ctx,
        { name: 'Bescheid', key: 'bescheid' },
        {
          subject: { de: 'Bescheid zu {{fact.dog}}' },
          remedy: 'objection',
          signatures: 2,
          blocks: [{ kind: 'paragraph', de: 'Zum Vorgang {{case.number}} haben wir entschieden.' }, { kind: 'remedy' }],
        },
      ),
    )
    value(await publishTemplate(ctx, { id: made.id }))
    const plain = value(
      await makeTemplate(
        ctx,
        { name: 'Nachricht', key: 'nachricht' },
        { subject: { de: 'Nachricht' }, blocks: [{ kind: 'paragraph', de: 'Kurz.' }] },
      ),
    )
    value(await publishTemplate(ctx, { id: plain.id }))
  })
})

const head = { name: 'Stadt Neustadt', objectionBody: 'der Stadt Neustadt', objectionSeat: 'Markt 1, 91413 Neustadt' }

beforeEach(async () => {
  clock.at = tuesday
  await doing(pool, { town }, (ctx) => changeLetterHead(ctx, LetterHead.parse(head)))
  const sent = await doing(
    pool,
    { town, actor: { ...as(citizen, []), permissions: new Set(['everyone', 'signedIn']) }, now: clock.at },
    (ctx) =>
      sendReport(ctx, {
        category: 'pothole',
        place: { lat: 49.05, lon: 11.05, way: 'map', label: 'Lindenstraße 12', roadOwner: 'town' },
        text: `Tiefes Loch ${++count}`,
      }),
  )
  const { number, secret } = value(sent) as { number: string; secret: string }
  const found = await doing(pool, { town }, (ctx) => caseByNumber(ctx, number))
  it = { id: found!.id, number, secret }
})

const drafted = (more: object = {}) =>
  acting(clerk, async (ctx) =>
    draftLetter(ctx, {
      caseId: it.id,
      template: 'bescheid',
      channel: 'portal',
      data: { recipient: { name: 'Katharina Weber' }, contact: { office: 'Steuern' }, values: { 'fact.dog': 'Bello' } },
      ...more,
    }),
  )
const signedBoth = async (more: object = {}) => {
  const { id } = value(await drafted(more))
  value(await acting(clerk, (ctx) => signLetter(ctx, { id })))
  return value(await acting(lead, (ctx) => signLetter(ctx, { id })))
}
const download = async (visitor: SignedIn['visitor'], id: string) => {
  const to = await visitor.get(`/briefe/${id}`)
  return to.status === 302 ? (await visitor.get(to.headers.get('location')!)).status : to.status
}
const pdfOf = async (id: string) => {
  const to = await clerk.visitor.get(`/briefe/${id}`)
  const answer = await program.ask(new Request(`${town.origin}${to.headers.get('location')}`))
  return { bytes: new Uint8Array(await answer.arrayBuffer()), disposition: answer.headers.get('content-disposition') }
}

test('a decision goes from draft over two signatures to the party, with its days computed', async () => {
  const draft = value(await drafted())
  expect(draft).toMatchObject({
    state: 'draft',
    subject: 'Bescheid zu Bello',
    way: 'portal',
    data: { values: { 'case.number': it.number, 'case.title': 'Schlagloch' } },
  })
  expect(await download(clerk.visitor, draft.id)).toBe(404)
  const once = value(await acting(clerk, (ctx) => signLetter(ctx, { id: draft.id, version: draft.version })))
  expect([once.state, once.fileId]).toEqual(['draft', undefined])
  expect(await acting(clerk, (ctx) => signLetter(ctx, { id: draft.id }))).toMatchObject({ refusal: { code: 'samePerson' } })
  expect(await acting(clerk, (ctx) => handOver(ctx, { id: draft.id }))).toMatchObject({ refusal: { code: 'wrongState' } })
  const signed = value(await acting(lead, (ctx) => signLetter(ctx, { id: draft.id, version: once.version })))
  expect(signed).toMatchObject({ state: 'signed', letterDate: '2026-03-03', signedBy: clerk.personId, secondSignedBy: lead.personId })
  expect([await download(clerk.visitor, draft.id), await download(citizen.visitor, draft.id)]).toEqual([200, 404])

  const { bytes, disposition } = await pdfOf(draft.id)
  expect(disposition).toContain(`${it.number} Bescheid zu Bello.pdf`)
  const { text } = await readPdf(bytes)
  for (const words of [
    `Zum Vorgang ${it.number}`,
    'gez. Anja Amt',
    'gez. Lena Leitung',
    'Mitzeichnung',
    '3. März 2026',
    '6. März 2026',
    '7. April 2026',
  ])
    expect(text).toContain(words)

  // Mailbox: known on the third day, Friday 6 March; a month later is Easter Monday.
  const handed = value(await acting(clerk, (ctx) => handOver(ctx, { id: draft.id })))
  expect(handed).toMatchObject({
    state: 'handedOver',
    handedOverOn: '2026-03-03',
    deemedDeliveredOn: '2026-03-06',
    remedyUntil: '2026-04-07',
  })
  expect([
    await download(citizen.visitor, draft.id),
    await download(stranger.visitor, draft.id),
    await download(program.visitor(), draft.id),
  ]).toEqual([200, 404, 404])
  await program.work()
  expect((await citizen.visitor.get('/mein/mitteilungen')).body).toContain(
    `Zu Ihrem Vorgang ${it.number} (Schlagloch) liegt ein Brief für Sie bereit.`,
  )
  expect((await acting(clerk, (ctx) => withdrawLetter(ctx, { id: draft.id }))).ok).toBe(false)
})

test('by post it counts on the fourth day, and it must bear the day of posting', async () => {
  const letter = await signedBoth({ channel: 'post' })
  clock.forward(24 * 60)
  expect(await acting(clerk, (ctx) => handOver(ctx, { id: letter.id }))).toMatchObject({ refusal: { code: 'letterDateDiffers' } })
  expect(await acting(clerk, (ctx) => handOver(ctx, { id: letter.id, on: '2026-03-09' }))).toMatchObject({
    refusal: { code: 'letterDayInFuture' },
  })
  const posted = value(await acting(clerk, (ctx) => handOver(ctx, { id: letter.id, on: '2026-03-03' })))
  expect(posted).toMatchObject({ deemedDeliveredOn: '2026-03-07', remedyUntil: '2026-04-07' })

  const other = await signedBoth({ channel: 'post' })
  clock.forward(24 * 60)
  const redated = value(await acting(clerk, (ctx) => redateLetter(ctx, { id: other.id })))
  expect([redated.letterDate, redated.fileId === other.fileId, redated.pdfSha256?.equals(other.pdfSha256!)]).toEqual([
    '2026-03-05',
    false,
    false,
  ])
  expect((await readPdf((await pdfOf(other.id)).bytes)).text).toContain('5. März 2026')
  expect(value(await acting(clerk, (ctx) => handOver(ctx, { id: other.id })))).toMatchObject({ deemedDeliveredOn: '2026-03-09' })
})

test('a letter into the account that waited bears the day on which it is put there', async () => {
  const letter = await signedBoth()
  clock.forward(24 * 60)
  expect(value(await acting(lead, (ctx) => handOver(ctx, { id: letter.id })))).toMatchObject({
    letterDate: '2026-03-04',
    handedOverOn: '2026-03-04',
    deemedDeliveredOn: '2026-03-07',
  })
})

describe('where letters are to be fetched', () => {
  beforeEach(async () => {
    await doing(pool, { town }, (ctx) => changeLetterHead(ctx, LetterHead.parse({ ...head, portal: 'retrieval' })))
  })
  test('it is known the day after, and not before', async () => {
    const letter = await signedBoth()
    const handed = value(await acting(clerk, (ctx) => handOver(ctx, { id: letter.id })))
    expect([handed.way, handed.deemedDeliveredOn, handed.remedyUntil]).toEqual(['retrieval', undefined, undefined])
    expect(await download(citizen.visitor, letter.id)).toBe(404)
    clock.forward(2 * 24 * 60)
    expect((await stranger.visitor.post(`/briefe/${letter.id}/abruf`)).status).toBe(422)
    const fetched = await citizen.visitor.post(`/briefe/${letter.id}/abruf`)
    expect([fetched.status, fetched.headers.get('location')]).toEqual([303, expect.stringContaining(`/briefe/${letter.id}`)])
    expect(await download(citizen.visitor, letter.id)).toBe(200)
    const known = await doing(pool, { town }, (ctx) => letterById(ctx, letter.id))
    expect(known).toMatchObject({ deemedDeliveredOn: '2026-03-06', remedyUntil: '2026-04-07' })
    clock.forward(24 * 60)
    await citizen.visitor.post(`/briefe/${letter.id}/abruf`)
    expect(await doing(pool, { town }, (ctx) => letterById(ctx, letter.id))).toEqual(known)
  })
  test('on the eleventh day it can be fetched no longer, also where nobody noted yet that it lapsed', async () => {
    const letter = await signedBoth()
    value(await acting(clerk, (ctx) => handOver(ctx, { id: letter.id })))
    clock.forward(11 * 24 * 60)
    const page = await citizen.visitor.get(`/status/${it.number}/briefe`)
    expect(page.body).toContain('nicht rechtzeitig abgerufen')
    expect(page.body).not.toContain('/abruf')
    const late = await citizen.visitor.post(`/briefe/${letter.id}/abruf`)
    expect([late.status, late.body]).toEqual([422, expect.stringContaining('kann nicht mehr abgerufen werden')])
  })
  test('after ten days it lapses once, and its unit hears of it', async () => {
    const letter = await signedBoth()
    value(await acting(clerk, (ctx) => handOver(ctx, { id: letter.id })))
    const lapsed = async () => {
      await doing(pool, { town, now: clock.at }, lapseLetters)
      return (await doing(pool, { town }, (ctx) => letterById(ctx, letter.id)))?.lapsedAt
    }
    clock.forward(10 * 24 * 60)
    expect(await lapsed()).toBeUndefined()
    clock.forward(24 * 60)
    const at = await lapsed()
    expect(at).toBeInstanceOf(Date)
    clock.forward(24 * 60)
    expect(await lapsed()).toEqual(at)
    expect((await citizen.visitor.post(`/briefe/${letter.id}/abruf`)).status).toBe(422)
    await program.work()
    for (const { visitor } of [clerk, lead]) expect((await visitor.get('/mein/mitteilungen')).body).toContain('wurde nicht abgerufen')
  })
})

test('a change takes the first signature away, and both see what they sign', async () => {
  const { id, version } = value(await drafted())
  value(await acting(clerk, (ctx) => signLetter(ctx, { id })))
  expect(await acting(lead, (ctx) => signLetter(ctx, { id, version }))).toMatchObject({ refusal: { code: 'letterChanged' } })
  const changed = value(
    await acting(lead, (ctx) => changeLetter(ctx, { id, data: { recipient: { name: 'Katharina Weber' }, values: { 'fact.dog': 'Rex' } } })),
  )
  expect([changed.subject, changed.signedBy]).toEqual(['Bescheid zu Rex', undefined])
  expect(value(await acting(lead, (ctx) => signLetter(ctx, { id }))).state).toBe('draft')
  expect(value(await acting(clerk, (ctx) => signLetter(ctx, { id })))).toMatchObject({
    state: 'signed',
    signedBy: lead.personId,
    secondSignedBy: clerk.personId,
  })
})

test('two who sign at once: each signs once, and there is one document', async () => {
  const { id } = value(await drafted())
  const results = await Promise.all([clerk, lead, clerk, lead].map((who) => acting(who, (ctx) => signLetter(ctx, { id }))))
  expect(results.filter(({ ok }) => ok)).toHaveLength(2)
  expect(await doing(pool, { town }, (ctx) => letterById(ctx, id))).toMatchObject({ state: 'signed' })
})

describe('refused', () => {
  test.each<[string, object]>([
    ['placeholderEmpty', { data: { recipient: { name: 'K' } } }],
    ['templateUnknown', { template: 'gibtesnicht' }],
    ['unknown', { caseId: '00000000-0000-4000-8000-000000000000' }],
  ])('%s', async (code, more) => expect(await drafted(more)).toMatchObject({ ok: false, refusal: { code } }))

  test('by somebody of another office, and by nobody', async () => {
    const { id } = value(await drafted())
    const elsewhere = { ...as(stranger, []), permissions: new Set(['everyone', 'signedIn', 'report.see', 'report.work']) }
    expect(await doing(pool, { town, actor: elsewhere }, (ctx) => signLetter(ctx, { id }))).toMatchObject({
      refusal: { code: 'notYourUnit' },
    })
    const nobody = { ...as(stranger, []), permissions: new Set(['everyone', 'signedIn']) }
    expect(await doing(pool, { town, actor: nobody }, (ctx) => signLetter(ctx, { id }))).toMatchObject({ refusal: { code: 'unknown' } })
    expect(await doing(pool, { town }, (ctx) => signLetter(ctx, { id }))).toMatchObject({ refusal: { code: 'signerUnknown' } })
  })
})

test('a withdrawn letter leaves no document, and parties never saw it', async () => {
  const letter = await signedBoth()
  value(await acting(clerk, (ctx) => withdrawLetter(ctx, { id: letter.id })))
  expect([await download(clerk.visitor, letter.id), await download(citizen.visitor, letter.id)]).toEqual([404, 404])
  expect(await doing(pool, { town }, (ctx) => lettersOf(ctx, it.id, 'parties'))).toEqual([])
  expect(await doing(pool, { town }, (ctx) => lettersOf(ctx, it.id, 'internal'))).toHaveLength(1)
})

test('another town knows nothing of it, whoever asks', async () => {
  const letter = await signedBoth()
  value(await acting(clerk, (ctx) => handOver(ctx, { id: letter.id })))
  const other = await program.makeTown('altstadt')
  const admin = await program.signedIn({ town: other, roles: ['admin', 'lead', 'clerk'] })
  expect(await download(admin.visitor, letter.id)).toBe(404)
  expect((await admin.visitor.post(`/briefe/${letter.id}/abruf`)).status).toBe(422)
  expect(await doing(pool, { town: other }, (ctx) => letterById(ctx, letter.id))).toBeUndefined()
  expect(await doing(pool, { town: other }, (ctx) => signLetter(ctx, { id: letter.id }))).toMatchObject({ refusal: { code: 'unknown' } })
  // The signed address of the file is of one town.
  const to = (await clerk.visitor.get(`/briefe/${letter.id}`)).headers.get('location')!
  expect((await admin.visitor.get(to)).status).toBe(404)
})

test('the link of a party without account opens the letter, and who only joined gets none', async () => {
  const sent = value(
    await doing(pool, { town, now: clock.at }, (ctx) =>
      sendReport(ctx, {
        category: 'pothole',
        place: { lat: 49.06, lon: 11.06, way: 'map', label: 'Markt 1', roadOwner: 'town' },
        text: 'Noch eins',
        name: 'Ohne Konto',
        email: 'ohne.konto@post.example',
      }),
    ),
  ) as { number: string; secret: string }
  const found = await doing(pool, { town }, (ctx) => caseByNumber(ctx, sent.number))
  const mails = async () => (await mailsTo(program, 'ohne.konto@post.example')).filter(({ kind }) => kind === 'letters.mail')
  it = { id: found!.id, number: sent.number, secret: sent.secret }
  expect(await drafted()).toMatchObject({ refusal: { code: 'portalWithoutAccount', field: 'channel' } })
  const unheard = await signedBoth({ channel: 'none' })
  value(await acting(clerk, (ctx) => handOver(ctx, { id: unheard.id })))
  expect(await mails()).toEqual([])
  await doing(pool, { town }, async (ctx) => confirmParty(ctx, (await partyBySecret(ctx, sent.secret))!.party))
  const letter = await signedBoth({ channel: 'none' })
  value(await acting(clerk, (ctx) => handOver(ctx, { id: letter.id })))
  // That there is one, nothing of it; and these mails can be ended.
  expect((await mails()).map(({ text }) => text)).toEqual([expect.stringMatching(/wurde ein Brief übergeben[\s\S]*abbestellen/)])
  expect((await mails())[0]?.text).not.toContain('haben wir entschieden')
  const visitor = program.visitor()
  expect(await download(visitor, letter.id)).toBe(404)
  const opened = await visitor.get(`/s/${sent.secret}`)
  expect((await visitor.follow(opened)).status).toBe(200)
  expect(await download(visitor, letter.id)).toBe(200)
})

test('a template is changed in a draft; letters keep the version they were written with', async () => {
  const { id: letterId } = value(await drafted({ template: 'nachricht' }))
  await doing(pool, { town }, async (ctx) => {
    const letter = await letterById(ctx, letterId)
    const edit = { do: 'change', at: 0, block: { kind: 'paragraph', de: 'Anders {{gibtesnicht}}.', en: '' } } as const
    const draft = value(await editTemplate(ctx, { id: letter!.templateId, edits: 0, edit }))
    expect([draft.version, draft.state]).toEqual([2, 'draft'])
    expect(await editTemplate(ctx, { id: letter!.templateId, edits: 0, edit })).toMatchObject({ refusal: { code: 'changedSince' } })
    expect(await publishTemplate(ctx, { id: letter!.templateId })).toMatchObject({ refusal: { code: 'letterFaulty' } })
    value(await editTemplate(ctx, { id: letter!.templateId, edit: { ...edit, block: { ...edit.block, de: 'Anders.' } } }))
    value(await publishTemplate(ctx, { id: letter!.templateId }))
  })
  const signed = value(await acting(clerk, (ctx) => signLetter(ctx, { id: letterId })))
  expect(signed.state).toBe('signed')
  expect((await readPdf((await pdfOf(letterId)).bytes)).text).toContain('Kurz.')
  const next = value(await drafted({ template: 'nachricht' }))
  expect(next.templateVersion).toBe(2)
})

test('a receipt is made with the letterhead of the town and leads to the status page', async () => {
  const bytes = await doing(pool, { town, now: clock.at }, (ctx) =>
    receiptPdf(ctx, {
      locale: 'de',
      recipient: { name: 'Katharina Weber', lines: [] },
      number: 'A-7K4P-29QX',
      title: 'Hund anmelden',
      receivedAt: clock.at,
      answers: [{ title: '', rows: [{ label: 'Name', value: 'Bello' }] }],
      files: [],
      next: ['Wir melden uns.'],
    }),
  )
  const { text } = await readPdf(bytes)
  for (const words of ['Stadt Neustadt', '3. März 2026, 10:00', `${town.origin}${town.base}/status/A-7K4P-29QX`, 'Bello'])
    expect(text).toContain(words)
})

test('parties have a page with letters to open and letters to fetch, and nobody else', async () => {
  await doing(pool, { town }, (ctx) => changeLetterHead(ctx, LetterHead.parse({ ...head, portal: 'retrieval' })))
  const page = `/status/${it.number}/briefe`
  expect((await citizen.visitor.get(page)).body).toContain('Noch kein Brief')
  const letter = await signedBoth()
  value(await acting(clerk, (ctx) => handOver(ctx, { id: letter.id })))
  await citizen.visitor.fill(page, `/briefe/${letter.id}/abruf`)
  const shown = await citizen.visitor.get(page)
  expect(shown.body).toContain(`href="/briefe/${letter.id}"`)
  expect(shown.body).toContain('Sie können sich bis zum 7. April 2026 dagegen wehren.')
  expect([(await stranger.visitor.get(page)).status, (await program.visitor().get(page)).status]).toEqual([404, 404])
})

test('every state that is no end has a way on', () => {
  const ways = Object.values(letterProcess.steps)
  for (const state of Object.keys(letterProcess.states) as (keyof typeof letterProcess.states)[])
    if (!letterProcess.ends.includes(state))
      expect(ways.some(({ from, to }) => (from as readonly string[]).includes(state) && to !== 'same')).toBe(true)
})
