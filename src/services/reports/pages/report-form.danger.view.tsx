import { Alert, ButtonLink, ButtonRow, Page } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { EmergencyNumber } from '../category.rules.ts'
import type { PlaceChoice } from '../place.rules.ts'

/** Where life is in danger nobody should wait for an office: one number, large, and what to say. */
export const DangerPage = ({ number, back, place }: { number: EmergencyNumber; back: string; place: PlaceChoice | undefined }) => (
  <Page title={t('reportForm.danger.title', { number })} width="reading" noindex>
    <div class="danger-call">
      <p class="danger-call__why">{t('reportForm.danger.why')}</p>
      <a class="danger-call__number" href={href(`tel:${number}`)}>
        {number}
      </a>
      <p class="danger-call__who">{t(`reportForm.danger.who.${number}`)}</p>
    </div>
    <h2>{t('reportForm.danger.say')}</h2>
    <ul class="kern-list kern-list--bullet">
      <li>{place ? t('reportForm.danger.where', { place: place.label }) : t('reportForm.danger.whereUnknown')}</li>
      <li>{t('reportForm.danger.what')}</li>
      <li>{t('reportForm.danger.wait')}</li>
    </ul>
    <Alert tone="info" title={t('reportForm.danger.notSent')}>
      <p>{t('reportForm.danger.notSent.text')}</p>
    </Alert>
    <ButtonRow>
      <ButtonLink href={back} icon="arrow-back">
        {t('reportForm.danger.back')}
      </ButtonLink>
      <ButtonLink href="/" kind="tertiary">
        {t('reportForm.danger.home')}
      </ButtonLink>
    </ButtonRow>
  </Page>
)
