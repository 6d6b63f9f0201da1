import type { Listener } from '#platform/module.ts'
import { changeCase, lockCase } from '../cases/case.sql.ts'
import { letterEvents } from '../letters/letter/letter.events.ts'
import { letterById, lettersOf } from '../letters/letter/letter.sql.ts'
import { templateById } from '../letters/template/template.sql.ts'
import { changeApplication } from './application.sql.ts'
import { runningOf } from './carry-out.ts'
import { waitsForIn } from './waiting.rules.ts'

/** A notice that nobody fetched is not known (§ 41 Abs. 2a VwVfG): its application waits for its letter again. */
export const letterLapsed: Listener = {
  name: 'application.letterLapsed',
  kinds: [letterEvents.lapsed.kind],
  react: async (ctx, { about }) => {
    const letter = await letterById(ctx, about.find(({ type }) => type === 'letter')?.id ?? '')
    const it = letter && (await lockCase(ctx, { id: letter.caseId }))
    const running = it && (await runningOf(ctx, it))
    if (!running || running.application.letterOutOn !== letter.handedOverOn) return
    const key = (await templateById(ctx, letter.templateId))?.key
    if (!running.workflow.steps.some((step) => step.event === 'delivered' && step.letter === key)) return
    const sent = (await lettersOf(ctx, it.id, 'parties')).filter(({ templateId }) => templateId === letter.templateId)
    if (sent.some(({ lapsedAt }) => !lapsedAt)) return
    await changeApplication(ctx, it.id, { letter_out_on: null })
    await changeCase(ctx, it.id, { waitsFor: waitsForIn(running.workflow, it.state) ?? null })
  },
}
