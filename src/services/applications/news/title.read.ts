import type { Ctx } from '#platform/context.ts'
import type { Locale } from '#platform/text.ts'
import type { Case } from '../../cases/index.ts'
import { onlineBy } from '../online.sql.ts'

/** The name of the service in the reader's language. What is called otherwise, as an objection is, stays as it is. */
export async function titleFor(ctx: Ctx, it: Case, locale: Locale): Promise<string> {
  if (locale === 'de') return it.title
  const online = await onlineBy(ctx, { serviceId: it.typeId })
  return online?.name.de === it.title ? online.name[locale] || it.title : it.title
}
