import { Badge, ButtonLink, Form, type FormState, Refused, Section, Select, Submit, Time } from '#design/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import { Folded } from '../case/index.ts'
import { dayText } from '../cover/index.ts'
import type { ApplicationSheet } from './application.read.ts'
import { PATH } from './list-query.rules.ts'

type Letter = ApplicationSheet['application']['letters'][number]
/** A step on a letter that was refused. */
export type LetterAttempt = { id: string; state: FormState }
type Props = { sheet: ApplicationSheet; attempt?: LetterAttempt | undefined }

const tones = { draft: 'info', signed: 'accent', handedOver: 'success', withdrawn: 'neutral' } as const

/** The letters of an application: to look at, to sign, to hand over or to take back; and a new one. */
export const Letters = ({ sheet, attempt }: Props) => {
  const { letters, may, case: it } = sheet.application
  return (
    <Section title={t('deskApplications.letters.title')} id="briefe">
      {letters.length === 0 ? (
        <p class="kern-body kern-body--muted">{t('deskApplications.letters.none')}</p>
      ) : (
        <ul class="plain-list">
          {letters.map((letter) => (
            <li key={letter.id} class="sheet desk-letter" id={`brief-${letter.id}`}>
              {attempt?.id === letter.id ? <Refused refusal={attempt.state.refusal} /> : null}
              <LetterHead letter={letter} />
              {may.letter ? <LetterSteps sheet={sheet} letter={letter} /> : null}
            </li>
          ))}
        </ul>
      )}
      {may.letter && sheet.templates.length > 0 ? (
        <div class="desk-steps">
          <Folded label={t('deskApplications.letters.new')} icon="add" id="neuer-brief">
            <Form action={`${PATH}/${it.number}/briefe/neu`} method="get" id="new-letter" class="form desk-form">
              <Select
                name="vorlage"
                label={t('deskApplications.letters.template')}
                options={sheet.templates.map(({ key, name }) => ({ value: key, label: name }))}
              />
              <div>
                <Submit kind="secondary">{t('deskApplications.letters.write')}</Submit>
              </div>
            </Form>
          </Folded>
        </div>
      ) : null}
    </Section>
  )
}

const LetterHead = ({ letter }: { letter: Letter }) => (
  <>
    <p class="desk-marks">
      <strong>{letter.subject}</strong>
      <Badge tone={tones[letter.state]}>{t(`deskApplications.letter.state.${halfSigned(letter) ? 'halfSigned' : letter.state}`)}</Badge>
      <Badge>{t(`deskApplications.letter.channel.${letter.channel}`)}</Badge>
    </p>
    <p class="desk-hint">
      {[
        letter.template.name,
        letter.signedByName && t('deskApplications.letter.signedBy', { name: letter.signedByName }),
        letter.secondSignedByName && t('deskApplications.letter.signedBy', { name: letter.secondSignedByName }),
        letter.handedOverOn && t('deskApplications.letter.handedOverOn', { day: dayText(letter.handedOverOn) }),
        letter.deemedDeliveredOn && t('deskApplications.letter.deemedOn', { day: dayText(letter.deemedDeliveredOn) }),
        letter.remedyUntil && t('deskApplications.letter.remedyUntil', { day: dayText(letter.remedyUntil) }),
        letter.lapsedAt && t('deskApplications.letter.lapsed'),
      ]
        .filter(Boolean)
        .join(' · ')}
      {letter.state === 'draft' ? (
        <>
          {' · '}
          <Time at={letter.draftedAt} />
        </>
      ) : null}
    </p>
  </>
)

const halfSigned = ({ state, signedBy }: Letter) => state === 'draft' && signedBy !== undefined

const Step = ({
  sheet,
  letter,
  step,
  label,
  primary,
}: {
  sheet: ApplicationSheet
  letter: Letter
  step: string
  label: string
  primary?: boolean
}) => (
  <Form action={`${PATH}/${sheet.application.case.number}/briefe/${letter.id}/${step}`} id={`${step}-${letter.id}`} class="row-form">
    <input type="hidden" name="version" value={letter.version} />
    <input type="hidden" name="liste" value={sheet.liste} />
    <Submit kind={primary ? 'primary' : 'secondary'} small>
      {label}
      <span class="kern-sr-only">: {letter.subject}</span>
    </Submit>
  </Form>
)

/** What can be done with a letter now. */
const LetterSteps = ({ sheet, letter }: { sheet: ApplicationSheet; letter: Letter }) => {
  const at = `${PATH}/${sheet.application.case.number}/briefe/${letter.id}`
  const { state, channel, content } = letter
  const iSigned = letter.signedBy !== undefined && letter.signedBy === sheet.me
  const about = <span class="kern-sr-only">: {letter.subject}</span>
  return (
    <div class="desk-letter__steps">
      {state === 'draft' ? (
        <>
          <ButtonLink href={`${at}/vorschau.pdf`} icon="visibility" kind="secondary" small data={{ 'data-turbo': 'false' }}>
            {t('deskApplications.letter.preview')}
            {about}
          </ButtonLink>
          {iSigned ? null : (
            <Step
              sheet={sheet}
              letter={letter}
              step="unterschrift"
              label={t(halfSigned(letter) ? 'deskApplications.letter.countersign' : 'deskApplications.letter.sign')}
              primary
            />
          )}
          <ButtonLink href={at} icon="edit" kind="tertiary" small>
            {t('deskApplications.letter.change')}
            {about}
          </ButtonLink>
        </>
      ) : null}
      {letter.fileId ? (
        <a class="kern-link" href={href(`/briefe/${letter.id}`)} data-turbo="false">
          {t('deskApplications.letter.open')}
          {about}
        </a>
      ) : null}
      {state === 'signed' && channel !== 'post' ? (
        <Step sheet={sheet} letter={letter} step="uebergabe" label={t(`deskApplications.letter.handOver.${channel}`)} primary />
      ) : null}
      {state === 'signed' && channel === 'post' ? <Posting sheet={sheet} letter={letter} /> : null}
      {state === 'draft' || state === 'signed' ? (
        <Step sheet={sheet} letter={letter} step="ruecknahme" label={t('deskApplications.letter.withdraw')} />
      ) : null}
      {state === 'draft' && content.signatures === 2 && iSigned ? (
        <p class="desk-hint">{t('deskApplications.letter.waitsForSecond')}</p>
      ) : null}
    </div>
  )
}

/** A letter by post bears the day on which it is posted: an older one is dated anew first. */
const Posting = ({ sheet, letter }: { sheet: ApplicationSheet; letter: Letter }) => {
  const today = dayIn(frame().now, frame().town?.timeZone ?? 'Europe/Berlin')
  return letter.letterDate === today ? (
    <Step sheet={sheet} letter={letter} step="uebergabe" label={t('deskApplications.letter.handOver.post')} primary />
  ) : (
    <Step sheet={sheet} letter={letter} step="datum" label={t('deskApplications.letter.redate')} primary />
  )
}
