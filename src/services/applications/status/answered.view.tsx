import { exactDay, Form, Icon, Submit } from '#design/index.ts'
import { blank } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import type { PartyApplication } from './application.read.ts'
import { WordsForm } from './words.view.tsx'

type Props = { answered: NonNullable<PartyApplication['answered']>; number: string }

/** The answer of the office to an inquiry, and the two words that can be said to it. */
export const Answered = ({ answered: { reply, until }, number }: Props) => (
  <section class="sheet question" id="antwort" aria-label={t('apply.answered')}>
    <h2>
      <Icon name="chat" /> {t('apply.answered')}
    </h2>
    {reply ? <blockquote class="words words--large">{reply.text}</blockquote> : null}
    {until ? <p class="kern-body kern-body--muted">{t('apply.answered.until', { day: exactDay(until) })}</p> : null}
    <Form action={`/antraege/${number}/danke`} state={blank} id="danke">
      <div>
        <Submit icon="check">{t('apply.danke')}</Submit>
      </div>
    </Form>
    <details class="write">
      <summary class="share__open">
        <Icon name="chat" /> {t('apply.nachfrage')}
      </summary>
      <WordsForm number={number} to="nachfrage" form={blank} />
    </details>
  </section>
)
