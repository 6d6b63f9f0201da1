import type { KeptUpload } from '#core/files/index.ts'
import type { PlaceHit } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import {
  changedGroup,
  type Evaluation,
  errorsOn,
  evaluate,
  nextStep,
  type Page,
  type PageSent,
  pageErrors,
  pageSent,
  previousPage,
  stepToResume,
  withEntries,
  withPage,
} from '../../forms/index.ts'
import { saveDraft } from '../draft.verbs.ts'
import { factsFor } from '../facts.ts'
import type { Offer } from '../reuse/reuse.rules.ts'
import { noteTaken, offersOn, takenOver } from '../reuse/reuse.verbs.ts'
import type { Writing } from './draft-cookie.ts'
import { idsIn, keepFiles, shownFiles } from './draft-files.ts'
import { laterPath, pagePath, startPath, stepPath } from './paths.ts'
import { findPlaces } from './place-answer.ts'

export type PageInput = {
  page: string
  sent: PageSent
  /** `next`, `back`, `later`, `keep`, or what a button of a group asks for. */
  wish: string
  revision: number | undefined
  /** The browser showed fields as soon as they were needed: what is empty was left empty. */
  live: boolean
  /** Back to the review when nothing else is missing. */
  fromReview: boolean
}

/** `more` when questions have come up that were not to be seen before. */
export type Answered = { to: string; revision: number; more: boolean }
type Refused = 'draftGone' | 'answersWrong' | 'draftChanged' | 'draftWaits' | 'answersTooLong' | 'fileGone' | 'tooManyFiles'

/** Takes what a page of the form says, and says where it goes on. */
export async function answerPage(ctx: Ctx, writing: Writing, input: PageInput): Promise<Result<Answered, Refused>> {
  const { draft, form, ref } = writing
  const page = form.pages.find(({ key }) => key === input.page)
  if (!page) return refuse('draftGone')
  const places = await findPlaces(ctx, page, pageSent(page, input.sent))
  const files = await keepFiles(ctx, draft, page.items, places.answers)
  if (!files.ok) return files
  const facts = await factsFor(ctx, { ...draft.answers, ...files.value })
  const before = evaluate(form, draft.answers, facts)
  const merged = withPage(form, page, draft.answers, files.value, facts)
  const taken = await takenOver(ctx, writing, page, merged, input.wish)
  const answers = taken?.answers ?? changedGroup(merged, input.wish) ?? merged
  const evaluation = evaluate(form, answers, facts)
  const wrong = errorsOn(evaluation, page.key)
  const unplaced = Object.keys(places.errors).length
  const more = !input.live && unplaced === 0 && wrong.length > 0 && wrong.every(({ path }) => isNew(path, evaluation, before))
  if (input.wish === 'next' && !more && wrong.length + unplaced > 0)
    return refuse('answersWrong', { facts: { count: Math.max(wrong.length, unplaced) } })
  const saved = await saveDraft(ctx, ref, {
    answers,
    page: page.key,
    ...(input.revision === undefined ? {} : { revision: input.revision }),
  })
  if (!saved.ok) return saved.refusal.code === 'unknown' ? refuse('draftGone') : refuse(saved.refusal.code)
  if (taken) await noteTaken(ctx, draft.id, taken.offers)
  return ok({ to: whereTo(writing, evaluation, page, input, more), revision: saved.value.revision, more: input.wish === 'next' && more })
}

/** A field that was not to be seen when the page was shown, and has no answer yet. */
const isNew = (path: string, now: Evaluation, before: Evaluation): boolean => {
  const whole = now.fields.has(path) ? path : path.slice(0, path.lastIndexOf('.'))
  return now.fields.has(whole) && now.fields.get(whole)?.value === undefined && !before.fields.has(whole)
}

function whereTo({ draft, online }: Writing, evaluation: Evaluation, page: Page, { wish, fromReview }: PageInput, more: boolean): string {
  if (wish === 'later') return laterPath(draft.id)
  if (wish === 'back') {
    const previous = previousPage(evaluation, page.key)
    return previous ? pagePath(draft.id, previous) : startPath(online.slug)
  }
  const here = pagePath(draft.id, page.key) + (fromReview ? '?von=pruefen' : '')
  if (wish !== 'next' || more) return here + anchorOf(wish)
  return stepPath(draft.id, fromReview ? stepToResume(evaluation) : nextStep(evaluation, page.key))
}

/** The group that was changed stays in sight. */
const anchorOf = (wish: string): string => {
  const [what, word] = wish.split(':')
  return word && (what === 'add' || what === 'remove') ? `#f-a-${word}-` : ''
}

/** What a page shows. */
export type PageShown = {
  page: Page
  evaluation: Evaluation
  answers: Record<string, unknown>
  files: ReadonlyMap<string, KeptUpload>
  errors: { said: Record<string, string>; summed: Record<string, string> }
  candidates: ReadonlyMap<string, readonly PlaceHit[]>
  /** What could be taken over from an earlier application. */
  offers: readonly Offer[]
}

/** `wrong` where it was sent to go on: then what is wrong is said. */
export async function pageShown(
  ctx: Ctx,
  writing: Writing,
  key: string,
  { sent, wrong = false }: { sent?: PageSent | undefined; wrong?: boolean },
): Promise<PageShown | undefined> {
  const { draft, form } = writing
  const page = form.pages.find((one) => one.key === key)
  if (!page) return undefined
  const places = sent && (await findPlaces(ctx, page, pageSent(page, sent)))
  const facts = await factsFor(ctx, { ...draft.answers, ...places?.answers })
  const merged = places ? withPage(form, page, draft.answers, places.answers, facts) : draft.answers
  const answers = withEntries(page.items, merged)
  const evaluation = evaluate(form, answers, facts)
  const unplaced = wrong ? places?.errors : {}
  const found = pageErrors(evaluation, wrong ? errorsOn(evaluation, key) : [], ctx.locale)
  return {
    page,
    evaluation,
    answers,
    files: await shownFiles(ctx, draft, places ? idsIn(page.items, places.answers) : []),
    errors: { said: { ...found.said, ...unplaced }, summed: { ...found.summed, ...unplaced } },
    candidates: places?.candidates ?? new Map(),
    offers: await offersOn(ctx, writing, page, answers),
  }
}
