import { Avatar } from '#design/content/avatar.tsx'
import { Icon } from '#design/icons.tsx'
import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'

export function AccountMenu() {
  const { person, path, readerUnknown } = frame()
  // Who is signed in already would be told otherwise.
  if (readerUnknown) return <Entrance to="/mein" text={t('design.account.mine')} />
  if (!person) return <Entrance to={`/anmelden?weiter=${encodeURIComponent(path)}`} text={t('design.signIn')} />
  return (
    <details class="account" data-controller="disclosure">
      <summary class="account__button">
        <Avatar name={person.name} size="small" />
        <span class="account__name">
          {person.name}
          {person.actingFor ? <span class="account__acting">{t('design.actingFor', { name: person.actingFor })}</span> : null}
        </span>
        <Icon name="arrow-down" size="small" />
      </summary>
      <div class="account__panel">
        <ul class="account__list">
          <li>
            <a class="account__entry" href={href('/mein')}>
              <Icon name="checklist" /> {t('design.account.mine')}
            </a>
          </li>
          <li>
            <a class="account__entry" href={href('/mein/konto')}>
              <Icon name="person" /> {t('design.account.settings')}
            </a>
          </li>
          {person.mayActForOthers ? (
            <li>
              <a class="account__entry" href={href('/mein/handeln-fuer')}>
                <Icon name="building" /> {t('design.account.actFor')}
              </a>
            </li>
          ) : null}
        </ul>
        <form method="post" action={href('/abmelden')}>
          <input type="hidden" name="_key" value={frame().formKey()} />
          <button class="account__entry" type="submit">
            <Icon name="logout" /> {t('design.account.signOut')}
          </button>
        </form>
      </div>
    </details>
  )
}

const Entrance = ({ to, text }: { to: string; text: string }) => (
  <a class="kern-btn kern-btn--secondary sign-in" href={href(to)}>
    <Icon name="account-circle" />
    <span class="kern-label">{text}</span>
  </a>
)
