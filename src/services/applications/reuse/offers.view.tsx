import { exactDay, Submit } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { answerWords, inWords } from '../../forms/index.ts'
import type { Offer } from './reuse.rules.ts'

/** What an earlier application knows of this page, with the words it would fill in; nothing is taken unasked. */
export const Offers = ({ offers }: { offers: readonly Offer[] }) => {
  const sources = [...new Set(offers.map(({ from }) => from))]
  return (
    <>
      {sources.map((from) => (
        <Source key={from.submission.id} offers={offers.filter((offer) => offer.from === from)} isOnly={sources.length === 1} />
      ))}
      <p class="kern-body kern-body--muted reuse__note">
        {t('reuse.note')} <a href={href('/antraege/uebernommen')}>{t('reuse.list')}</a>
      </p>
    </>
  )
}

const Source = ({ offers, isOnly }: { offers: readonly Offer[]; isOnly: boolean }) => {
  const from = offers[0]!.from
  const title = t('reuse.title', { title: from.title, day: exactDay(from.submission.sentAt) })
  return (
    <section class="sheet reuse" aria-label={title}>
      <h2 class="reuse__title">{title}</h2>
      <ul class="reuse__list">
        {offers.map(({ field, value }) => {
          const label = inWords(field.label, currentLocale())
          return (
            <li key={field.key} class="reuse__offer">
              <span>
                <span class="reuse__label">{label}</span> <span class="words">{answerWords(field, value, currentLocale())}</span>
              </span>
              <Submit kind="secondary" name="do" value={`take:${field.key}`}>
                {t('reuse.take')}
                <span class="kern-sr-only">: {label}</span>
              </Submit>
            </li>
          )
        })}
      </ul>
      {isOnly && offers.length > 1 ? (
        <Submit kind="secondary" icon="check" name="do" value="take:all">
          {t('reuse.all')}
        </Submit>
      ) : null}
    </section>
  )
}
