import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { lockCase } from '../cases/case.sql.ts'
import { caseById, caseByNumber, readNumber } from '../cases/index.ts'
import { changeLetter, draftLetter, handOver } from '../letters/index.ts'
import type { HandOverInput, HandOverRefused } from '../letters/letter/hand-over.verbs.ts'
import { channels, type Letter } from '../letters/letter/letter.rules.ts'
import { letterById } from '../letters/letter/letter.sql.ts'
import { templateById } from '../letters/template/template.sql.ts'
import { stepsFrom, type WorkflowStep } from '../workflows/workflow.rules.ts'
import { changeApplication, stepsTaken } from './application.sql.ts'
import { carryOut, goOn, type Running, runningOf } from './carry-out.ts'
import { letterFacts } from './letter-data.read.ts'
import { checkWho } from './rights.ts'

const lines = z.string().trim().max(1200).default('')

/** What a clerk says herself; the rest of a letter comes from the application. */
export const LetterInput = z.object({
  channel: z.enum(channels),
  locale: z.enum(['de', 'en']),
  name: z.string().trim().min(1).max(200),
  /** Lines of the address. */
  address: lines,
  salutation: z.string().trim().max(200).default(''),
  /** One a line. */
  enclosures: lines,
  /** For placeholders that the application does not fill, by their name with `__` for the dot. */
  values: z.record(z.string().max(130), z.string().trim().max(6000)).default({}),
})
export type LetterInput = z.output<typeof LetterInput>

/** Names of placeholders as fields of a form can bear them. */
export const fieldNameOf = (placeholder: string): string => placeholder.replace('.', '__')
const placeholderOf = (field: string): string => field.replace('__', '.')

const linesOf = (text: string, most: number): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 200))
    .filter((line) => line !== '')
    .slice(0, most)

async function dataFor(ctx: Ctx, running: Running, { locale, name, address, salutation, enclosures, values }: LetterInput) {
  const facts = await letterFacts(ctx, running, locale)
  const own = Object.fromEntries(Object.entries(values).map(([field, value]) => [placeholderOf(field), value]))
  return {
    ...facts,
    recipient: name === '' ? facts.recipient : { name, lines: linesOf(address, 5) },
    salutation,
    enclosures: linesOf(enclosures, 30),
    // What the application says itself cannot be said otherwise.
    values: { ...own, ...facts.values },
  }
}

/** Writes a letter about an application with a template; refuses what the letters refuse. */
export async function writeLetter(ctx: Ctx, input: LetterInput & { number: string; template: string }): Promise<Result<Letter>> {
  const it = await caseByNumber(ctx, readNumber(input.number) ?? '')
  const running = it && (await runningOf(ctx, it))
  if (!running) return refuse('unknown')
  const { template, channel, locale } = input
  return await draftLetter(ctx, { caseId: running.case.id, template, channel, locale, data: await dataFor(ctx, running, input) })
}

type OfLetter = { number: string; id: string; version?: number | undefined }

/** The case of a letter, if it is an application and the one named. */
async function runningWith(ctx: Ctx, { number, id }: OfLetter): Promise<Running | undefined> {
  const letter = await letterById(ctx, id)
  const it = letter && (await lockCase(ctx, { id: letter.caseId }))
  return it && it.number === readNumber(number) ? await runningOf(ctx, it) : undefined
}

/** Writes a draft anew with what the application says today. */
export async function rewriteLetter(ctx: Ctx, input: LetterInput & OfLetter): Promise<Result<Letter>> {
  const running = await runningWith(ctx, input)
  if (!running) return refuse('unknown')
  const { id, version, channel, locale } = input
  return await changeLetter(ctx, { id, version, channel, locale, data: await dataFor(ctx, running, input) })
}

/**
 * The letter leaves the house. If it is the one that a step of the workflow waits for, that step is taken with it, in the same
 * transaction: nobody says a second time that it was delivered.
 */
export async function handOverLetter(ctx: Ctx, input: HandOverInput & OfLetter): Promise<Result<Letter, HandOverRefused>> {
  const before = await runningWith(ctx, input)
  if (!before) return refuse('unknown')
  const { id, version, on } = input
  const handed = await handOver(ctx, { id, version, on })
  if (!handed.ok) return handed
  const running = await runningOf(ctx, (await lockCase(ctx, { id: handed.value.caseId }))!)
  const step = running && (await stepBy(ctx, running, handed.value))
  if (running && !step) await noteOutAnew(ctx, running, handed.value)
  if (!step || !(await checkWho(ctx, running.case, step.who)).ok) return handed
  const done = await carryOut(ctx, running, step, { day: handed.value.handedOverOn }, { personId: ctx.actor.personId })
  if (done.ok) await goOn(ctx, done.value)
  return handed
}

/** All of these were given to the post today; where one is refused, none counts. */
export async function postLetters(ctx: Ctx, { ids }: { ids: readonly string[] }): Promise<Result<{ count: number }, HandOverRefused>> {
  for (const id of ids) {
    const letter = await letterById(ctx, id)
    const it = letter && (await caseById(ctx, letter.caseId))
    if (!it || letter.channel !== 'post') return refuse('unknown')
    const handed = await handOverLetter(ctx, { number: it.number, id })
    if (!handed.ok) return handed
  }
  return ok({ count: ids.length })
}

/** The notice was not fetched in time and leaves once more, where the workflow has gone on from that step. */
async function noteOutAnew(ctx: Ctx, { case: it, application, workflow }: Running, { templateId, handedOverOn }: Letter): Promise<void> {
  const key = (await templateById(ctx, templateId))?.key
  const events = new Map(workflow.steps.map((step) => [step.key, step.event]))
  const isNotice = workflow.steps.some(({ event, letter }) => event === 'delivered' && letter === key)
  if (application.letterOutOn || !isNotice) return
  const last = (await stepsTaken(ctx, it.id))
    .map(({ step }) => events.get(step))
    .findLast((one) => one === 'delivered' || one === 'reopened')
  if (last === 'delivered' && handedOverOn) await changeApplication(ctx, it.id, { letter_out_on: handedOverOn })
}

/** The step that this letter takes from where the case is now. */
async function stepBy(ctx: Ctx, { case: it, workflow }: Running, { templateId }: Letter): Promise<WorkflowStep | undefined> {
  const key = (await templateById(ctx, templateId))?.key
  return stepsFrom(workflow, it.state).find(({ needs, letter }) => needs.includes('letter') && letter === key)
}
