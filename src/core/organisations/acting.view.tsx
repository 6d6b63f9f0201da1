import { Choice, EmptyState, Form, type FormState, Page, Sheet, Submit } from '#design/index.ts'
import { type Locale, t } from '#platform/text.ts'
import type { actingChoices } from './acting.verbs.ts'
import { nameIn } from './organisation.rules.ts'

type ActingPageProps = {
  choices: Awaited<ReturnType<typeof actingChoices>>
  now: string | undefined
  name: string
  locale: Locale
  form: FormState
}

export const ActingPage = ({ choices, now, name, locale, form }: ActingPageProps) => (
  <Page
    title={t('organisations.acting.title')}
    lead={t('organisations.acting.lead')}
    breadcrumbs={[{ href: '/mein', label: t('design.account.mine') }]}
    width="reading"
    noindex
  >
    {choices.length === 0 ? (
      <EmptyState icon="building" title={t('organisations.acting.none')} text={t('organisations.acting.none.text')} />
    ) : (
      <Sheet>
        <Form action="/mein/handeln-fuer" state={form}>
          <Choice
            name="organisationId"
            label={t('organisations.acting.question')}
            value={now ?? 'self'}
            options={[
              { value: 'self', label: t('organisations.acting.myself', { name }) },
              ...choices.map(({ organisation, roles }) => ({
                value: organisation.id,
                label: nameIn(organisation, locale),
                hint: roles.map((role) => t(`role.${role}`)).join(', '),
              })),
            ]}
          />
          <Submit>{t('organisations.acting.save')}</Submit>
        </Form>
      </Sheet>
    )}
  </Page>
)
