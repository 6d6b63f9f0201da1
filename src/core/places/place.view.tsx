import { ButtonLink, ButtonRow, Page } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { PlaceHit } from './place.rules.ts'
import { PlaceMap } from './place-map.tsx'

/** One place of the town: where it is, and what can be done there. */
export const PlacePage = ({ hit }: { hit: PlaceHit }) => (
  <Page title={hit.label} preline={t(`place.kind.${hit.kind}`)} lead={hit.detail || undefined} width="reading">
    <PlaceMap places={[hit]} label={t('place.page.map', { place: hit.label })} />
    <ButtonRow>
      <ButtonLink href={`/meldungen/neu?ort=${encodeURIComponent(hit.id)}`} kind="primary" icon="flag">
        {t('place.page.report')}
      </ButtonLink>
      {hit.assetId ? (
        <ButtonLink href={`/objekte/${hit.assetId}`} kind="tertiary">
          {t('place.page.history')}
        </ButtonLink>
      ) : null}
    </ButtonRow>
  </Page>
)
