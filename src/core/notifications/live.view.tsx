import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'

/**
 * Keeps this page up to date: when one of the topics changes, it is shown anew. `case:{id}`, `desk` …: declared by modules.
 * Without a script it does nothing; the page is right when it is loaded.
 */
export const Live = ({ topics }: { topics: readonly string[] }) => (
  <div
    class="live"
    data-controller="live"
    data-live-url-value={href('/live')}
    data-live-topics-value={JSON.stringify(topics)}
    data-live-since-value={frame().now.getTime()}
    data-live-changed-value={t('live.changed')}
  >
    <p class="kern-sr-only" role="status" data-live-target="said" />
    <div class="live__waiting" data-live-target="waiting" hidden>
      <p>{t('live.waiting')}</p>
      <button class="kern-btn kern-btn--secondary" type="button" data-action="live#reload">
        <span class="kern-label">{t('live.reload')}</span>
      </button>
    </div>
  </div>
)
