import { SearchField } from '#design/forms/search-field.tsx'
import { Icon } from '#design/icons.tsx'
import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import { AccountMenu } from './account-menu.tsx'
import { CoatOfArms, TownBand } from './coat-of-arms.tsx'
import { LanguageSwitch } from './switches.tsx'

/**
 * On a phone the menu is a popover that the browser opens without a script; on a wide screen the same elements
 * stand in the header (styles/header.css), so that nothing is written twice.
 */
export const Header = () => (
  <header class="header">
    <TownBand />
    <div class="header__bar">
      <a class="header__town" href={href('/')}>
        <CoatOfArms />
        <span class="header__name">{frame().town?.name ?? t('design.platform')}</span>
      </a>
      <Bell place="phone" />
      <button class="header__menu-button" type="button" popovertarget="menu">
        <Icon name="dehaze" />
        <span>{t('design.menu.open')}</span>
      </button>
      <div class="menu" id="menu" popover="auto">
        <button class="menu__close" type="button" popovertarget="menu" popovertargetaction="hide">
          <Icon name="close" />
          <span>{t('design.menu.close')}</span>
        </button>
        <div class="menu__search">
          <SearchField id="town-search" shortcut />
        </div>
        <div class="menu__tools">
          <LanguageSwitch />
          <Bell place="desk" />
          <AccountMenu />
        </div>
        <MainNavigation />
      </div>
    </div>
  </header>
)

const MainNavigation = () => (
  <nav class="menu__nav" aria-label={t('design.menu.label')}>
    <ul class="menu__list">
      {frame().nav.map((entry) => (
        <li key={entry.href}>
          <a class="menu__entry" href={href(entry.href)} aria-current={entry.current ? 'page' : undefined}>
            {entry.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** Stands twice, once per width; live changes reach both by the class `bell__count`. */
const Bell = ({ place }: { place: 'phone' | 'desk' }) => {
  const { person, unread, now } = frame()
  if (!person) return null
  return (
    <a
      class={`bell bell--${place}`}
      href={href('/mein/mitteilungen')}
      data-controller={place === 'desk' ? 'bell' : undefined}
      data-bell-live-value={href('/live')}
      data-bell-count-value={href('/mein/mitteilungen/anzahl')}
      data-bell-since-value={now.getTime()}
    >
      <Icon name="bell" />
      <span class="kern-sr-only">{t('design.bell')} </span>
      <span class="bell__count" hidden={unread === 0}>
        {unread > 99 ? '99+' : unread}
        <span class="kern-sr-only"> {t('design.bell.unread')}</span>
      </span>
    </a>
  )
}
