import {
  Alert,
  Badge,
  ButtonLink,
  ButtonRow,
  ConfirmButton,
  DefinitionList,
  Field,
  Form,
  Page,
  Section,
  Submit,
  Time,
} from '#design/index.ts'
import { type Again, blank } from '#platform/http/route.ts'
import { currentLocale, t } from '#platform/text.ts'
import { showCode } from '../../cases/index.ts'
import { inWords } from '../../forms/index.ts'
import type { OpenDraft } from '../draft.rules.ts'
import { crumbs } from '../pages/page.view.tsx'
import { draftPath } from '../pages/paths.ts'
import { type Cosigner, type CosignerState, MOST_LINKS, stateAt } from './cosign.rules.ts'
import { codeOf } from './keys.ts'
import { waitingPath } from './paths.ts'

type Props = { open: OpenDraft; cosigners: readonly Cosigner[]; now: Date; tried?: { person: string; form: Again } | undefined }

const tones = { asked: 'info', signed: 'success', declined: 'danger', expired: 'warning' } as const satisfies Record<CosignerState, string>

/** Who has signed and who has not, for who wrote it: send the link again, change the address, take the request back. */
export const WaitingPage = ({ open: { draft, form }, cosigners, now, tried }: Props) => {
  const open = cosigners.filter(({ state }) => state !== 'signed')
  // A form that names nobody is shown again at the first who could be meant.
  const triedFor = tried && (cosigners.find(({ person }) => person === tried.person) ?? open[0])?.person
  return (
    <Page
      title={t('cosign.waiting.title')}
      preline={inWords(form.title, currentLocale())}
      lead={t('cosign.waiting.lead', { names: open.map(({ name }) => name).join(', ') })}
      width="reading"
      noindex
      breadcrumbs={crumbs()}
    >
      {cosigners.map((it) => (
        <One
          key={it.person}
          it={it}
          state={stateAt(it, now)}
          form={tried && triedFor === it.person ? tried.form : blank}
          tried={triedFor === it.person}
        />
      ))}
      <Alert tone="info" title={t('cosign.waiting.notSent')}>
        <p>{t('cosign.waiting.notSent.text')}</p>
      </Alert>
      <ConfirmButton
        action={`${waitingPath(draft.id)}/zuruecknehmen`}
        label={t('cosign.takeBack')}
        consequence={<p>{t('cosign.takeBack.text')}</p>}
        confirm={t('cosign.takeBack.confirm')}
        icon="undo"
      />
      <ButtonRow>
        <ButtonLink href={`${draftPath(draft.id)}/spaeter`} kind="tertiary" icon="clock">
          {t('cosign.waiting.later')}
        </ButtonLink>
        <ButtonLink href="/antraege" kind="tertiary">
          {t('apply.mine.title')}
        </ButtonLink>
      </ButtonRow>
    </Page>
  )
}

const One = ({ it, state, form, tried }: { it: Cosigner; state: CosignerState; form: Again; tried: boolean }) => (
  <Section title={it.name}>
    <p>
      <Badge tone={tones[state]}>{t(`cosign.state.${state}`)}</Badge>
    </p>
    <DefinitionList
      items={[
        { term: t('cosign.waiting.email'), value: it.email },
        { term: t('cosign.waiting.asked'), value: <Time at={it.askedAt} /> },
        {
          term: t('cosign.waiting.until'),
          value: state === 'asked' || state === 'expired' ? <Time at={it.expiresAt} show="day" /> : undefined,
        },
        { term: t(`cosign.waiting.at.${state === 'signed' ? 'signed' : 'declined'}`), value: it.answeredAt && <Time at={it.answeredAt} /> },
        { term: t('cosign.waiting.signedAs'), value: it.signedName },
        { term: t('cosign.waiting.reason'), value: it.reason && <span class="words">{it.reason}</span> },
      ]}
    />
    {state === 'asked' ? (
      <div class="sheet receipt__slip">
        <dl class="receipt__facts">
          <div>
            <dt>{t('cosign.waiting.code')}</dt>
            <dd class="receipt__code">{showCode(codeOf(it.secretHash))}</dd>
          </div>
        </dl>
        <p class="receipt__keep">{t('cosign.waiting.code.text', { name: it.name })}</p>
      </div>
    ) : null}
    {state === 'signed' ? null : it.links < MOST_LINKS ? (
      <details class="write" open={tried || state !== 'asked'}>
        <summary class="share__open">{t('cosign.again')}</summary>
        <Form id={`again-${it.person}`} action={`${waitingPath(it.draftId)}/erneut`} state={form}>
          <input type="hidden" name="person" value={it.person} />
          <Field
            name="email"
            type="email"
            label={t('cosign.again.email', { name: it.name })}
            hint={t('cosign.again.hint')}
            value={String(form.input.email ?? it.email)}
            maxLength={320}
            autocomplete="off"
          />
          <Submit kind="secondary" icon="send">
            {t('cosign.again.send')}
          </Submit>
        </Form>
      </details>
    ) : (
      <p>{t('refusal.tooManyLinks', { count: MOST_LINKS })}</p>
    )}
  </Section>
)
