import type { Ctx } from '#platform/context.ts'
import { textIn } from '#platform/text.ts'
import type { Signature } from './cosign.rules.ts'

/** Who signed, when and how, for the receipt, the status page and the desk. */
export const signatureRows = (ctx: Pick<Ctx, 'locale' | 'town'>, signatures: readonly Signature[]): { label: string; value: string }[] =>
  signatures.map(({ name, email, signedAt }) => ({
    label: name,
    value: textIn(ctx.locale, email ? 'cosign.signed.byLink' : 'cosign.signed.bySending', {
      at: new Intl.DateTimeFormat(ctx.locale === 'de' ? 'de-DE' : 'en-GB', {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone: ctx.town.timeZone,
      }).format(signedAt),
      email: email ?? '',
    }),
  }))
