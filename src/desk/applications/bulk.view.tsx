import {
  Alert,
  ButtonLink,
  ButtonRow,
  EmptyState,
  Field,
  Form,
  type FormState,
  Page,
  Select,
  Sheet,
  StageBadge,
  Submit,
  Table,
} from '#design/index.ts'
import { currentLocale, hasText, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { ChosenApplication } from '#services/applications/index.ts'
import { BulkPreview, type BulkResult, BulkWords, type BulkWordsOf, Numbers, type Reach, reachText, withList } from '../worklist/index.ts'
import type { BulkSheet } from './bulk.read.ts'
import { actionOf, type BulkAction, sharedSteps, stepIn } from './bulk.rules.ts'
import { PATH } from './list-query.rules.ts'

export const BULK = `${PATH}/sammel`

const inWords = (words: { de: string; en: string }): string => words[currentLocale()] || words.de
const crumbs = (liste: string) => [
  { href: '/amt', label: t('desk.home.title') },
  { href: withList(PATH, liste), label: t('deskApplications.title') },
]
const count = (chosen: readonly unknown[]) => ({ count: chosen.length })
const numbersOf = (chosen: readonly ChosenApplication[]) => chosen.map(({ case: it }) => it.number)

type Props = { sheet: BulkSheet; form: FormState; words?: ReadonlyMap<string, BulkWordsOf> | undefined }

/** Which applications, what will happen to each, and what is still needed for it. */
export const BulkPage = ({ sheet, form, words }: Props) => {
  const { draft, chosen, left } = sheet
  if (chosen.length === 0)
    return (
      <Page title={t('deskApplications.bulk.title')} breadcrumbs={crumbs(draft.liste)} noindex>
        <EmptyState icon="checklist" title={t('deskApplications.bulk.none')} text={t('deskApplications.bulk.noneText')}>
          <ButtonLink href={withList(PATH, draft.liste)}>{t('desk.bulk.back')}</ButtonLink>
        </EmptyState>
      </Page>
    )
  const chooses = draft.was === undefined || draft.was === 'schritt'
  return (
    <Page title={titleOf(sheet)} breadcrumbs={crumbs(draft.liste)} noindex>
      {left > 0 ? <Alert tone="warning" title={t('deskApplications.bulk.tooMany')} /> : null}
      <Sheet>{chooses ? <ActionChoice sheet={sheet} /> : <ActionForm sheet={sheet} form={form} words={words} was={draft.was!} />}</Sheet>
      <Chosen sheet={sheet} />
    </Page>
  )
}

function titleOf({ draft: { was }, step, chosen }: BulkSheet): string {
  if (step) return t('deskApplications.bulk.step.title', { step: inWords(step.words), ...count(chosen) })
  return was === 'assign' || was === 'write' ? t(`deskApplications.bulk.${was}.title`, count(chosen)) : t('deskApplications.bulk.title')
}

/** What all of them allow. */
const ActionChoice = ({ sheet: { draft, chosen, shared } }: { sheet: BulkSheet }) => (
  <Form method="get" action={BULK} id="choice">
    <Numbers numbers={numbersOf(chosen)} liste={draft.liste} />
    <Select
      name="was"
      label={t('desk.bulk.what')}
      hint={t(shared.length > 0 ? 'deskApplications.bulk.shared' : 'deskApplications.bulk.noneShared')}
      empty={t('desk.choose')}
      options={[
        ...shared.map(({ key, words }) => ({ value: actionOf(key), label: inWords(words) })),
        { value: 'assign', label: t('deskApplications.bulk.assign') },
        { value: 'write', label: t('deskApplications.bulk.write') },
      ]}
    />
    <Submit>{t('desk.bulk.next')}</Submit>
  </Form>
)

const ActionForm = ({ sheet, form, words, was }: Props & { was: BulkAction }) => {
  const { draft, chosen, step, blocked, people, blocks } = sheet
  const fitting = chosen.filter(({ case: it }) => !blocked.has(it.number))
  if (fitting.length === 0 || (stepIn(was) !== undefined && !step))
    return (
      <>
        <Alert tone="warning" title={t('deskApplications.bulk.nothingFits')} />
        <ButtonRow>
          <ButtonLink href={withList(PATH, draft.liste)}>{t('desk.bulk.back')}</ButtonLink>
        </ButtonRow>
      </>
    )
  const does = step
    ? t('deskApplications.bulk.step.do', { step: inWords(step.words), ...count(fitting) })
    : t(`deskApplications.bulk.${was}.do`, count(fitting))
  const saying = was === 'write'
  return (
    <Form action={BULK} state={form} id="bulk">
      <Numbers numbers={numbersOf(fitting)} liste={draft.liste} />
      <input type="hidden" name="was" value={was} />
      {was === 'assign' ? (
        <Select
          name="personId"
          label={t('desk.field.person')}
          hint={t('deskApplications.bulk.assign.hint')}
          empty={t('desk.field.nobody')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {step?.needs.includes('reason') ? (
        <Select
          name="reason"
          label={t('desk.field.reason')}
          empty={t('desk.choose')}
          options={step.reasons.map(({ key, words: reason }) => ({ value: key, label: inWords(reason) }))}
        />
      ) : null}
      {step?.needs.includes('text') ? (
        <Field
          name="text"
          rows={4}
          maxLength={4000}
          label={t(`deskApplications.field.text.${step.audience}`)}
          hint={t(`deskApplications.field.text.${step.audience}.hint`)}
        />
      ) : null}
      {saying ? (
        <BulkWords path={BULK} blocks={blocks} label={t('desk.message.text')} hint={t('deskApplications.bulk.write.hint')} english />
      ) : null}
      <ButtonRow>
        {saying ? (
          <Submit kind={words ? 'secondary' : 'primary'} icon="visibility" formAction={`${BULK}/vorschau`}>
            {t(words ? 'desk.bulk.preview.again' : 'desk.bulk.preview.do')}
          </Submit>
        ) : (
          <Submit danger={step?.event === 'ended'}>{does}</Submit>
        )}
        <ButtonLink href={withList(PATH, draft.liste)} kind="tertiary">
          {t('desk.cancel')}
        </ButtonLink>
      </ButtonRow>
      {words ? (
        <BulkPreview
          path={PATH}
          texts="deskApplications.bulk.preview"
          rows={fitting.map(({ case: it }) => it)}
          words={words}
          notOurs={new Set()}
          submit={(going) => t('deskApplications.bulk.write.do', { count: going })}
        />
      ) : null}
    </Form>
  )
}

const why = (code: string): string => {
  const known = ['desk.refused.', 'refusal.'].map((prefix) => prefix + code).find((key) => /^[\w.]{1,60}$/.test(code) && hasText(key))
  return t(known ?? 'deskApplications.bulk.other')
}

const Subject = ({ it }: { it: ChosenApplication['case'] }) => (
  <a href={href(`${PATH}/${it.number}`)}>
    {it.title} <span class="desk-number">{it.number}</span>
  </a>
)

const commonColumns = [
  { key: 'title', label: () => t('deskApplications.column.service') },
  { key: 'state', label: () => t('deskApplications.column.state') },
] as const

const Chosen = ({ sheet: { draft, chosen, step, blocked } }: { sheet: BulkSheet }) => {
  const will = step
    ? inWords(step.words)
    : draft.was === 'assign' || draft.was === 'write'
      ? t(`deskApplications.bulk.${draft.was}`)
      : undefined
  return (
    <div class="desk-below">
      <Table
        caption={t('deskApplications.bulk.chosen', count(chosen))}
        rows={chosen}
        rowKey={({ case: it }) => it.number}
        mark={({ case: it }) => (blocked.has(it.number) ? 'warning' : undefined)}
        columns={[
          { key: commonColumns[0].key, label: commonColumns[0].label(), names: true, show: ({ case: it }) => <Subject it={it} /> },
          {
            key: commonColumns[1].key,
            label: commonColumns[1].label(),
            show: ({ case: it, stateWords }) => <StageBadge stage={it.stage} label={inWords(stateWords)} />,
          },
          ...(will
            ? [
                {
                  key: 'will',
                  label: t('desk.bulk.willBe'),
                  show: ({ case: it }: ChosenApplication) => {
                    const code = blocked.get(it.number)
                    return code ? t('deskApplications.bulk.leftOut', { why: why(code) }) : will
                  },
                },
              ]
            : []),
        ]}
      />
    </div>
  )
}

type ResultProps = { result: BulkResult; chosen: readonly ChosenApplication[]; reach: ReadonlyMap<string, Reach> }

/** What was done, and what was not and why; what was ended can be taken up again where the workflow allows it. */
export const BulkResultPage = ({ result: { was, done, failed, liste }, chosen, reach }: ResultProps) => {
  const reasons = new Map(failed.map(({ number, code }) => [number, code]))
  const rows = [...chosen].sort((a, b) => Number(reasons.has(b.case.number)) - Number(reasons.has(a.case.number)))
  const finished = chosen.filter(({ case: it }) => done.includes(it.number))
  const back = finished.length === 0 ? undefined : sharedSteps(finished).find(({ event }) => event === 'reopened')
  return (
    <Page title={t('desk.bulk.result.title')} breadcrumbs={crumbs(liste)} noindex>
      <Alert
        tone={failed.length > 0 ? 'warning' : 'success'}
        title={t('deskApplications.bulk.result', { done: done.length, failed: failed.length })}
        live
      />
      <ButtonRow>
        <ButtonLink href={withList(PATH, liste)} kind="primary">
          {t('desk.bulk.back')}
        </ButtonLink>
        {back && finished.every(({ case: it }) => it.closedAt) ? (
          <ButtonLink
            href={`${BULK}?${new URLSearchParams([['was', actionOf(back.key)], ['liste', liste], ...numbersOf(finished).map((number) => ['n', number])])}`}
            icon="undo"
          >
            {t('deskApplications.bulk.undo', count(finished))}
          </ButtonLink>
        ) : null}
      </ButtonRow>
      <div class="desk-below">
        <Table
          caption={t('deskApplications.bulk.result.table')}
          rows={rows}
          rowKey={({ case: it }) => it.number}
          mark={({ case: it }) => (reasons.has(it.number) ? 'danger' : undefined)}
          columns={[
            { key: commonColumns[0].key, label: commonColumns[0].label(), names: true, show: ({ case: it }) => <Subject it={it} /> },
            {
              key: 'what',
              label: t('desk.bulk.result.what'),
              show: ({ case: it }) => {
                const code = reasons.get(it.number)
                return code === undefined ? t('desk.bulk.result.done') : t('desk.bulk.result.failed', { why: why(code) })
              },
            },
            ...(was === 'write'
              ? [
                  {
                    key: 'reach',
                    label: t('desk.bulk.result.reach'),
                    show: ({ case: it }: ChosenApplication) =>
                      reasons.has(it.number) ? '–' : reachText(reach.get(it.id) ?? { parties: 0, told: 0, locale: 'de' }),
                  },
                ]
              : []),
            {
              key: commonColumns[1].key,
              label: commonColumns[1].label(),
              show: ({ case: it, stateWords }) => <StageBadge stage={it.stage} label={inWords(stateWords)} />,
            },
          ]}
        />
      </div>
    </Page>
  )
}
