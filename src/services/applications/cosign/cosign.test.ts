import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { AccountDeleted } from '#core/accounts/index.ts'
import { eventsAbout, record } from '#core/memory/index.ts'
import { setNotifications } from '#core/notifications/index.ts'
import { notifications } from '#core/notifications/module.ts'
import type { Actor } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { mailTexts } from '#platform/mail/texts.ts'
import { registerTexts, textIn } from '#platform/text.ts'
import { applicationTown, codeOf, given, stranger } from '../../../../test/setup/applications.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { addPaper, keepPapers, papersOf } from '../../../../test/setup/draft-papers.ts'
import { eventsOf, somebody } from '../../../../test/setup/people.ts'
import { thursday } from '../../../../test/setup/town.ts'
import { caseByNumber, casesOfPerson, timelineOf } from '../../cases/index.ts'
import { partyOfPerson } from '../../cases/party.sql.ts'
import { eq, fieldOf, formOf, pageOf, words } from '../../forms/testing/forms.ts'
import { standardWorkflow } from '../../workflows/standard.ts'
import { accountEnd } from '../account-end.listener.ts'
import { deskApplication } from '../desk.read.ts'
import { draftsOfPerson } from '../draft.sql.ts'
import { dropDraft, openDraft, saveDraft, startDraft, startFilled } from '../draft.verbs.ts'
import { applications } from '../module.ts'
import { insertReuses, reusesOfCase, reusesOfPerson } from '../reuse/reuse.sql.ts'
import { submissionByKey, submissionsOf } from '../submission.sql.ts'
import { submit } from '../submit.verbs.ts'
import { askAgain, askToSign, takeBack } from './ask.verbs.ts'
import { expireSignatures } from './cosign.jobs.ts'
import { cosignersOf } from './cosign.sql.ts'
import { codeOf as codeFor, linkHash } from './keys.ts'
import { linkShown } from './link.read.ts'
import { declineByLink, openLink, signByLink } from './sign.verbs.ts'
import { signaturesOf } from './signature.sql.ts'

const person = (key: string, more = {}) => fieldOf(key, 'person', { parts: ['firstName', 'lastName', 'email'], ...more })
const form = formOf(
  [
    pageOf('who', [
      fieldOf('name', 'text'),
      person('second'),
      fieldOf('large', 'yesNo'),
      person('third', { visibleIf: eq('large', true) }),
      fieldOf('day', 'date', { checks: { earliest: { today: true } } }),
    ]),
  ],
  {
    trustLevel: 'basis',
    cosigners: ['second', 'third'].map((one) => ({ person: one, declares: words('Einverstanden.', 'I agree.') })),
  },
)
setNotifications(applications.notificationKinds ?? [])
registerTexts(notifications.texts)
registerTexts(mailTexts)
keepPapers()
const { pool } = await testDatabase()
const t = await applicationTown(pool, 'doppelhausen', { workflow: standardWorkflow(), form })
const other = await applicationTown(pool, 'nebenan', { workflow: standardWorkflow(), form })

const second = { firstName: 'Kai', lastName: 'Muster', email: 'kai@post.example' }
const third = { firstName: 'Uwe', lastName: 'Beispiel', email: 'uwe@post.example' }
const written = { name: 'Geheimes Sommerfest', second, large: false, day: '2026-05-20' }
const later = (days: number) => ({ now: new Date(thursday.getTime() + days * 86_400_000) })
const yes = { name: 'Kai Muster', declared: true, opened: true }

type Answers = Record<string, unknown>
let addresses = 0
/** Each draft asks another address, so that no test uses up the mails of the others. */
async function begun(answers: Answers = written, actor: Actor = t.citizen) {
  const { id, secret } = given(await t.as(actor, (ctx) => startDraft(ctx, { slug: 'fest' })))
  const own = { ...answers, second: { ...second, email: `kai${++addresses}@post.example` } }
  given(await t.as(actor, (ctx) => saveDraft(ctx, { secret }, { answers: own, page: 'who' })))
  return { id, ref: { secret }, email: own.second.email }
}
async function asked(answers: Answers = written, actor: Actor = t.citizen) {
  const draft = await begun(answers, actor)
  const { links } = given(await t.as(actor, (ctx) => askToSign(ctx, draft.ref)))
  return { ...draft, links, link: links[0]!.secret }
}
const sign = (link: string, more: Partial<typeof yes> = {}, when = {}) =>
  t.as(stranger, (ctx) => signByLink(ctx, { link, ...yes, ...more }), when)
