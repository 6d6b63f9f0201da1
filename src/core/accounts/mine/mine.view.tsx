import type { ComponentChildren } from 'preact'
import { Choice, DefinitionList, Field, Form, type FormState, Page, Section, Submit, Tabs, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { Account } from '../account.rules.ts'

const tabs = [
  ['profile', '/mein/konto'],
  ['security', '/mein/konto/sicherheit'],
  ['devices', '/mein/konto/geraete'],
  ['log', '/mein/konto/verlauf'],
  ['data', '/mein/konto/daten'],
] as const

/** The account's rooms, each with its own address. */
export const MyPage = ({ at, children }: { at: (typeof tabs)[number][0]; children: ComponentChildren }) => (
  <Page title={t('accounts.mine.title')} noindex>
    <Tabs
      label={t('accounts.mine.title')}
      items={tabs.map(([name, path]) => ({ href: path, label: t(`accounts.mine.${name}`), current: name === at }))}
    />
    {children}
  </Page>
)

/** A page of one step inside the account. */
export const MyStep = ({ title, lead, children }: { title: string; lead?: ComponentChildren; children: ComponentChildren }) => (
  <Page title={title} lead={lead} width="reading" noindex breadcrumbs={[{ href: '/mein/konto', label: t('accounts.mine.title') }]}>
    {children}
  </Page>
)

export const ProfilePage = ({ account, form }: { account: Account; form: FormState }) => (
  <MyPage at="profile">
    <Section title={t('accounts.mine.you')} sheet>
      <Form action="/mein/konto/profil" state={form}>
        <Field name="name" label={t('accounts.name')} hint={t('accounts.nameHint')} autocomplete="name" maxLength={200} width="medium" />
        <Choice
          name="locale"
          label={t('accounts.mine.language')}
          hint={t('accounts.mine.languageHint')}
          horizontal
          options={[
            { value: 'de', label: 'Deutsch' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Submit>{t('accounts.save')}</Submit>
      </Form>
    </Section>
    <Section title={t('accounts.email')} sheet>
      <DefinitionList
        items={[
          { term: t('accounts.mine.address'), value: account.email },
          { term: t('accounts.mine.since'), value: <Time at={account.createdAt} show="day" /> },
        ]}
      />
      <p class="account-further">
        <a class="kern-link" href={href('/mein/konto/email')}>
          {t('accounts.newEmail.title')}
        </a>
      </p>
    </Section>
  </MyPage>
)

export const NewEmailPage = ({ form, email }: { form: FormState; email: string }) => (
  <MyStep title={t('accounts.newEmail.title')} lead={t('accounts.newEmail.lead', { email })}>
    <Section title={t('accounts.newEmail.new')} sheet>
      <Form action="/mein/konto/email" state={form}>
        <Field name="email" type="email" label={t('accounts.newEmail.new')} autocomplete="email" width="medium" hideLabel />
        <Submit>{t('accounts.newEmail.go')}</Submit>
      </Form>
    </Section>
  </MyStep>
)
