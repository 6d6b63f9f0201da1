import { Address, nameIn, OpeningHours, Reach } from '#core/organisations/index.ts'
import { Alert, ButtonLink, Columns, exactDay, Icon, Page, Section } from '#design/index.ts'
import { markdown } from '#platform/markdown.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { ServiceShown } from './service.read.ts'
import { pageParts, paragraphsOf, said, saidShort, type WordPart } from './service.rules.ts'

type ServicePageProps = {
  service: ServiceShown
  /** The page's whole address. */
  url: string
  structured: Record<string, unknown>
}

/** Everything about a service on one page: what it is, the next step, what to bring, what it costs, whom to ask. */
export const ServicePage = ({ service, url, structured }: ServicePageProps) => {
  const { content, validTo } = service
  const name = said(content, 'name', currentLocale())
  const short = said(content, 'short', currentLocale())
  return (
    <Page
      title={name.text}
      lead={<span lang={short.lang}>{short.text}</span>}
      description={short.text}
      breadcrumbs={[{ href: '/dienste', label: t('service.nav') }]}
      head={
        <>
          <link rel="canonical" href={url} />
          {/* Data, not a program: no sign in it may end the element. */}
          <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(structured).replaceAll('<', '\\u003c') }} />
        </>
      }
    >
      {validTo ? (
        <Alert tone="info" title={t('service.until', { day: exactDay(new Date(`${validTo}T12:00:00Z`)) })}>
          <p>{t('service.until.text')}</p>
        </Alert>
      ) : null}
      <ServiceWords service={service} />
    </Page>
  )
}

/** What stands on the page of a service below its title; the same for the preview of a draft. */
export const ServiceWords = ({ service }: { service: ServiceShown }) => (
  <Columns side={<Unit service={service} />}>
    <NextStep service={service} />
    <Words service={service} part="text" />
    {pageParts.map((part) => (
      <Part key={part} service={service} part={part} />
    ))}
    <LegalBasis service={service} />
    <Belongs service={service} />
  </Columns>
)

/** Online where there is a form; else the honest way. */
const NextStep = ({ service: { online, unit } }: { service: ServiceShown }) =>
  online ? (
    <div class="service-step service-step--online">
      <ButtonLink href={online.path} kind="primary" icon="arrow-forward">
        {t('service.apply')}
      </ButtonLink>
      {online.minutes ? <p class="service-step__text">{t('service.apply.minutes', { minutes: online.minutes })}</p> : null}
      {online.trust && online.trust !== 'none' ? <p class="service-step__text">{t(`service.trust.${online.trust}.text`)}</p> : null}
    </div>
  ) : (
    <div class="service-step">
      <p class="service-step__title">{t('service.offline')}</p>
      <p class="service-step__text">
        {unit?.phone ? t('service.offline.phone', { unit: nameIn(unit, currentLocale()) }) : t('service.offline.text')}
      </p>
      {unit ? <Reach of={unit} /> : null}
    </div>
  )

const Words = ({ service, part }: { service: ServiceShown; part: WordPart }) => {
  const { text, lang } = said(service.content, part, currentLocale())
  // `markdown()` leaves text, lists, tables and links alone.
  return text ? <div class="prose" lang={lang} dangerouslySetInnerHTML={{ __html: markdown(text) }} /> : null
}

const Part = ({ service, part }: { service: ServiceShown; part: (typeof pageParts)[number] }) => {
  const { content, experience } = service
  const facts = part === 'duration' ? durationFacts(service) : undefined
  if (!said(content, part, currentLocale()).text && !facts) return null
  return (
    <Section title={t(`service.part.${part}`)} id={part}>
      {facts ? <p class="service-fact">{facts}</p> : null}
      {part === 'duration' && experience ? <p class="kern-body">{t('service.experience.basis', { count: experience.count })}</p> : null}
      <Words service={service} part={part} />
    </Section>
  )
}

/** From real cases where there are enough; else what is usual. */
const durationFacts = ({ content: { normDays }, experience }: ServiceShown): string | undefined =>
  experience
    ? t('service.experience', { half: experience.half, most: experience.most })
    : normDays === undefined
      ? undefined
      : t('service.norm', { days: normDays })

const LegalBasis = ({ service: { content } }: { service: ServiceShown }) => {
  const paragraphs = paragraphsOf(content.legalBasis)
  return paragraphs.length === 0 ? null : (
    <Section title={t('service.legalBasis')} id="legal">
      <ul class="plain-list" lang={currentLocale() === 'de' ? undefined : 'de'}>
        {paragraphs.map(({ name, url }) => (
          <li key={name}>
            {url ? (
              <a class="kern-link" href={href(url)} rel="external">
                {name}
              </a>
            ) : (
              name
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Belongs = ({ service: { situations } }: { service: ServiceShown }) =>
  situations.length === 0 ? null : (
    <Section title={t('service.belongs')}>
      <ul class="service-names">
        {situations.map(({ id, slug, name, icon }) => {
          const { text, lang } = saidShort(name, currentLocale())
          return (
            <li key={id}>
              <a class="service-names__one service-names__one--icon" href={href(`/dienste/lage/${slug}`)} lang={lang}>
                <Icon name={icon} size="small" /> {text}
              </a>
            </li>
          )
        })}
      </ul>
    </Section>
  )

const Unit = ({ service: { unit, hours, publishedAt } }: { service: ServiceShown }) => (
  <>
    {unit ? (
      <Section title={t('service.unit')} sheet>
        <p class="service-unit">
          <a class="kern-link" href={href(`/rathaus#${unit.id}`)}>
            {nameIn(unit, currentLocale())}
          </a>
        </p>
        <Address of={unit} />
        <div class="service-reach">
          <Reach of={unit} />
        </div>
        {hours ? <OpeningHours {...hours} /> : null}
      </Section>
    ) : null}
    {publishedAt ? <p class="service-updated">{t('service.updated', { day: exactDay(publishedAt) })}</p> : null}
  </>
)
