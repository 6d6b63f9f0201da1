import type { z } from 'zod'
import { inContext, type Open } from '../open-context.ts'
import type { Asked } from './asked.ts'
import type { House } from './house.ts'
import type { Patience } from './patience.ts'
import { deny, openingOf, parseParams, respond } from './read.ts'
import type { StreamRoute } from './route.ts'

/** Answers a route that reads its body itself. HEAD reads only, as GET does. */
export async function streamed(
  house: House,
  route: StreamRoute<z.ZodType>,
  asked: Asked,
  rawParams: Record<string, string>,
  patience: Patience,
): Promise<Response> {
  const params = parseParams(route.params, rawParams)
  const open: Open = (work) => patience(() => inContext(house, openingOf(house, asked, route.method === 'HEAD'), work))
  const count = (account: string) => patience(() => house.limits.own(route.path, route.limit ?? [], { session: account }))
  await open(async (ctx) => deny(ctx, route.may, asked))
  return respond(await route.handle(open, { params, request: asked.request, url: asked.url, count } as never), asked)
}
