import { Avatar, CardList, Form, Section, Submit } from '#design/index.ts'
import { hasText, t } from '#platform/text.ts'

/** The people of the demo, each with what can be tried as her. */
export const DemoAccounts = ({ accounts, weiter }: { accounts: readonly { id: string; name: string; role: string }[]; weiter: string }) => (
  <Section title={t('accounts.demo.title')} lead={t('accounts.demo.intro')}>
    <CardList size="medium" label={t('accounts.demo.title')}>
      {accounts.map(({ id, name, role }) => (
        <article key={id} class="kern-card card">
          <div class="kern-card__container">
            <header class="kern-card__header card__header">
              <p class="kern-preline kern-preline--small">{t(roleText(role))}</p>
              <h3 class="kern-title kern-title--small card__title">
                <Avatar name={name} size="small" /> {name}
              </h3>
            </header>
            <div class="kern-card__body card__body">{t(`${roleText(role)}.text`)}</div>
            <footer class="card__footer">
              <Form action="/demo/anmelden" id={`demo-${id}`}>
                <input type="hidden" name="account" value={id} />
                <input type="hidden" name="weiter" value={weiter} />
                <Submit kind="secondary" small>
                  {t('accounts.demo.go', { name })}
                </Submit>
              </Form>
            </footer>
          </div>
        </article>
      ))}
    </CardList>
  </Section>
)

const roleText = (role: string): string =>
  hasText(`accounts.demo.role.${role}`) ? `accounts.demo.role.${role}` : 'accounts.demo.role.other'
