import { type Column, EmptyState, Form, Page, Submit, Table } from '#design/index.ts'
import type { EmailChoice } from '#platform/module.ts'
import { t } from '#platform/text.ts'
import type { KindChoice } from './choice.verbs.ts'
import { fieldOf } from './notification.rules.ts'

const ways: readonly EmailChoice[] = ['off', 'now', 'daily']

/** Kinds by channels, as a table of boxes that any browser sends. */
export const ChoicesPage = ({ choices }: { choices: readonly KindChoice[] }) => (
  <Page
    title={t('notifications.choices.title')}
    lead={t('notifications.choices.lead')}
    breadcrumbs={[{ href: '/mein/mitteilungen', label: t('notifications.title') }]}
    noindex
  >
    {choices.length === 0 ? (
      <EmptyState icon="bell" title={t('notifications.choices.none')} />
    ) : (
      <Form action="/mein/mitteilungen/einstellungen">
        <Table caption={t('notifications.choices.title')} hideCaption columns={columns()} rows={choices} rowKey={({ kind }) => kind} />
        <Submit>{t('notifications.choices.save')}</Submit>
      </Form>
    )}
  </Page>
)

const columns = (): Column<KindChoice>[] => [
  {
    key: 'kind',
    label: t('notifications.choices.kind'),
    names: true,
    show: ({ text }) => (
      <>
        {t(text)}
        <span class="notification-choice__hint">{t(`${text}.hint`)}</span>
      </>
    ),
  },
  {
    key: 'app',
    label: t('notifications.choices.app'),
    show: (choice) =>
      choice.always ? (
        t('notifications.choices.always')
      ) : (
        <Box choice={choice} type="checkbox" name="app" value="on" checked={choice.inApp} label="app" />
      ),
  },
  ...ways.map(
    (way): Column<KindChoice> => ({
      key: way,
      label: t(`notifications.choices.email.${way}`),
      show: (choice) => <Box choice={choice} type="radio" name="email" value={way} checked={choice.email === way} label={`email.${way}`} />,
    }),
  ),
]

type BoxProps = { choice: KindChoice; type: 'checkbox' | 'radio'; name: string; value: string; checked: boolean; label: string }

const Box = ({ choice: { kind, text }, type, name, value, checked, label }: BoxProps) => (
  <label class="notification-choice">
    <input class={`kern-form-check__${type}`} type={type} name={`${name}[${fieldOf(kind)}]`} value={value} checked={checked} />
    <span class="kern-sr-only">
      {t(text)}: {t(`notifications.choices.${label}`)}
    </span>
  </label>
)
