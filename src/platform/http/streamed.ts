import type { z } from 'zod'
import { inContext } from '../open-context.ts'
import type { Asked } from './asked.ts'
import type { House } from './house.ts'
import { deny, openingOf, parseParams, respond } from './read.ts'
import type { StreamRoute } from './route.ts'

/** Answers a route that reads its body itself. HEAD reads only, as GET does. */
export async function streamed(
  house: House,
  route: StreamRoute<z.ZodType>,
  asked: Asked,
  rawParams: Record<string, string>,
): Promise<Response> {
  const params = parseParams(route.params, rawParams)
  const reply = await inContext(house, openingOf(house, asked, route.method === 'HEAD'), async (ctx) => {
    deny(ctx, route.may, asked)
    return await route.handle(ctx, { params, request: asked.request, url: asked.url } as never)
  })
  return respond(reply, asked)
}
