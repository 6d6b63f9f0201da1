import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { RollBack } from '../db/transaction.ts'
import { AppError } from '../errors.ts'
import { inContext, type Open } from '../open-context.ts'
import type { Refusal } from '../result.ts'
import type { Asked } from './asked.ts'
import { wantsJson } from './asked.ts'
import { type FilePart, readForm } from './body.ts'
import { cookieText } from './cookie.ts'
import { errorsOf, fitLists, nest, type Raw } from './form.ts'
import type { House } from './house.ts'
import { type Answer, claim, contentHash, keyPattern, remember } from './idempotency.ts'
import type { Patience } from './patience.ts'
import { problem } from './problem.ts'
import { deny, openingOf, parseParams } from './read.ts'
import { textOfRefusal } from './refusal-text.ts'
import { flashCookie, renderPage } from './render.ts'
import { cookieOf } from './request.ts'
import { type Again, type Done, fileRule, type WriteRoute } from './route.ts'

type Write = WriteRoute<z.ZodType, z.ZodType, unknown>
type Outcome = { answer: Answer } | { form: Again }

/** Answers a POST: one key, one transaction, one effect. 303 after success, 422 with everything kept otherwise. */
export async function write(
  house: House,
  route: Write,
  asked: Asked,
  rawParams: Record<string, string>,
  patience: Patience,
): Promise<Response> {
  const params = parseParams(route.params, rawParams) as Record<string, unknown>
  const fileErrors: Record<string, string> = {}
  const { raw, sent } = await receive(house, route, asked, { errors: fileErrors, patience })
  const key = raw.get('_key')?.[0] ?? asked.request.headers.get('idempotency-key') ?? undefined
  if (key !== undefined && !keyPattern.test(key)) throw new AppError('badRequest', 'the key of the request is not understood')
  // A form without its key was not made by us; programs may leave it out and lose the protection against repeats.
  const keyed = key !== undefined && route.repeat !== 'unkeyed'

  const work = async (ctx: Ctx): Promise<Outcome> => {
    deny(ctx, route.may, asked)
    const hash = contentHash(ctx, 'POST', asked.path, sent)
    const earlier = keyed ? await claim(ctx, key, hash) : undefined
    if (earlier) return { answer: earlier }

    const values = fitLists(route.form, nest(raw))
    const parsed = route.form.safeParse(values, { reportInput: true })
    const errors = { ...(parsed.success ? {} : errorsOf(parsed.error, asked.locale)), ...fileErrors }
    if (!parsed.success || Object.keys(errors).length > 0) return undo({ form: { input: values, errors } })

    const input = { ...(parsed.data as object), ...params } as never
    const result = await route.run(ctx, input, {
      headers: asked.request.headers,
      cookie: (name) => cookieOf(asked.request.headers.get('cookie'), name),
    })
    if (!result.ok) {
      const form = { input: values, errors: {}, refusal: result.refusal }
      if (!result.refusal.keep) return undo({ form })
      if (route.repeat !== 'unkeyed') throw new Error(`${route.path} keeps what a refusal wrote; a repeat would write it again`)
      return { form }
    }

    const done = route.done(result.value, ctx, input)
    const answer = answerOf(done, asked, wantsJson(asked) && route.json ? route.json(result.value, ctx) : undefined)
    if (keyed) ctx.soon(remember(ctx, key, hash, answer))
    return { answer }
  }
  const outcome = await patience((stillWanted) =>
    house.writing(async () => {
      stillWanted()
      return await inContext(house, openingOf(house, asked, false), work)
    }),
  )
  if ('form' in outcome) return await patience(() => formAgain(house, route, asked, params, outcome.form))
  return responseOf(outcome.answer)
}

const undo = (outcome: Outcome): never => {
  throw new RollBack(outcome)
}

/**
 * Reads the body. Files are stored on the way, in transactions of their own, and their ids join the other values.
 * `sent` is the same with names in place of ids: a repeat of the request has new ids and is still the same request.
 */
async function receive(
  house: House,
  route: Write,
  asked: Asked,
  { errors, patience }: { errors: Record<string, string>; patience: Patience },
): Promise<{ raw: Raw; sent: Raw }> {
  const stored = new Map<string, { name: string; id?: string }[]>()
  const keep = async (part: FilePart): Promise<void> => {
    const { max, kinds } = fileRule(route.files, part.field)!
    const files = stored.get(part.field) ?? []
    stored.set(part.field, files)
    if (files.length >= max) {
      errors[part.field] = refusalText({ code: 'tooManyFiles', facts: { max } }, asked)
      return void part.stream.resume()
    }
    const file: { name: string; id?: string } = { name: part.name }
    files.push(file)
    const open: Open = (work) => patience(() => inContext(house, openingOf(house, asked, false), work))
    await open(async (ctx) => deny(ctx, route.may, asked))
    const result = await house.receiveFile(open, { stream: part.stream, name: part.name, kinds })
    if (result.ok) file.id = result.value
    else errors[part.field] = refusalText(result.refusal, asked)
  }
  const raw = await readForm(asked.request, route.bodyLimit ?? 64 * 1024, route.files, keep, route.inline)
  const sent: Raw = new Map(raw)
  for (const [field, files] of stored) {
    const before = (raw.get(field) ?? []).filter(Boolean)
    raw.set(field, [...before, ...files.flatMap(({ id }) => id ?? [])])
    sent.set(field, [...before, ...files.map(({ name }) => name)])
  }
  return { raw, sent }
}

function answerOf(done: Done, asked: Asked, value: unknown): Answer {
  const { to, flash, cookies = [] } = typeof done === 'string' ? { to: done } : done
  const location = inHeader(to.startsWith('/') && !to.startsWith('//') ? asked.town.base + to : to)
  const set = cookies.map((cookie) => cookieText(cookie, asked.secure))
  if (value !== undefined) return { status: 201, location, body: JSON.stringify(value), cookies: set }
  return { status: 303, location, body: null, cookies: flash ? [...set, flashCookie(flash, asked.secure)] : set }
}

/** A header takes no line breaks and few letters; the write is done by then and must not fail in its answer. */
const inHeader = (address: string): string => address.replace(/[^\x21-\x7e]+/g, encodeURIComponent)

function responseOf({ status, location, body, cookies }: Answer): Response {
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (location) headers.set('location', location)
  if (body !== null) headers.set('content-type', 'application/json; charset=utf-8')
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(body, { status, headers })
}

/** The form with what was typed, read afresh: the failed transaction is gone. */
async function formAgain(house: House, route: Write, asked: Asked, params: Record<string, unknown>, form: Again): Promise<Response> {
  if (wantsJson(asked)) {
    const detail = form.refusal ? refusalText(form.refusal, asked) : undefined
    return problem(asked, { status: 422, kind: form.refusal?.code ?? 'invalid', detail, errors: form.errors })
  }
  return await inContext(house, openingOf(house, asked, true), async (ctx: Ctx) => {
    // Her session may have ended since the form was refused.
    deny(ctx, route.may, asked)
    const page = await route.again(ctx, form as never, params as never, { headers: asked.request.headers })
    if (!page) throw new AppError('notFound')
    const { html } = await renderPage(house, asked, ctx, page)
    return new Response(html, { status: 422, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })
  })
}

const refusalText = (refusal: Refusal, asked: Asked): string => textOfRefusal(refusal, asked.locale)
