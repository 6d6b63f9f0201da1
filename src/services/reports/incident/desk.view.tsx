import {
  Badge,
  ButtonLink,
  ButtonRow,
  Checks,
  Field,
  Form,
  type FormState,
  Page,
  Refused,
  Section,
  Sheet,
  Submit,
  Table,
  Time,
} from '#design/index.ts'
import { type Again, blank } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { Case } from '../../cases/index.ts'
import type { ReportNear } from '../report.view.rules.ts'
import type { DeskIncident } from './incident.read.ts'

const SPLIT_FORM = 'split'
/** Where these pages stand. */
export const crumbs = () => [
  { href: '/amt', label: t('desk.home.title') },
  { href: '/amt/meldungen', label: t('desk.list.title') },
]

export type IncidentPageProps = {
  it: Case
  work: boolean
  incident: DeskIncident | undefined
  /** Open reports near by that may be the same damage. */
  near: readonly ReportNear[]
  /** Number of a report that is proposed already. */
  proposed: string | undefined
  /** The form that was refused, by the last part of its address. */
  again?: { of: 'dazu' | 'anschliessen' | 'trennen' | 'rueckgaengig'; form: Again } | undefined
}

/** Which reports belong together, and the ways to change that. */
export const IncidentPage = ({ it, work, incident, near, proposed, again }: IncidentPageProps) => {
  const path = `/amt/meldungen/${it.number}/schaden`
  // Said above all forms: the one that was sent may be there no longer.
  const stateOf = (of: NonNullable<typeof again>['of']): FormState => (again?.of === of ? { ...again.form, refusalSaid: true } : blank)
  const isMember = incident?.isMember === true
  const together = (incident?.members.length ?? 0) > 0
  return (
    <Page
      title={t('incident.title')}
      preline={it.number}
      lead={t('incident.desk.lead')}
      noindex
      breadcrumbs={[...crumbs(), { href: `/amt/meldungen/${it.number}`, label: `${it.title}, ${it.placeLabel}` }]}
    >
      <Refused refusal={again?.form.refusal} />
      {incident?.last && !isMember ? <Last path={path} last={incident.last} form={stateOf('rueckgaengig')} /> : null}
      {incident && together ? (
        <Members path={path} it={it} incident={incident} work={work} form={stateOf('trennen')} />
      ) : (
        <p class="kern-body kern-body--muted">{t('incident.desk.none')}</p>
      )}
      {work && !isMember ? (
        <Section title={t('incident.desk.add')}>
          <Sheet>
            <Form action={`${path}/dazu`} state={stateOf('dazu')} id="dazu">
              {near.length > 0 ? (
                <Checks
                  name="chosen"
                  label={t('incident.desk.near')}
                  hint={t('incident.desk.nearHint')}
                  {...(again?.of === 'dazu' ? {} : { value: proposed ? [proposed] : [] })}
                  options={near.map(({ number, title, placeLabel, distanceM, sameAsset, receivedAt }) => ({
                    value: number,
                    label: `${title}, ${placeLabel} · ${number}`,
                    hint: (
                      <>
                        {sameAsset ? t('desk.near.sameAsset') : t('desk.near.metres', { metres: Math.round(distanceM) })} ·{' '}
                        <Time at={receivedAt} />
                      </>
                    ),
                  }))}
                />
              ) : null}
              <Field
                name="numbers"
                label={t('incident.desk.numbers')}
                hint={t('incident.desk.numbersHint')}
                maxLength={400}
                optional={near.length > 0}
              />
              <Submit icon="people">{t('incident.desk.merge')}</Submit>
            </Form>
          </Sheet>
        </Section>
      ) : null}
      {work && !isMember && !it.closedAt ? (
        <Section title={t('incident.desk.join')}>
          <Sheet>
            <Form action={`${path}/anschliessen`} state={stateOf('anschliessen')} id="anschliessen">
              <Field
                name="into"
                label={t('incident.desk.into')}
                maxLength={20}
                width="medium"
                {...(again?.of === 'anschliessen' || !proposed ? {} : { value: proposed })}
              />
              <Submit kind="secondary">{t('incident.desk.joinDo')}</Submit>
            </Form>
          </Sheet>
        </Section>
      ) : null}
      <ButtonRow>
        <ButtonLink href={`/amt/meldungen/${it.number}`} kind="tertiary" icon="arrow-back">
          {t('incident.desk.back')}
        </ButtonLink>
      </ButtonRow>
    </Page>
  )
}

const Last = ({ path, last, form }: { path: string; last: NonNullable<DeskIncident['last']>; form: FormState }) => (
  <Sheet>
    <Form action={`${path}/rueckgaengig`} state={form} id="undo">
      <p>
        {t(`incident.desk.last.${last.kind}`, { count: last.count })}
        {last.who ? `, ${last.who}` : ''} · <Time at={last.at} />
      </p>
      {last.mayUndo ? (
        <Submit kind="secondary" icon="undo">
          {t('incident.desk.undo')}
        </Submit>
      ) : (
        <p class="kern-body kern-body--small kern-body--muted">{t('incident.desk.noUndo')}</p>
      )}
    </Form>
  </Sheet>
)

type MembersProps = { path: string; it: Case; incident: DeskIncident; work: boolean; form: FormState }

const Members = ({ path, it, incident, work, form }: MembersProps) => {
  const { head, members, isMember } = incident
  return (
    <Section title={t('incident.count', { count: members.length + 1 })}>
      <Table
        caption={t('incident.count', { count: members.length + 1 })}
        hideCaption
        rows={[head, ...members]}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'title',
            label: t('desk.list.column.category'),
            names: true,
            show: (row) => (
              <a href={href(`/amt/meldungen/${row.number}`)} aria-current={row.id === it.id ? 'page' : undefined}>
                {row.title} <span class="desk-number">{row.number}</span>
              </a>
            ),
          },
          { key: 'place', label: t('desk.list.column.place'), show: (row) => row.placeLabel },
          { key: 'received', label: t('desk.list.column.received'), show: (row) => <Time at={row.receivedAt} /> },
          {
            key: 'state',
            label: t('desk.list.column.state'),
            show: (row) =>
              row.id === head.id ? (
                <Badge tone="info" icon="arrow-forward">
                  {t('incident.desk.goesOn')}
                </Badge>
              ) : (
                t('incident.desk.rests', { state: t(`report.state.${row.state}`) })
              ),
          },
          ...(work && !isMember
            ? [
                {
                  key: 'split',
                  label: t('incident.desk.take'),
                  show: (row: Case) =>
                    row.id === head.id ? null : (
                      <label class="table__check">
                        <input type="checkbox" name="numbers" value={row.number} form={SPLIT_FORM} />
                        <span class="kern-sr-only">{t('incident.desk.select', { title: row.title, number: row.number })}</span>
                      </label>
                    ),
                },
              ]
            : []),
        ]}
      />
      {work ? (
        <div class="desk-below">
          <Form action={`${path}/trennen`} state={form} id={SPLIT_FORM} class="form desk-form">
            {isMember ? <input type="hidden" name="numbers" value={it.number} /> : null}
            <Submit kind="secondary" icon="share">
              {t(isMember ? 'incident.desk.splitOne' : 'incident.desk.split')}
            </Submit>
          </Form>
        </div>
      ) : null}
    </Section>
  )
}
