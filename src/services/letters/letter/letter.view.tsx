import type { ComponentChildren } from 'preact'
import { ButtonLink, EmptyState, Form, type FormState, Page, Refused, Submit, Time } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { longDay } from '../remedy/notice.rules.ts'
import { type Letter, openToParties, waitsForRetrieval } from './letter.rules.ts'

/** Where a letter could not be fetched. */
export const RetrievalPage = ({ form }: { form: FormState }) => (
  <Page title={t('letters.party.title')} noindex>
    <Refused refusal={form.refusal} />
  </Page>
)

/** The letters of a case for who began it. */
export const PartyLettersPage = ({ number, title, ...shown }: { number: string; title: string } & PartyLettersProps) => (
  <Page
    title={t('letters.party.title')}
    preline={number}
    lead={title}
    width="reading"
    noindex
    breadcrumbs={[{ href: `/status/${number}`, label: number }]}
  >
    {shown.letters.length === 0 ? <EmptyState icon="chat" title={t('letters.party.empty')} text={t('letters.party.empty.text')} /> : null}
    <PartyLetters {...shown} />
  </Page>
)

/** `remedies` is what can be done against a letter, by its id. */
type PartyLettersProps = { letters: readonly Letter[]; remedies: ReadonlyMap<string, ComponentChildren>; today: string }

/** To open, or to fetch where they have to be fetched; for any page of the case. Nothing where there are none. */
const PartyLetters = ({ letters, remedies, today }: PartyLettersProps) =>
  letters.length === 0 ? null : (
    <ul class="plain-list" id="briefe">
      {letters.map((letter) => (
        <li key={letter.id}>
          <PartyLetter letter={letter} remedy={remedies.get(letter.id)} today={today} />
        </li>
      ))}
    </ul>
  )

const PartyLetter = ({ letter, remedy, today }: { letter: Letter; remedy: ComponentChildren; today: string }) => (
  <>
    <p>
      <strong>{letter.subject}</strong>
      {letter.handedOverAt ? (
        <>
          {' · '}
          <Time at={letter.handedOverAt} show="day" />
        </>
      ) : null}
    </p>
    {letter.remedyUntil && !remedy ? <p>{t('letters.party.remedy', { day: longDay(letter.remedyUntil, currentLocale()) })}</p> : null}
    {openToParties(letter) ? (
      <ButtonLink href={`/briefe/${letter.id}`} kind="secondary">
        {t('letters.party.open')}
      </ButtonLink>
    ) : waitsForRetrieval(letter, today) ? (
      <Form action={`/briefe/${letter.id}/abruf`} id={`abruf-${letter.id}`}>
        <p>{t('letters.party.retrieve.hint')}</p>
        <Submit>{t('letters.party.retrieve')}</Submit>
      </Form>
    ) : (
      <p>{t('letters.party.lapsed')}</p>
    )}
    {remedy}
  </>
)
