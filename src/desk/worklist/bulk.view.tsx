import { Alert, ButtonLink, ButtonRow, EmptyState, Form, type FormState, Page, Select, Sheet, Submit, Table } from '#design/index.ts'
import { hasText, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { Holder, TextBlock } from '#services/cases/index.ts'
import { reasonKey, type StaffUnit, StateMark } from '../home/index.ts'
import { type BulkAction, bulkTable, fits, isSaying } from './bulk.rules.ts'
import type { Picked, Reach } from './bulk.sql.ts'
import type { Words } from './bulk.words.ts'
import type { BulkResult } from './bulk-result.rules.ts'
import { BulkPreview, BulkWords, Numbers, PreviewButton, reachText } from './bulk-words.view.tsx'

const back = (liste: string) => `/amt/meldungen${liste ? `?${liste}` : ''}`
const crumbs = (liste: string) => [
  { href: '/amt', label: t('desk.home.title') },
  { href: back(liste), label: t('desk.list.title') },
]

type BulkProps = {
  was: BulkAction | undefined
  liste: string
  reports: readonly Picked[]
  /** How many more were chosen than can be done at once. */
  left: number
  actions: readonly BulkAction[]
  people: readonly Holder[]
  units: readonly StaffUnit[]
  blocks: readonly TextBlock[]
  /** The filled texts, once somebody asked to see them. */
  words: ReadonlyMap<string, Words> | undefined
  /** Reports of other units. */
  notOurs: ReadonlySet<string>
  form: FormState
}

/** Which reports, what will happen to each, and what is still needed for it. */
export const BulkPage = (props: BulkProps) => {
  const { was, liste, reports, left, actions } = props
  if (reports.length === 0)
    return (
      <Page title={t('desk.bulk.title')} breadcrumbs={crumbs(liste)} noindex>
        <EmptyState icon="checklist" title={t('desk.bulk.none')} text={t('desk.bulk.noneText')}>
          <ButtonLink href={back(liste)}>{t('desk.bulk.back')}</ButtonLink>
        </EmptyState>
      </Page>
    )
  return (
    <Page title={was ? t(`desk.bulk.${was}.title`, { count: reports.length }) : t('desk.bulk.title')} breadcrumbs={crumbs(liste)} noindex>
      {left > 0 ? <Alert tone="warning" title={t('desk.bulk.tooMany')} /> : null}
      <Sheet>{was && actions.includes(was) ? <ActionForm {...props} was={was} /> : <ActionChoice {...props} />}</Sheet>
      <Chosen was={was} reports={reports} />
    </Page>
  )
}

const numbersOf = (reports: readonly Picked[]) => reports.map(({ number }) => number)

const ActionChoice = ({ actions, reports, liste }: BulkProps) => (
  <Form method="get" action="/amt/meldungen/sammel" id="choice">
    <Numbers numbers={numbersOf(reports)} liste={liste} />
    <Select
      name="was"
      label={t('desk.bulk.what')}
      options={actions.map((action) => ({ value: action, label: t(`desk.bulk.${action}`) }))}
      empty={t('desk.choose')}
    />
    <Submit>{t('desk.bulk.next')}</Submit>
  </Form>
)

const ActionForm = ({ was, reports, liste, form, people, units, blocks, words, notOurs }: BulkProps & { was: BulkAction }) => {
  const { fields, reasons = [] } = bulkTable[was]
  const fitting = reports.filter(({ state }) => fits(was, state))
  if (fitting.length === 0)
    return (
      <>
        <Alert tone="warning" title={t('desk.bulk.nothingFits')} />
        <ButtonRow>
          <ButtonLink href={back(liste)}>{t('desk.bulk.back')}</ButtonLink>
        </ButtonRow>
      </>
    )
  return (
    <Form action="/amt/meldungen/sammel" state={form} id="bulk">
      <Numbers numbers={numbersOf(fitting)} liste={liste} />
      <input type="hidden" name="was" value={was} />
      {fields.includes('person') ? (
        <Select
          name="personId"
          label={t('desk.field.person')}
          empty={t('desk.field.nobody')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {fields.includes('unit') ? (
        <Select
          name="unitId"
          label={t('desk.field.unit')}
          empty={t('desk.choose')}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {fields.includes('reason') ? (
        <Select
          name="reason"
          label={t('desk.field.reason')}
          empty={t('desk.choose')}
          options={reasons.map((reason) => ({ value: reason, label: t(reasonKey(was, reason)) }))}
        />
      ) : null}
      {fields.includes('text') || fields.includes('optionalText') ? (
        <BulkWords
          path="/amt/meldungen/sammel"
          blocks={blocks}
          label={t(`desk.bulk.${was}.text`)}
          hint={t(`desk.bulk.${was}.hint`)}
          optional={fields.includes('optionalText')}
          english={was === 'write'}
        />
      ) : null}
      <ButtonRow>
        <PreviewButton was={was} again={words !== undefined} />
        {isSaying(was) ? null : <Submit danger={was === 'end'}>{t(`desk.bulk.${was}.do`, { count: fitting.length })}</Submit>}
        <ButtonLink href={back(liste)} kind="tertiary">
          {t('desk.cancel')}
        </ButtonLink>
      </ButtonRow>
      {words ? (
        <BulkPreview
          path="/amt/meldungen"
          texts="desk.bulk.preview"
          rows={fitting}
          words={words}
          notOurs={notOurs}
          submit={(count) => t(`desk.bulk.${was}.do`, { count })}
        />
      ) : null}
    </Form>
  )
}

const Chosen = ({ was, reports }: { was: BulkAction | undefined; reports: readonly Picked[] }) => (
  <div class="desk-below">
    <Table
      caption={t('desk.bulk.chosen', { count: reports.length })}
      rows={reports}
      rowKey={({ number }) => number}
      columns={[
        { key: 'title', label: t('desk.list.column.category'), names: true, show: (row) => <Report row={row} /> },
        { key: 'place', label: t('desk.list.column.place'), show: (row) => row.placeLabel },
        { key: 'state', label: t('desk.list.column.state'), show: (row) => <StateMark state={row.state} stage={row.stage} /> },
        ...(was
          ? [
              {
                key: 'fits',
                label: t('desk.bulk.willBe'),
                show: (row: Picked) => (fits(was, row.state) ? t(`desk.bulk.${was}`) : t('desk.bulk.leftOut')),
              },
            ]
          : []),
      ]}
    />
  </div>
)

const Report = ({ row: { number, title } }: { row: Picked }) => (
  <a href={href(`/amt/meldungen/${number}`)}>
    {title} <span class="desk-number">{number}</span>
  </a>
)

const why = (code: string) =>
  /^\w{1,40}$/.test(code) && hasText(`desk.refused.${code}`) ? t(`desk.refused.${code}`) : t('desk.refused.other')

type ResultProps = {
  result: BulkResult<BulkAction>
  reports: readonly Picked[]
  mayReopen: boolean
  /** By id, where something was said: who hears of it. */
  reach: ReadonlyMap<string, Reach>
}

/** What was done, and what was not and why; ended ones can be opened again. */
export const BulkResultPage = ({ result, reports, mayReopen, reach }: ResultProps) => {
  const { was, done, failed, liste } = result
  const reasons = new Map(failed.map(({ number, code }) => [number, code]))
  const rows = [...reports].sort((a, b) => Number(reasons.has(b.number)) - Number(reasons.has(a.number)))
  const heardOf = reports.map(({ id }) => reach.get(id))
  const unheard = isSaying(was) ? done.length - heardOf.filter((one) => one && one.told > 0).length : 0
  const finished = reports.filter(({ number }) => done.includes(number))
  return (
    <Page title={t('desk.bulk.result.title')} breadcrumbs={crumbs(liste)} noindex>
      <Alert
        tone={failed.length > 0 ? 'warning' : 'success'}
        title={t('desk.bulk.result', { done: done.length, failed: failed.length })}
        live
      />
      {unheard > 0 ? <Alert tone="info" title={t('desk.bulk.result.unheard', { count: unheard })} /> : null}
      <ButtonRow>
        <ButtonLink href={back(liste)} kind="primary">
          {t('desk.bulk.back')}
        </ButtonLink>
        {was === 'end' && mayReopen && finished.length > 0 ? (
          <ButtonLink
            href={`/amt/meldungen/sammel?${new URLSearchParams([['was', 'reopen'], ['liste', liste], ...finished.map(({ number }) => ['n', number])])}`}
            icon="undo"
          >
            {t('desk.bulk.undo', { count: finished.length })}
          </ButtonLink>
        ) : null}
      </ButtonRow>
      <div class="desk-below">
        <Table
          caption={t('desk.bulk.result.table')}
          rows={rows}
          rowKey={({ number }) => number}
          mark={({ number }) => (reasons.has(number) ? 'danger' : undefined)}
          columns={[
            { key: 'title', label: t('desk.list.column.category'), names: true, show: (row) => <Report row={row} /> },
            { key: 'place', label: t('desk.list.column.place'), show: (row) => row.placeLabel },
            {
              key: 'what',
              label: t('desk.bulk.result.what'),
              show: ({ number }) => {
                const code = reasons.get(number)
                return code === undefined ? t('desk.bulk.result.done') : t('desk.bulk.result.failed', { why: why(code) })
              },
            },
            ...(isSaying(was)
              ? [
                  {
                    key: 'reach',
                    label: t('desk.bulk.result.reach'),
                    show: (row: Picked) =>
                      reasons.has(row.number) ? '–' : reachText(reach.get(row.id) ?? { parties: 0, told: 0, locale: 'de' }),
                  },
                ]
              : []),
            { key: 'state', label: t('desk.list.column.state'), show: (row) => <StateMark state={row.state} stage={row.stage} /> },
          ]}
        />
      </div>
    </Page>
  )
}