const sentBy = (draftId: string) => t.as(undefined, (ctx) => submissionByKey(ctx, draftId))
const mails = (to: string) =>
  t.as(undefined, (ctx) =>
    ctx.db
      .selectFrom('core.mail')
      .select(['kind', 'text'])
      .where('tenant_id', '=', t.town.id)
      .where('to_address', '=', to)
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
  )
const cases = () =>
  t.as(undefined, async (ctx) => (await casesOfPerson(ctx, t.citizen.personId!, 'application', ['applicant'], { limit: 100 })).items.length)
const writer = 'member@post.example'
/** How often who wrote it was told so, about what its address names. */
const told = async (words: string, about: string) =>
  (await mails(writer)).filter(({ text }) => text.includes(words) && text.includes(about)).length

beforeAll(() =>
  t.as(undefined, (ctx) =>
    ctx.db
      .updateTable('core.person')
      .set({ email: writer })
      .where('tenant_id', '=', t.town.id)
      .where('id', '=', t.citizen.personId!)
      .execute(),
  ),
)

describe('asking for a signature', () => {
  test('nothing is sent before it is there, and the answers stand still', async () => {
    const { id, ref } = await begun()
    expect(codeOf(await t.as(t.citizen, (ctx) => submit(ctx, ref, { clientKey: id })))).toBe('signatureMissing')
    given(await t.as(t.citizen, (ctx) => askToSign(ctx, ref)))
    expect(codeOf(await t.as(t.citizen, (ctx) => submit(ctx, ref, { clientKey: id })))).toBe('signatureMissing')
    expect(codeOf(await t.as(t.citizen, (ctx) => saveDraft(ctx, ref, { answers: { name: 'anders' }, page: 'who' })))).toBe('draftWaits')
    // Once more asks nobody again.
    expect(given(await t.as(t.citizen, (ctx) => askToSign(ctx, ref))).links).toEqual([])
  })

  test('the mail has a link and neither the code nor an answer; the database has no secret', async () => {
    const { id, link, email } = await asked()
    const [mail] = await mails(email)
    expect(mail?.text).toContain(`/mitzeichnen/${link}`)
    expect(mail?.text).not.toContain('Geheimes')
    const code = codeFor(linkHash(link))
    expect(code).toMatch(/^[0-9A-Z]{8}$/)
    expect(mail?.text).not.toContain(code)
    const kept = sql<{ row: string }>`SELECT c::text AS row FROM services.cosigner c WHERE draft_id = ${id}`
    const { rows } = await t.as(undefined, ({ db }) => kept.execute(db))
    expect(rows).toHaveLength(1)
    // Bytes are printed in hexadecimal: neither the words themselves nor their bytes lie there.
    for (const secret of [link, code]) {
      expect(rows[0]?.row).not.toContain(secret)
      expect(rows[0]?.row).not.toContain(Buffer.from(secret).toString('hex'))
    }
  })

  test.each([
    ['an own address', { email: 'member@post.example' }, 'signsForItself'],
    ['no address', { email: '' }, 'formNotReady'],
  ])('%s is refused', async (_, more, code) => {
    const { id, secret } = given(await t.as(t.citizen, (ctx) => startDraft(ctx, { slug: 'fest' })))
    given(
      await t.as(t.citizen, (ctx) => saveDraft(ctx, { secret }, { answers: { ...written, second: { ...second, ...more } }, page: 'who' })),
    )
    expect(codeOf(await t.as(t.citizen, (ctx) => askToSign(ctx, { secret })))).toBe(code)
    expect(await t.as(undefined, (ctx) => cosignersOf(ctx, [id]))).toEqual([])
  })

  test('who is not known well enough, or is somebody else, asks for nothing', async () => {
    const { ref } = await begun()
    expect(codeOf(await t.as(stranger, (ctx) => askToSign(ctx, ref)))).toBe('trustTooLow')
    expect(codeOf(await t.as(t.clerk, (ctx) => askToSign(ctx, ref)))).toBe('draftOfAnother')
  })
})

