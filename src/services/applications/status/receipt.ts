import type { Ctx } from '#platform/context.ts'
import { Reply } from '#platform/http/reply.ts'
import { t } from '#platform/text.ts'
import type { Case } from '../../cases/index.ts'
import type { AnsweredPage } from '../../forms/index.ts'
import { receiptPdf } from '../../letters/index.ts'
import { signaturesOf } from '../cosign/signature.sql.ts'
import { signatureRows } from '../cosign/signature.words.ts'
import type { Submission } from '../submission.sql.ts'
import { fileNames, receiptGroups } from './receipt.rules.ts'

type Receipt = {
  it: Case
  submission: Submission
  answers: readonly AnsweredPage[]
  /** Whom it greets. */
  name: string
  code?: string | undefined
  next?: readonly string[]
}

/** The receipt as a document: what was sent when, and who signed it where more than one had to. */
export async function receiptReply(ctx: Ctx, { it, submission, answers, name, code, next = [] }: Receipt): Promise<Reply> {
  const signatures = (await signaturesOf(ctx, [submission.id])).get(submission.id) ?? []
  const signed = signatures.length > 0 ? [{ title: t('cosign.signatures'), rows: signatureRows(ctx, signatures) }] : []
  const pdf = await receiptPdf(ctx, {
    locale: ctx.locale,
    recipient: { name, lines: [] },
    number: it.number,
    title: it.title,
    code,
    receivedAt: submission.sentAt,
    answers: [...receiptGroups(answers), ...signed],
    files: fileNames(answers),
    next,
  })
  return new Reply(pdf, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${it.number}.pdf"`,
    'cache-control': 'private, no-store',
  })
}
