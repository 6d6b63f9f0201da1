import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import type { Locale } from '#platform/text.ts'
import { letterHead } from '../head/letter-head.sql.ts'
import { paper } from '../layout/paper.ts'
import { armsOf, today } from '../letter/make.ts'
import { longDay } from '../remedy/notice.rules.ts'
import { type Receipt, receiptSheet } from './receipt.rules.ts'

export type ReceiptInput = Omit<Receipt, 'head' | 'arms' | 'receivedAt' | 'date' | 'statusUrl'> & { receivedAt: Date }

/** The receipt of something that was sent, as a document. The QR code leads to its status page. */
export async function receiptPdf(ctx: Ctx, { receivedAt, locale, ...input }: ReceiptInput): Promise<Uint8Array<ArrayBuffer>> {
  return await paper(
    receiptSheet({
      ...input,
      locale,
      head: await letterHead(ctx),
      arms: await armsOf(ctx),
      date: today(ctx),
      receivedAt: `${longDay(dayIn(receivedAt, ctx.town.timeZone), locale)}, ${timeOf(receivedAt, ctx.town.timeZone, locale)}`,
      statusUrl: `${ctx.town.origin}${ctx.town.base}/status/${input.number}`,
    }),
  )
}

const timeOf = (at: Date, timeZone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { timeStyle: 'short', timeZone }).format(at)
