import { EmptyState, FileField, Form, type FormState, Page, Section, Submit, Table, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { TakenStatement } from '#services/payments/index.ts'
import { PATH, STATEMENTS } from './paths.ts'

/** Takes in a file of the bank, and shows those that were taken. */
export const StatementPage = ({ statements, form }: { statements: readonly TakenStatement[]; form: FormState }) => (
  <Page
    title={t('deskPayments.statement')}
    lead={t('deskPayments.statement.lead')}
    width="reading"
    noindex
    breadcrumbs={[
      { href: '/amt', label: t('desk.home.title') },
      { href: PATH, label: t('deskPayments.title') },
    ]}
  >
    <Form action={STATEMENTS} state={form} files>
      <FileField
        name="file"
        label={t('deskPayments.statement.file')}
        hint={t('deskPayments.statement.hint')}
        accept=".xml,application/xml,text/xml"
      />
      <Submit>{t('deskPayments.statement.take')}</Submit>
    </Form>
    <Section title={t('deskPayments.statements')}>
      <Table
        caption={t('deskPayments.statements')}
        hideCaption
        rows={statements}
        rowKey={({ id }) => id}
        columns={[
          { key: 'at', label: t('deskPayments.statement.at'), names: true, show: ({ takenAt }) => <Time at={takenAt} /> },
          { key: 'entries', label: t('deskPayments.statement.entries'), show: ({ entries }) => entries },
          { key: 'added', label: t('deskPayments.statement.added'), show: ({ added }) => added },
          { key: 'matched', label: t('deskPayments.statement.matched'), show: ({ matched }) => matched },
        ]}
        empty={<EmptyState icon="chat" title={t('deskPayments.statements.none')} text={t('deskPayments.statements.none.text')} />}
      />
    </Section>
  </Page>
)
