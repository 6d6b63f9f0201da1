import type { ComponentChildren } from 'preact'
import { t } from '#platform/text.ts'

/** The keys that work on this page; `?` opens it, and it is not shown where there is no keyboard. */
export const KeyHints = ({ keys }: { keys: readonly { key: string; does: ComponentChildren }[] }) => (
  <details class="key-hints">
    <summary data-shortcut="?">{t('design.keys')}</summary>
    <ul class="key-hints__list">
      {keys.map(({ key, does }) => (
        <li key={key}>
          <kbd>{key}</kbd> {does}
        </li>
      ))}
    </ul>
  </details>
)
