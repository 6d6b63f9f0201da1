import { Form, Select, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { type BulkAction, bulkActions } from './bulk.rules.ts'
import type { WorkList } from './list.read.ts'
import { hereOf } from './list-shown.ts'
import { ACCEPT_FORM, BULK_FORM } from './list-table.view.tsx'

const possible = ({ may }: WorkList): BulkAction[] =>
  bulkActions.filter((action) => (action === 'route' ? may.route : action === 'reopen' ? may.reopen : may.work))

/** What is to be done with the ticked rows; stays in sight as soon as one is ticked. */
export const BulkBar = ({ list }: { list: WorkList }) =>
  list.may.work ? (
    <Form method="get" action="/amt/meldungen/sammel" id={BULK_FORM} class="bulk-bar">
      <input type="hidden" name="liste" value={hereOf(list)} />
      <Select
        name="was"
        label={t('desk.bulk.with')}
        empty={t('desk.choose')}
        options={possible(list).map((action) => ({ value: action, label: t(`desk.bulk.${action}`) }))}
      />
      <Submit kind="secondary">{t('desk.bulk.next')}</Submit>
      <Submit kind="tertiary" icon="print" formAction="/amt/tour">
        {t('tour.make')}
      </Submit>
      <Submit kind="tertiary" icon="people" formAction="/amt/verbinden">
        {t('incident.bulk')}
      </Submit>
    </Form>
  ) : null

/** The buttons in the rows belong to this form. */
export const RowForms = ({ list }: { list: WorkList }) =>
  list.may.work ? (
    <Form action="/amt/meldungen/annehmen" id={ACCEPT_FORM} class="row-form">
      <input type="hidden" name="liste" value={hereOf(list)} />
    </Form>
  ) : null