describe('signing', () => {
  test('sends it in the same moment: number to both, names and moments at the desk and in the memory', async () => {
    const { id, link, email } = await asked()
    expect(given(await sign(link, {}, later(2))).outcome).toBe('sent')
    const sent = (await sentBy(id))!
    const number = (await t.as(undefined, (ctx) => linkShown(ctx, link), later(2)))!
    expect(number.kind).toBe('sent')
    const it = number.kind === 'sent' ? number.case : undefined
    expect((await mails(email)).at(-1)).toMatchObject({ kind: 'cosign.mail.sent', text: expect.stringContaining(it!.number) })
    expect(await told('hat unterschrieben. Ihr Antrag', it!.number)).toBe(1)
    const party = await t.as(undefined, (ctx) => partyOfPerson(ctx, sent.caseId, t.citizen.personId!))
    expect(party?.role).toBe('applicant')
    expect(sent.trust).toBe('basic')
    const desk = await t.as(t.clerk, (ctx) => deskApplication(ctx, it!.number))
    expect(desk?.sent[0]?.signed.map(({ label }) => label)).toEqual(['member', 'Kai Muster'])
    expect(desk?.sent[0]?.signed[0]?.value).toContain('7. Mai 2026')
    expect(desk?.sent[0]?.signed[1]?.value).toMatch(/9\. Mai 2026.*kai\d+@post\.example/)
    const events = await t.as(undefined, (ctx) => eventsAbout(ctx, { type: 'case', id: sent.caseId }, ['public', 'parties', 'internal']))
    const signed = events.filter(({ kind }) => kind === 'application.signed')
    expect(signed).toMatchObject([{ data: { submissionId: sent.id, day: later(2).now.toISOString() } }])
    const timeline = await t.as(undefined, (ctx) => timelineOf(ctx, it!, 'parties'))
    expect(timeline.filter(({ kind }) => kind === 'application.signed')).toMatchObject([{ role: 'coApplicant' }])
    // Nothing is left of the draft.
    expect(await t.as(undefined, (ctx) => cosignersOf(ctx, [id]))).toEqual([])
    expect((await t.as(undefined, (ctx) => linkShown(ctx, link), later(40)))?.kind).toBeUndefined()
  })

  test('ten clicks at once send it once', async () => {
    const { id, link } = await asked()
    const before = await cases()
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => sign(link)))
    expect(outcomes.map((one) => given(one).outcome)).toEqual(Array(10).fill('sent'))
    const { caseId } = (await sentBy(id))!
    expect(await t.as(undefined, (ctx) => submissionsOf(ctx, caseId))).toHaveLength(1)
    expect(await cases()).toBe(before + 1)
  })

  test('with two to sign, both at once, it is sent once with the last', async () => {
    const { id, links } = await asked({ ...written, large: true, third: { ...third, email: 'uwe1@post.example' } })
    const outcomes = (await Promise.all(links.map(({ secret }) => sign(secret)))).map((one) => given(one).outcome)
    expect(outcomes.sort()).toEqual(['sent', 'waits'])
    const sent = (await sentBy(id))!
    const signatures = (await t.as(undefined, (ctx) => signaturesOf(ctx, [sent.id]))).get(sent.id) ?? []
    expect(signatures.map((one) => one.person)).toEqual(['', 'second', 'third'])
    expect(await told('Es fehlt noch eine Unterschrift', id)).toBe(1)
  })

  test.each([
    ['without the code', { opened: false }, 'signNotOpened'],
    ['without the declaration', { declared: false }, 'declarationMissing'],
    ['with a first name alone', { name: 'Kai' }, 'wholeNameMissing'],
    ['with initials', { name: 'K. M.' }, 'wholeNameMissing'],
  ])('is refused %s', async (_, more, code) => {
    const { id, link } = await asked()
    expect(codeOf(await sign(link, more))).toBe(code)
    expect(await sentBy(id)).toBeUndefined()
  })

  test('the link opens with its own code alone, and in its own town alone', async () => {
    const { link } = await asked()
    const code = codeFor(linkHash(link))
    const open = (it: { link: string; code: string }) => t.as(stranger, (ctx) => openLink(ctx, it))
    expect(codeOf(await open({ link, code: code.toLowerCase().replace(/^(.{4})/, '$1-') }))).toBe('ok')
    expect(codeOf(await open({ link, code: 'ACDEFGHJ' }))).toBe('signCodeWrong')
    expect(codeOf(await open({ link: `${link}x`, code }))).toBe('signLinkOver')
    expect(await other.as(stranger, (ctx) => linkShown(ctx, link))).toBeUndefined()
    expect(codeOf(await other.as(stranger, (ctx) => signByLink(ctx, { link, ...yes })))).toBe('signLinkOver')
  })

  test('what cannot be sent any more as it was shown is signed by nobody; the writer is told and can change it', async () => {
    const { id, ref, link } = await asked({ ...written, day: '2026-05-08' })
    expect(given(await sign(link, {}, later(3))).outcome).toBe('outdated')
    expect(await sentBy(id)).toBeUndefined()
    expect(await told('lässt sich so nicht mehr senden', id)).toBe(1)
    expect(codeOf(await sign(link, {}, later(3)))).toBe('signLinkOver')
    expect((await t.as(t.citizen, (ctx) => openDraft(ctx, ref)))?.draft.waits).toBeUndefined()
  })

  test('what was sent is changed only with a new signature', async () => {
    const { id, link } = await asked()
    given(await sign(link))
    const sent = (await sentBy(id))!
    const change = given(
      await t.as(t.citizen, (ctx) =>
        startFilled(ctx, { ...sent, serviceId: t.serviceId, replacesCase: sent.caseId, answers: { ...sent.answers, name: 'Neu' } }),
      ),
    )
    const again = given(await t.as(t.citizen, (ctx) => askToSign(ctx, { id: change.id })))
    expect(given(await sign(again.links[0]!.secret)).outcome).toBe('sent')
    expect((await sentBy(change.id))?.replaces).toBe(sent.id)
  })
})

