import { Badge, ButtonLink, ButtonRow, EmptyState, Field, Form, type FormState, Page, Section, Submit, Table, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { ListedTemplate } from '#services/letters/index.ts'
import { HEAD_PATH, PATH } from './paths.ts'

export const breadcrumbs = [
  { href: '/verwaltung', label: () => t('administration.title') },
  { href: PATH, label: () => t('deskLetters.title') },
]
export const trail = (depth: 1 | 2) => breadcrumbs.slice(0, depth).map(({ href: to, label }) => ({ href: to, label: label() }))

export const TemplatesPage = ({ templates }: { templates: readonly ListedTemplate[] }) => (
  <Page
    title={t('deskLetters.title')}
    lead={t('deskLetters.lead')}
    width="wide"
    noindex
    breadcrumbs={trail(1)}
    actions={
      <ButtonRow>
        <ButtonLink href={`${PATH}/neu`} icon="add" kind="primary">
          {t('deskLetters.new')}
        </ButtonLink>
        <ButtonLink href={HEAD_PATH} kind="secondary">
          {t('deskLetters.head')}
        </ButtonLink>
      </ButtonRow>
    }
  >
    <Table
      caption={t('deskLetters.title')}
      hideCaption
      rows={templates}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="chat" title={t('deskLetters.empty')} text={t('deskLetters.lead')} />}
      columns={[
        {
          key: 'name',
          label: t('deskLetters.name'),
          names: true,
          show: ({ id, name, closedAt }) => (
            <>
              <a href={href(`${PATH}/${id}`)}>{name}</a> {closedAt ? <Badge>{t('deskLetters.closed')}</Badge> : null}
            </>
          ),
        },
        { key: 'key', label: t('deskLetters.key'), show: ({ key }) => <code>{key}</code> },
        { key: 'state', label: t('deskLetters.state'), show: (one) => stateText(one) },
        { key: 'changed', label: t('deskLetters.changed'), show: ({ changedAt }) => (changedAt ? <Time at={changedAt} /> : '') },
      ]}
    />
  </Page>
)

const stateText = ({ published, draft }: ListedTemplate): string =>
  [
    published === undefined ? t('deskLetters.neverPublished') : t('deskLetters.published', { version: published }),
    ...(draft === undefined ? [] : [t('deskLetters.hasDraft')]),
  ].join(', ')

export const NewTemplatePage = ({ form }: { form: FormState }) => (
  <Page title={t('deskLetters.new')} noindex breadcrumbs={trail(2)}>
    <Form action={PATH} state={form} id="neu">
      <Field name="name" label={t('deskLetters.name')} hint={t('deskLetters.name.hint')} maxLength={120} autocomplete="off" />
      <Field name="key" label={t('deskLetters.key')} hint={t('deskLetters.key.hint')} maxLength={60} autocomplete="off" />
      <div>
        <Submit>{t('deskLetters.make')}</Submit>
      </div>
    </Form>
  </Page>
)

const headFields = {
  sender: ['name', 'subtitle', 'street', 'city', 'phone', 'email', 'web', 'hours'],
  account: ['bank', 'iban', 'bic'],
  remedy: ['objectionBody', 'objectionSeat', 'court', 'courtSeat'],
} as const

export const HeadPage = ({ form, choices }: { form: FormState; choices: preact.ComponentChildren }) => (
  <Page title={t('deskLetters.head')} lead={t('deskLetters.head.lead')} noindex breadcrumbs={trail(2)}>
    <Form action={HEAD_PATH} state={form} id="kopf">
      {(Object.keys(headFields) as (keyof typeof headFields)[]).map((group) => (
        <Section key={group} title={t(`deskLetters.head.${group}`)} sheet>
          <div class="form">
            {headFields[group].map((name) => (
              <Field
                key={name}
                name={name}
                label={t(`deskLetters.head.${name}`)}
                maxLength={120}
                optional={name !== 'name'}
                autocomplete="off"
              />
            ))}
          </div>
        </Section>
      ))}
      <Section title={t('deskLetters.head.delivery')} sheet>
        <div class="form">{choices}</div>
      </Section>
      <div>
        <Submit>{t('deskLetters.save')}</Submit>
      </div>
    </Form>
  </Page>
)
