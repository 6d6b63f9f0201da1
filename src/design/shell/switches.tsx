import { Icon, type IconName } from '#design/icons.tsx'
import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'

const names = { de: 'Deutsch', en: 'English' } as const

/** Leads to the same page in the other language; names itself in that language. */
export const LanguageSwitch = () => {
  const { locale, path } = frame()
  const other = locale === 'de' ? 'en' : 'de'
  return (
    <a class="language-switch" href={href(`/sprache?zu=${other}&weiter=${encodeURIComponent(path)}`)} lang={other} hreflang={other}>
      <Icon name="language" />
      {names[other]}
    </a>
  )
}

const themes = [
  ['auto', 'brightness-medium'],
  ['light', 'light-mode'],
  ['dark', 'dark-mode'],
] as const satisfies readonly (readonly ['auto' | 'light' | 'dark', IconName])[]

/** Light, dark, or as the device is set; the choice is kept in a cookie. */
export const ThemeSwitch = () => {
  const { theme, path } = frame()
  return (
    <div class="theme-switch">
      <p class="theme-switch__label" id="theme-label">
        {t('design.theme')}
      </p>
      <ul class="theme-switch__list" aria-labelledby="theme-label" data-controller="theme">
        {themes.map(([name, icon]) => (
          <li key={name}>
            <a
              class="theme-switch__choice"
              href={href(`/darstellung?zu=${name}&weiter=${encodeURIComponent(path)}`)}
              aria-current={theme === name ? 'true' : undefined}
              data-theme-target="choice"
              data-theme={name}
              data-turbo="false"
            >
              <Icon name={icon} size="small" />
              {t(`design.theme.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
