import { Select } from '#design/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Again, get, post } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import { changeLetterHead, LetterHead, letterHead, MANAGE_LETTERS } from '#services/letters/index.ts'
import { HEAD_PATH } from './paths.ts'
import { HeadPage } from './templates.view.tsx'

const common = { may: MANAGE_LETTERS, audience: 'staff' } as const

export const headRoutes = [
  get(HEAD_PATH, { ...common, summary: 'What stands on every letter', show: (ctx) => headPage(ctx, undefined) }),
  post(HEAD_PATH, {
    ...common,
    form: LetterHead,
    run: changeLetterHead,
    done: () => ({ to: HEAD_PATH, flash: { kind: 'success', text: 'deskLetters.saved' } }),
    again: headPage,
  }),
]

async function headPage(ctx: Ctx, form: Again | undefined) {
  const head = await letterHead(ctx)
  return (
    <HeadPage
      form={form ?? { input: { ...head, postDays: String(head.postDays) }, errors: {} }}
      choices={
        <>
          <Select
            name="portal"
            label={t('deskLetters.head.portal')}
            hint={t('deskLetters.head.portal.hint')}
            options={(['mailbox', 'retrieval'] as const).map((one) => ({ value: one, label: t(`deskLetters.head.portal.${one}`) }))}
          />
          <Select
            name="postDays"
            label={t('deskLetters.head.postDays')}
            hint={t('deskLetters.head.postDays.hint')}
            options={['4', '3'].map((days) => ({ value: days, label: t(`deskLetters.head.postDays.${days}`) }))}
          />
          <Select
            name="objections"
            label={t('deskLetters.head.objections')}
            hint={t('deskLetters.head.objections.hint')}
            options={(['online', 'paper'] as const).map((one) => ({ value: one, label: t(`deskLetters.head.objections.${one}`) }))}
          />
        </>
      }
    />
  )
}