test.each([
  ['de', 1, 'Es fehlt noch eine Unterschrift.'],
  ['de', 2, 'Es fehlen noch 2 Unterschriften.'],
  ['en', 1, 'One signature is still missing.'],
  ['en', 2, '2 signatures are still missing.'],
] as const)('the writer is told how many are missing: %s, %i', (locale, count, words) =>
  expect(textIn(locale, 'cosign.news.signed', { name: 'Kai', title: 'Fest', count })).toContain(words),
)

describe('until it is signed', () => {
  test('it can be declined with a reason, and asked for again, at another address too: the old link is void', async () => {
    const { id, ref, link } = await asked()
    const decline = (reason: string) => t.as(stranger, (ctx) => declineByLink(ctx, { link, reason, opened: true }))
    expect(codeOf(await decline(''))).toBe('reasonMissing')
    given(await decline('Ich will erst reden.'))
    expect(codeOf(await sign(link))).toBe('signLinkOver')
    expect(await told('Ich will erst reden.', id)).toBe(1)
    const email = 'neu@post.example'
    given(await t.as(t.citizen, (ctx) => askAgain(ctx, ref, { person: 'second', email })))
    expect(await t.as(undefined, (ctx) => linkShown(ctx, link))).toBeUndefined()
    const fresh = /\/mitzeichnen\/(\S{43})/.exec((await mails(email)).at(-1)?.text ?? '')?.[1] ?? ''
    expect(codeFor(linkHash(fresh))).not.toBe(codeFor(linkHash(link)))
    expect(given(await sign(fresh)).outcome).toBe('sent')
    expect(codeOf(await t.as(t.citizen, (ctx) => askAgain(ctx, ref, { person: 'second', email })))).toBe('draftGone')
  })

  test('the draft stays longer than the newest link to it', async () => {
    const { ref } = await asked()
    given(await t.as(t.citizen, (ctx) => askAgain(ctx, ref, { person: 'second', email: 'spaet@post.example' }), later(85)))
    expect(await t.as(t.citizen, (ctx) => openDraft(ctx, ref), later(98))).toBeDefined()
  })

  test('links to one person end after the fifth', async () => {
    const { ref } = await asked()
    const again = (n: number) => t.as(t.citizen, (ctx) => askAgain(ctx, ref, { person: 'second', email: `oft${n}@post.example` }))
    for (const n of [2, 3, 4, 5]) given(await again(n))
    expect(codeOf(await again(6))).toBe('tooManyLinks')
  })

  test('taken back, the draft can be changed again and no link opens anything', async () => {
    const { ref, link } = await asked()
    given(await t.as(t.citizen, (ctx) => takeBack(ctx, ref)))
    expect(codeOf(await sign(link))).toBe('signLinkOver')
    given(await t.as(t.citizen, (ctx) => saveDraft(ctx, ref, { answers: { ...written, name: 'Anders' }, page: 'who' })))
    given(await t.as(t.citizen, (ctx) => askToSign(ctx, ref)))
  })

  test('a link runs out, which is told once; what is thrown away takes the second person along', async () => {
    const { id, ref, link } = await asked()
    expect(codeOf(await sign(link, {}, later(15)))).toBe('signLinkOver')
    await t.as(undefined, (ctx) => expireSignatures(ctx), later(15))
    await t.as(undefined, (ctx) => expireSignatures(ctx), later(15))
    expect(await told('nicht rechtzeitig', id)).toBe(1)
    given(await t.as(t.citizen, (ctx) => dropDraft(ctx, ref)))
    expect(await t.as(undefined, (ctx) => cosignersOf(ctx, [id]))).toEqual([])
  })

  test('the case of one town is not found from the other', async () => {
    const { id, link } = await asked()
    given(await sign(link))
    const sent = (await sentBy(id))!
    const it = await t.as(undefined, (ctx) => linkShown(ctx, link))
    expect(it?.kind === 'sent' && it.case.id).toBe(sent.caseId)
    expect(await other.as(undefined, (ctx) => caseByNumber(ctx, it?.kind === 'sent' ? it.case.number : ''))).toBeUndefined()
  })
})

