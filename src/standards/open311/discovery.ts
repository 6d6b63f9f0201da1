import { eventKinds, eventLog } from '#core/memory/index.ts'
import type { Ctx } from '#platform/context.ts'
import { kept } from '#platform/kept.ts'
import { textIn } from '#platform/text.ts'
import { dateTime } from './answer.rules.ts'
import type { Answered } from './call.ts'
import { ABOUT_PATH, ROOT } from './paths.ts'

/** Where and how to ask, for programs that know only the town's name. */
export async function discovery(ctx: Ctx): Promise<Answered> {
  const { origin, base, demo, name } = ctx.town
  const changeset = dateTime(await lastChange(ctx))
  const endpoint = {
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: `${origin}${base}${ROOT}`,
    changeset,
    type: demo ? 'test' : 'production',
    formats: ['text/xml', 'application/json'],
  }
  return {
    root: 'discovery',
    value: {
      changeset,
      contact: textIn(ctx.locale, 'open311.contact', { town: name, address: `${origin}${base}/kontakt` }),
      key_service: textIn(ctx.locale, 'open311.keyService', { address: `${origin}${base}${ABOUT_PATH}` }),
      endpoints: [endpoint],
    },
  }
}

/** When what can be reported was last changed. */
const lastChange = (ctx: Ctx): Promise<Date> =>
  kept(ctx, 'catalogue', 'open311.changeset', async () => {
    const kinds = eventKinds().flatMap(({ kind }) => (/^report(Category|Group)\./.test(kind) ? [kind] : []))
    const [last] = await eventLog(ctx, kinds, {}, 1)
    return last?.at ?? new Date(0)
  })
