import type { KeptUpload } from '#core/files/index.ts'
import { Alert, Field, Form, Page, PhotoStrip, Section, type StripPhoto, Submit, Time } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import type { CasePhoto } from '../../cases/index.ts'
import { PhotoField } from '../pages/photo-field.view.tsx'
import type { PartyReport } from '../report.view.rules.ts'
import type { ObjectionState } from './objection.verbs.ts'

export const ObjectionForm = ({
  number,
  form,
  kept = [],
}: {
  number: string
  form: Again<{ text: string; photos: string[] }>
  kept?: readonly KeptUpload[]
}) => (
  <Form action={`/status/${number}/widerspruch`} files state={form} id="widersprechen">
    <Field name="text" label={t('proof.text')} hint={t('proof.text.hint')} rows={3} maxLength={2000} />
    <PhotoField kept={kept} label={t('reportForm.photos')} error={form.errors.photos} />
    <Submit icon="flag">{t('proof.send')}</Submit>
  </Form>
)

/** How much this party's word weighs: the reporter's alone, a supporter's with two others. */
const asked = (role: string, lead: ObjectionState['lead']) => {
  if (lead === 'now') return 'lead'
  if (role === 'reporter') return lead ? 'lead' : 'reporter'
  return lead ? 'supporterLead' : 'supporter'
}

const givenTexts = { now: 'proof.given.lead', next: 'proof.given.next' }

/** Why the lead did not follow, as everybody reads it. */
const decision = ({ timeline }: PartyReport) => timeline.findLast(({ kind }) => kind === 'veto.turnedDown')?.text

type Props = { report: PartyReport; objection: ObjectionState; picture: (photo: CasePhoto) => StripPhoto }

/** After the repair: the damage before, the place now, and the way to say that it is not so. */
export const Proof = ({ report, objection, picture }: Props) => {
  const marked = (role: 'before' | 'after') =>
    report.photos.filter((photo) => photo.role === role).map((photo) => ({ ...picture(photo), mark: t(`reports.photo.${role}`) }))
  const after = marked('after')
  return (
    <Section title={t('proof.title')} id="widerspruch" sheet>
      {after.length > 0 ? <PhotoStrip photos={[...marked('before'), ...after]} label={t('reports.photos')} /> : null}
      {objection.state === 'given' ? (
        <Alert tone="success" title={t('proof.given')}>
          <p>{t(objection.lead ? givenTexts[objection.lead] : 'proof.given.text')}</p>
        </Alert>
      ) : null}
      {objection.state === 'turnedDown' ? (
        <Alert tone="info" title={t('proof.turnedDown')}>
          {decision(report) ? <blockquote class="words">{decision(report)}</blockquote> : null}
          <p>{t('proof.turnedDown.text')}</p>
        </Alert>
      ) : null}
      {objection.state === 'over' ? <p class="kern-body">{t('proof.over')}</p> : null}
      {objection.state === 'open' ? (
        <>
          <p class="kern-body">
            {t(`proof.ask.${asked(report.party.role, objection.lead)}`)} {t('proof.until')} <Time at={objection.until} show="exact" />
          </p>
          <ObjectionForm number={report.number} form={{ input: { text: '', photos: [] }, errors: {} }} />
        </>
      ) : null}
    </Section>
  )
}

/** After a failed attempt: what was typed, without anything private around it. */
export const ObjectionAgainPage = (props: Parameters<typeof ObjectionForm>[0]) => (
  <Page
    title={t('proof.text')}
    preline={props.number}
    width="reading"
    noindex
    breadcrumbs={[
      { href: '/', label: t('reports.home') },
      { href: `/status/${props.number}`, label: t('party.back') },
    ]}
  >
    <ObjectionForm {...props} />
  </Page>
)