describe('when the account of who wrote it is deleted', () => {
  const leaving = async () => {
    const personId = await somebody(pool, t.town, 'Gundula Geht', 'gundula@post.example')
    const actor: Actor = { ...t.citizen, personId, name: 'Gundula Geht' }
    const leave = () =>
      t.as(undefined, async (ctx) => {
        const person = ctx.db.updateTable('core.person').where('tenant_id', '=', t.town.id).where('id', '=', personId)
        await person.set({ name: '–', email: null, anonymised_at: ctx.now() }).execute()
        await record(ctx, AccountDeleted, { about: [{ type: 'person', id: personId }], data: {} })
      })
    return { personId, actor, leave }
  }

  test('nobody can sign, decline or see it any more, at once', async () => {
    const { actor, leave } = await leaving()
    const { id, link } = await asked(written, actor)
    expect((await t.as(undefined, (ctx) => linkShown(ctx, link)))?.kind).toBe('asked')
    await leave()
    expect(codeOf(await sign(link))).toBe('signLinkOver')
    expect(codeOf(await t.as(stranger, (ctx) => declineByLink(ctx, { link, reason: 'Nein.', opened: true })))).toBe('signLinkOver')
    expect(codeOf(await t.as(stranger, (ctx) => openLink(ctx, { link, code: codeFor(linkHash(link)) })))).toBe('signLinkOver')
    expect(await t.as(undefined, (ctx) => linkShown(ctx, link))).toBeUndefined()
    expect(await sentBy(id)).toBeUndefined()
  })

  test('what she did not send goes, with its files and receipts; what she sent and what others began stays', async () => {
    expect(applications.listeners).toContain(accountEnd)
    const { personId, actor, leave } = await leaving()
    const [sent, held, free, others] = [
      await asked(written, actor),
      await asked(written, actor),
      await begun(written, actor),
      await asked(),
    ]
    given(await sign(sent.link))
    const { caseId } = (await sentBy(sent.id))!
    const receipt = { fromCase: caseId, fromSentAt: thursday, field: 'name', label: 'Name', personId }
    await t.as(undefined, async (ctx) => {
      for (const { id } of [held, free, others]) await addPaper(ctx, id)
      await insertReuses(ctx, [
        { ...receipt, id: newId(), draftId: free.id },
        { ...receipt, id: newId(), draftId: held.id },
      ])
      // As if it had been sent with what was taken over.
      await reusesOfCase(ctx, held.id, caseId)
    })
    await leave()
    const [deleted] = (await eventsOf(pool, t.town, { type: 'person', id: personId })).filter(({ kind }) => kind === AccountDeleted.kind)
    // Heard twice it does no more.
    for (let i = 0; i < 2; i++) await t.as(undefined, (ctx) => accountEnd.react(ctx, deleted!))
    await t.as(undefined, async (ctx) => {
      expect(await draftsOfPerson(ctx, personId, 10)).toEqual([])
      expect(await cosignersOf(ctx, [held.id])).toEqual([])
      expect([await papersOf(ctx, held.id), await papersOf(ctx, free.id), await papersOf(ctx, others.id)]).toEqual([0, 0, 1])
      expect(await reusesOfPerson(ctx, personId, { limit: 10 })).toEqual([])
      expect(await submissionsOf(ctx, caseId)).toHaveLength(1)
    })
    expect(given(await sign(others.link)).outcome).toBe('sent')
  })
})
