import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import { CoatOfArms } from './coat-of-arms.tsx'
import { ThemeSwitch } from './switches.tsx'

const links = [
  ['/dienste', 'design.footer.services'],
  ['/kontakt', 'design.footer.contact'],
  ['/opendata', 'design.footer.openData'],
  ['/impressum', 'design.footer.imprint'],
  ['/datenschutz', 'design.footer.privacy'],
  ['/barrierefreiheit', 'design.footer.accessibility'],
] as const

export const Footer = () => (
  <footer class="footer">
    <div class="footer__inner">
      <p class="footer__town">
        <CoatOfArms size={36} />
        <span>{frame().town?.name ?? t('design.platform')}</span>
      </p>
      <nav aria-label={t('design.footer.label')}>
        <ul class="footer__links">
          {links.map(([to, label]) => (
            <li key={to}>
              <a href={href(to)}>{t(label)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <ThemeSwitch />
    </div>
  </footer>
)
