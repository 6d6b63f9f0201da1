import { ButtonLink, Checks, EmptyState, Form, type FormState, Page, Refused, Section, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { ToPost } from '#services/letters/index.ts'
import { dayText } from '../cover/index.ts'
import { PATH } from './list-query.rules.ts'

type Props = { letters: readonly ToPost[]; today: string; form: FormState }

/** The post of the day: print all, then say that they were posted. Letters of another day are dated anew first, each at its application. */
export const PostPage = ({ letters, today, form }: Props) => {
  const ready = letters.filter(({ letterDate }) => letterDate === today)
  const old = letters.filter(({ letterDate }) => letterDate !== today)
  const more = (letters[0]?.waiting ?? 0) - letters.length
  return (
    <Page
      title={t('deskApplications.post.title')}
      lead={t('deskApplications.post.lead')}
      width="reading"
      noindex
      breadcrumbs={[
        { href: '/amt', label: t('desk.home.title') },
        { href: PATH, label: t('deskApplications.title') },
      ]}
    >
      {more > 0 ? <p>{t('deskApplications.post.more', { count: more })}</p> : null}
      {letters.length === 0 ? (
        <EmptyState icon="mail" title={t('deskApplications.post.none')} text={t('deskApplications.post.noneText')} />
      ) : null}
      {ready.length > 0 ? (
        <Section title={t('deskApplications.post.today', { count: ready.length })}>
          <p>
            <ButtonLink href="/amt/post/druck.pdf" icon="download" data={{ 'data-turbo': 'false' }}>
              {t('deskApplications.post.print', { count: ready.length })}
            </ButtonLink>
          </p>
          <Form action="/amt/post" id="post" state={form}>
            <Checks
              name="n"
              label={t('deskApplications.post.which')}
              options={ready.map((letter) => ({
                value: letter.id,
                label: `${letter.recipient}: ${letter.subject}`,
                hint: letter.number,
              }))}
              {...(form.input.n === undefined ? { value: ready.map(({ id }) => id) } : {})}
            />
            <div>
              <Submit>{t('deskApplications.post.do')}</Submit>
            </div>
          </Form>
        </Section>
      ) : (
        <Refused refusal={form.refusal} />
      )}
      {old.length > 0 ? (
        <Section title={t('deskApplications.post.old', { count: old.length })} lead={t('deskApplications.post.oldText')}>
          <ul class="plain-list">
            {old.map((letter) => (
              <li key={letter.id}>
                <a href={href(`${PATH}/${letter.number}#brief-${letter.id}`)}>
                  {letter.recipient}: {letter.subject}
                </a>{' '}
                ({letter.number}, {dayText(letter.letterDate)})
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}
