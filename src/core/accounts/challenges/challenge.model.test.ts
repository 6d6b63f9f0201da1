import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ctx } from '#platform/context.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { doing, makeTown } from '../../../../test/setup/town.ts'
import { MAX_ATTEMPTS } from './challenge.rules.ts'
import { answerByCode, answerByLink, makeAnswers, openChallenge } from './challenge.verbs.ts'

const { pool } = await testDatabase()
const town = await makeTown(pool)
const now = <T>(work: (ctx: Ctx) => Promise<T>) => doing(pool, { town }, work)

type Answer = 'right' | 'wrong' | 'link'
type State = { alive: boolean; wrong: number }

/** What a challenge says to one answer, and what it is afterwards. */
function answered({ alive, wrong }: State, answer: Answer): [string, State] {
  if (!alive || (answer !== 'link' && wrong >= MAX_ATTEMPTS)) return ['stepExpired', { alive, wrong }]
  return answer === 'wrong' ? ['codeWrong', { alive, wrong: wrong + 1 }] : ['ok', { alive: false, wrong }]
}

/** All states that some order of answers given at once leads to, if each was told what it was told. */
function explained(state: State, given: readonly { answer: Answer; said: string }[]): State[] {
  if (given.length === 0) return [state]
  return given.flatMap(({ answer, said }, nth) => {
    const [says, next] = answered(state, answer)
    return says === said ? explained(next, given.toSpliced(nth, 1)) : []
  })
}

/** Answers that come at the same moment, each a little later than it could. */
const atOnce = fc.array(fc.record({ answer: fc.constantFrom<Answer>('right', 'wrong', 'wrong', 'link'), later: fc.nat(6) }), {
  minLength: 1,
  maxLength: 4,
})

test('answers to one challenge come at the same moment: each is told what some order of them explains', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(atOnce, { minLength: 1, maxLength: 4 }), async (batches) => {
      const { holder, code, link } = await now(async (ctx) => {
        const opened = await openChallenge(ctx, 'signIn', { email: 'anna@example.org' })
        return { ...opened, ...(await makeAnswers(ctx, opened.id, null)) }
      })
      const other = code === '000000' ? '000001' : '000000'
      let states: State[] = [{ alive: true, wrong: 0 }]
      for (const batch of batches) {
        const given = await Promise.all(
          batch.map(async ({ answer, later }) => {
            await pause(later)
            const result = await now((ctx) =>
              answer === 'link'
                ? answerByLink(ctx, 'signIn', link)
                : answerByCode(ctx, 'signIn', holder, answer === 'right' ? code : other),
            )
            return { answer, said: result.ok ? 'ok' : result.refusal.code }
          }),
        )
        states = states.flatMap((state) => explained(state, given)).filter(isFirst)
        expect(states, JSON.stringify(given)).not.toEqual([])
      }
    }),
    { numRuns: 40 },
  )
})

const isFirst = (state: State, at: number, all: State[]): boolean =>
  all.findIndex(({ alive, wrong }) => alive === state.alive && wrong === state.wrong) === at
