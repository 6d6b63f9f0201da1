import { Icon } from '#design/icons.tsx'
import { t } from '#platform/text.ts'

/** Prints the page. Appears only where a script can do it; the browser's own menu always can. */
export const PrintButton = ({ label }: { label?: string }) => (
  <button class="kern-btn kern-btn--tertiary" type="button" data-controller="print" data-action="print#print" hidden>
    <Icon name="print" />
    <span class="kern-label">{label ?? t('design.print')}</span>
  </button>
)
