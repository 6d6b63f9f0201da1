import { Badge, Button, ButtonRow, type Column, EmptyState, Form, Section, Submit, Table, Time } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import type { Chosen, Trouble } from './operations.rules.ts'

const PATH = '/verwaltung/betrieb'

/** Jobs that failed, with what can be done about them: chosen ones, or all. */
export const TroubleList = ({ troubles, form }: { troubles: readonly Trouble[]; form: Again<Chosen> }) => (
  <Section title={t('operations.troubles')} lead={troubles.length > 0 ? t('operations.troubles.lead') : undefined}>
    {troubles.length === 0 ? (
      <EmptyState icon="success" title={t('operations.troubles.none')} />
    ) : (
      <>
        <Table
          caption={t('operations.troubles')}
          hideCaption
          columns={columns()}
          rows={troubles}
          rowKey={({ id }) => String(id)}
          select={{ name: 'ids', form: 'troubles', value: ({ id }) => String(id), label: ({ id, task }) => `${task} ${id}` }}
          mark={({ givenUp }) => (givenUp ? 'danger' : undefined)}
        />
        <div class="operations__steps">
          <Form action={`${PATH}/wiederholen`} id="troubles" state={{ ...form, errors: {} }}>
            <ButtonRow>
              <Submit icon="autorenew">{t('operations.retry')}</Submit>
              <Button type="submit" danger kind="tertiary" icon="delete" formAction={`${PATH}/entfernen`}>
                {t('operations.remove')}
              </Button>
            </ButtonRow>
          </Form>
          <Form action={`${PATH}/wiederholen`} id="all-troubles">
            <input type="hidden" name="all" value="1" />
            <Submit kind="secondary">{t('operations.retryAll')}</Submit>
          </Form>
        </div>
      </>
    )}
  </Section>
)

const columns = (): Column<Trouble>[] => [
  { key: 'task', label: t('operations.task'), names: true, show: ({ task, id }) => `${task} · ${id}` },
  {
    key: 'state',
    label: t('operations.state'),
    show: ({ givenUp }) => (
      <Badge tone={givenUp ? 'danger' : 'warning'} icon={givenUp ? 'danger' : 'clock'}>
        {t(givenUp ? 'operations.givenUp' : 'operations.troubled')}
      </Badge>
    ),
  },
  { key: 'error', label: t('operations.error'), show: ({ error }) => error || '–' },
  { key: 'attempts', label: t('operations.attempts'), numeric: true, show: ({ attempts }) => attempts },
  { key: 'since', label: t('operations.since'), show: ({ createdAt }) => <Time at={createdAt} /> },
  { key: 'next', label: t('operations.next'), show: ({ givenUp, runAt }) => (givenUp ? '–' : <Time at={runAt} />), minor: true },
]
