import { Badge, ButtonLink, ButtonRow, ConfirmButton, EmptyState, Field, type FormState, Section, Table, Time } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { Passkey } from '../passkeys/passkey.sql.ts'
import { PasskeyForm } from '../passkeys/passkey.view.tsx'
import type { Identity } from '../providers/identity.sql.ts'
import { MyPage } from './mine.view.tsx'

export type Security = {
  hasPassword: boolean
  secondFactorSince: Date | null
  codesLeft: number
  passkeys: readonly Passkey[]
  passkeysPossible: boolean
  identities: readonly (Identity & { name: string })[]
  providers: readonly { id: string; name: string }[]
}

export const SecurityPage = ({ security, form }: { security: Security; form: FormState }) => (
  <MyPage at="security">
    <Section
      title={t('accounts.password')}
      lead={t(security.hasPassword ? 'accounts.security.password' : 'accounts.security.noPassword')}
      sheet
    >
      <ButtonLink href="/mein/konto/passwort">
        {t(security.hasPassword ? 'accounts.changePassword.title' : 'accounts.setPassword.title')}
      </ButtonLink>
    </Section>
    <SecondFactor {...security} />
    <Passkeys security={security} form={form} />
    <Identities {...security} />
  </MyPage>
)

const SecondFactor = ({ secondFactorSince, codesLeft }: Security) => (
  <Section title={t('accounts.secondFactor')} lead={t('accounts.secondFactor.what')} sheet>
    {secondFactorSince ? (
      <>
        <p>
          <Badge tone="success" icon="check">
            {t('accounts.secondFactor.on')}
          </Badge>{' '}
          {t('accounts.secondFactor.since')} <Time at={secondFactorSince} show="day" />.{' '}
          {t('accounts.secondFactor.codesLeft', { count: codesLeft })}
        </p>
        <ButtonRow>
          <ButtonLink href="/mein/konto/zweiter-faktor/codes">{t('accounts.codes.renew')}</ButtonLink>
        </ButtonRow>
        <ConfirmButton
          action="/mein/konto/zweiter-faktor/aus"
          label={t('accounts.secondFactor.off')}
          consequence={t('accounts.secondFactor.offConsequence')}
          confirm={t('accounts.secondFactor.offConfirm')}
        />
      </>
    ) : (
      <ButtonLink href="/mein/konto/zweiter-faktor">{t('accounts.secondFactor.setUp')}</ButtonLink>
    )}
  </Section>
)

const Passkeys = ({ security: { passkeys, passkeysPossible }, form }: { security: Security; form: FormState }) => (
  <Section title={t('accounts.passkeys')} lead={t('accounts.passkey.what')} sheet>
    <Table
      caption={t('accounts.passkeys')}
      hideCaption
      rows={passkeys}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="key" title={t('accounts.passkeys.none')} />}
      columns={[
        { key: 'name', label: t('accounts.passkey.name'), names: true, show: ({ name }) => name },
        { key: 'host', label: t('accounts.passkey.host'), minor: true, show: ({ rpId }) => rpId },
        {
          key: 'used',
          label: t('accounts.passkey.used'),
          show: ({ usedAt }) => (usedAt ? <Time at={usedAt} /> : t('accounts.passkey.never')),
        },
        {
          key: 'remove',
          label: t('accounts.remove'),
          show: ({ id, name }) => (
            <ConfirmButton
              action={`/mein/konto/passkeys/${id}/entfernen`}
              label={t('accounts.remove')}
              consequence={t('accounts.passkey.removeConsequence')}
              confirm={t('accounts.passkey.remove', { name })}
            />
          ),
        },
      ]}
    />
    {passkeysPossible ? (
      <>
        <PasskeyForm
          action="/mein/konto/passkeys"
          question="/mein/konto/passkeys/frage"
          making
          submit={t('accounts.passkey.add')}
          state={form}
          id="neuer-passkey"
        >
          <Field name="name" label={t('accounts.passkey.name')} hint={t('accounts.passkey.nameHint')} maxLength={100} width="medium" />
        </PasskeyForm>
        <noscript>
          <p>{t('accounts.passkey.noScript')}</p>
        </noscript>
      </>
    ) : (
      <p>{t('refusal.noPasskeysHere')}</p>
    )}
  </Section>
)

const Identities = ({ identities, providers }: Security) =>
  providers.length === 0 && identities.length === 0 ? null : (
    <Section title={t('accounts.identities')} lead={t('accounts.identities.what')} sheet>
      {identities.map(({ provider, name, createdAt }) => (
        <div key={provider}>
          <p>
            {name} · {t('accounts.identities.since')} <Time at={createdAt} show="day" />
          </p>
          <ConfirmButton
            action={`/mein/konto/verbindungen/${provider}/trennen`}
            label={t('accounts.identities.disconnect')}
            consequence={t('accounts.identities.consequence', { name })}
            confirm={t('accounts.identities.confirm', { name })}
          />
        </div>
      ))}
      <ButtonRow>
        {providers
          .filter(({ id }) => !identities.some(({ provider }) => provider === id))
          .map(({ id, name }) => (
            <ButtonLink key={id} href={`/anmelden/mit/${id}?weiter=/mein/konto/sicherheit`} data={{ 'data-turbo': 'false' }} rel="nofollow">
              {t('accounts.identities.connect', { name })}
            </ButtonLink>
          ))}
      </ButtonRow>
    </Section>
  )
