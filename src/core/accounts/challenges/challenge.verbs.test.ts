import { expect, test } from 'vitest'
import type { Ctx } from '#platform/context.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { doing, makeTown, thursday } from '../../../../test/setup/town.ts'
import { MAX_ATTEMPTS, minutesFor } from './challenge.rules.ts'
import { challengeById } from './challenge.sql.ts'
import { answerByCode, answerByLink, held, linked, makeAnswers, openChallenge } from './challenge.verbs.ts'

const { pool } = await testDatabase()
const town = await makeTown(pool)
const at = <T>(minutes: number, work: (ctx: Ctx) => Promise<T>) =>
  doing(pool, { town, now: new Date(thursday.getTime() + minutes * 60_000) }, work)
const now = <T>(work: (ctx: Ctx) => Promise<T>) => at(0, work)

/** Begun in a browser, and the mail with code and link was written. */
const begun = () =>
  now(async (ctx) => {
    const opened = await openChallenge(ctx, 'signUp', { email: 'anna@example.org', name: 'Anna', facts: { to: '/mein' } })
    return { ...opened, ...(await makeAnswers(ctx, opened.id, null)) }
  })
const other = (code: string) => (code === '000000' ? '000001' : '000000')

test('the code ends it once, in the browser that began it and for what it was begun', async () => {
  const { id, holder, code } = await begun()
  const stranger = (await begun()).holder
  expect(await now((ctx) => answerByCode(ctx, 'signUp', undefined, code))).toMatchObject({ refusal: { code: 'stepExpired' } })
  expect(await now((ctx) => answerByCode(ctx, 'signUp', stranger, code))).toMatchObject({ refusal: { code: 'codeWrong' } })
  expect(await now((ctx) => answerByCode(ctx, 'reset', holder, code))).toMatchObject({ refusal: { code: 'stepExpired' } })
  const answered = await now((ctx) => answerByCode(ctx, 'signUp', holder, code))
  expect(answered).toMatchObject({ ok: true, value: { id, email: 'anna@example.org', name: 'Anna', facts: { to: '/mein' } } })
  expect(await now((ctx) => answerByCode(ctx, 'signUp', holder, code))).toMatchObject({ refusal: { code: 'stepExpired' } })
})

test('after five wrong answers the right one is worth nothing; each wrong one says so at the field and stays counted', async () => {
  const { id, holder, code } = await begun()
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const wrong = await now((ctx) => answerByCode(ctx, 'signUp', holder, other(code)))
    expect(wrong).toMatchObject({ ok: false, refusal: { code: 'codeWrong', field: 'code', keep: true } })
    expect((await now((ctx) => challengeById(ctx, id)))?.attempts).toBe(attempt)
  }
  expect(await now((ctx) => answerByCode(ctx, 'signUp', holder, code))).toMatchObject({ refusal: { code: 'stepExpired' } })
})

test('two answers at once end it for one of them', async () => {
  const { holder, code } = await begun()
  const answers = await Promise.all([1, 2, 3].map(() => now((ctx) => answerByCode(ctx, 'signUp', holder, code))))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test('the link ends it once, in any browser; looking at it ends nothing', async () => {
  const { id, holder, link } = await begun()
  expect((await now((ctx) => linked(ctx, 'signUp', link)))?.id).toBe(id)
  expect((await now((ctx) => held(ctx, 'signUp', holder)))?.id).toBe(id)
  expect(await now((ctx) => answerByLink(ctx, 'reset', link))).toMatchObject({ refusal: { code: 'stepExpired' } })
  expect(await now((ctx) => answerByLink(ctx, 'signUp', link))).toMatchObject({ ok: true, value: { id } })
  expect(await now((ctx) => answerByLink(ctx, 'signUp', link))).toMatchObject({ refusal: { code: 'stepExpired' } })
  expect(await now((ctx) => held(ctx, 'signUp', holder))).toBeUndefined()
})

test('it ends by the clock', async () => {
  const { holder, code, link } = await begun()
  const end = minutesFor.signUp
  expect((await at(end - 1, (ctx) => linked(ctx, 'signUp', link)))?.email).toBe('anna@example.org')
  expect(await at(end, (ctx) => linked(ctx, 'signUp', link))).toBeUndefined()
  expect(await at(end, (ctx) => answerByCode(ctx, 'signUp', holder, code))).toMatchObject({ refusal: { code: 'stepExpired' } })
})

test('without an answer (the address has no account) every code is wrong, and nobody sees the difference', async () => {
  const { holder } = await now((ctx) => openChallenge(ctx, 'signIn', { email: 'nobody@example.org' }))
  expect(await now((ctx) => answerByCode(ctx, 'signIn', holder, '123456'))).toMatchObject({ refusal: { code: 'codeWrong' } })
})

test('neither code nor link nor the browser’s secret stands in the database', async () => {
  const { holder, code, link } = await begun()
  const { rows } = await pool.query('SELECT c::text AS line FROM core.challenge c')
  const all = JSON.stringify(rows)
  for (const secret of [holder, link, `,${code},`]) expect(all).not.toContain(secret)
})
