import { Alert, ButtonLink, ButtonRow, EmptyState, Form, type FormState, Page, Sheet, Submit } from '#design/index.ts'
import { type Locale, t } from '#platform/text.ts'
import type { Offer } from './invitation.verbs.ts'
import { nameIn } from './organisation.rules.ts'

type InvitationPageProps = { offer: Offer | undefined; secret: string; signedIn: boolean; locale: Locale; form: FormState }

/** What is offered, and the button to take it. Who is not signed in signs in or up first and comes back. */
export function InvitationPage({ offer, secret, signedIn, locale, form }: InvitationPageProps) {
  if (!offer)
    return (
      <Page title={t('organisations.invitation.title')} width="reading" noindex>
        <EmptyState icon="mail" title={t('organisations.invitation.gone')} text={t('organisations.invitation.gone.text')} />
      </Page>
    )
  const role = t(`role.${offer.invitation.role}`)
  const back = encodeURIComponent(`/einladung/${secret}`)
  return (
    <Page
      title={t('organisations.invitation.title')}
      lead={t('organisations.invitation.lead', { role, organisation: nameIn(offer.organisation, locale) })}
      width="reading"
      noindex
    >
      <Sheet>
        <p>{t(`role.${offer.invitation.role}.does`)}</p>
        {signedIn ? (
          <Form action={`/einladung/${secret}`} state={form}>
            <Submit>{t('organisations.invitation.accept', { role })}</Submit>
          </Form>
        ) : (
          <>
            <Alert tone="info" title={t('organisations.invitation.signIn')}>
              <p>{t('organisations.invitation.signIn.text', { email: offer.invitation.email })}</p>
            </Alert>
            <ButtonRow>
              <ButtonLink href={`/anmelden?weiter=${back}`} kind="primary">
                {t('design.signIn')}
              </ButtonLink>
              <ButtonLink href={`/registrieren?weiter=${back}`}>{t('organisations.invitation.signUp')}</ButtonLink>
            </ButtonRow>
          </>
        )}
      </Sheet>
    </Page>
  )
}
