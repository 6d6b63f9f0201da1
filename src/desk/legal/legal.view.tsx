import { nameIn, type Organisation } from '#core/organisations/index.ts'
import type { PageCode } from '#core/towns/index.ts'
import { Alert, Card, CardList, Icon, Page, Section } from '#design/index.ts'
import { currentLocale, type Locale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'

export type LegalPageProps = {
  code: PageCode
  /** Made safe by `markdown()`. */
  html: string
  /** Language of the text, which may be another than that of the page. */
  locale: Locale
  /** The text belongs to an invented town. */
  invented: boolean
  /** The town has not yet written what the law asks for. */
  unwritten: boolean
}

export const LegalPage = (props: LegalPageProps) => (
  <Page title={t(`legal.${props.code}`)} width="reading">
    <Words {...props} />
  </Page>
)

/** The words as HTML: `markdown()` leaves text, lists, tables and links alone. */
const Words = ({ html, locale, invented, unwritten }: LegalPageProps) => (
  <>
    {invented ? (
      <Alert tone="info" title={t('legal.invented')}>
        <p>{t('legal.invented.text')}</p>
      </Alert>
    ) : null}
    {unwritten ? (
      <Alert tone="warning" title={t('legal.unwritten')}>
        <p>{t('legal.unwritten.text')}</p>
      </Alert>
    ) : null}
    <div class="prose" lang={locale === currentLocale() ? undefined : locale} dangerouslySetInnerHTML={{ __html: html }} />
  </>
)

export const ContactPage = ({ units, reader, ...page }: LegalPageProps & { units: readonly Organisation[]; reader: Locale }) => (
  <Page title={t('legal.contact')}>
    <Words {...page} />
    {units.length > 0 ? (
      <Section title={t('legal.contact.units')}>
        <CardList>
          {units.map((unit) => (
            <Card key={unit.id} title={nameIn(unit, reader)} href={`/rathaus#${unit.id}`}>
              {unit.phone ? (
                <p class="reach-line">
                  <Icon name="phone" size="small" /> {unit.phone}
                </p>
              ) : null}
              {unit.email ? (
                <p class="reach-line">
                  <Icon name="mail" size="small" /> {unit.email}
                </p>
              ) : null}
            </Card>
          ))}
        </CardList>
        <p>
          <a class="kern-link" href={href('/rathaus')}>
            {t('legal.contact.all')}
          </a>
        </p>
      </Section>
    ) : null}
  </Page>
)
