import { nameIn } from '#core/organisations/index.ts'
import { Badge, ButtonLink, Doors, EmptyState, Icon, Page, SearchField, Section } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { Listed } from './service.read.ts'
import { type ServiceCard, saidShort } from './service.rules.ts'
import type { Situation } from './situation.rules.ts'

type Counted = Situation & { count: number }

const Search = ({ value }: { value?: string }) => (
  <div class="service-search">
    <SearchField
      action="/dienste"
      id="service-search"
      value={value}
      label={t('service.search.label')}
      placeholder={t('service.search.placeholder')}
    />
  </div>
)

type ServicesPageProps = {
  /** All services by the first letter of their names. */
  letters: ReadonlyMap<string, readonly ServiceCard[]>
  letter: string | undefined
  asked: readonly ServiceCard[]
  situations: readonly Counted[]
  url: string
}

export const ServicesPage = ({ letters, letter, asked, situations, url }: ServicesPageProps) => {
  const shown = letter && letters.has(letter) ? letter : undefined
  return (
    <Page
      title={shown ? t('service.letter', { letter: shown }) : t('service.title')}
      lead={shown ? undefined : t('service.lead')}
      description={t('service.description')}
      breadcrumbs={shown ? [{ href: '/dienste', label: t('service.nav') }] : []}
      head={<link rel="canonical" href={shown ? `${url}?buchstabe=${encodeURIComponent(shown)}` : url} />}
    >
      <Search />
      {letters.size === 0 ? (
        <EmptyState icon="building" title={t('service.none')} text={t('service.none.text')}>
          <ButtonLink href="/rathaus">{t('service.contact')}</ButtonLink>
        </EmptyState>
      ) : null}
      {shown ? null : <Beginnings asked={asked} situations={situations} />}
      {letters.size > 0 ? <Letters letters={letters} shown={shown} /> : null}
    </Page>
  )
}

const Beginnings = ({ asked, situations }: Pick<ServicesPageProps, 'asked' | 'situations'>) => (
  <>
    {asked.length > 0 ? (
      <Section title={t('service.asked')}>
        <Names cards={asked} />
      </Section>
    ) : null}
    {situations.length > 0 ? (
      <Section title={t('service.situations')}>
        <Situations all={situations} />
      </Section>
    ) : null}
  </>
)

const Situations = ({ all }: { all: readonly Counted[] }) => (
  <Doors
    label={t('service.situations')}
    doors={all.map(({ slug, name, icon, count }) => ({
      href: `/dienste/lage/${slug}`,
      icon,
      title: <SaidShort of={name} />,
      text: t('service.count', { count }),
    }))}
  />
)

const SaidShort = ({ of }: { of: { de: string; en: string } }) => {
  const { text, lang } = saidShort(of, currentLocale())
  return lang ? <span lang={lang}>{text}</span> : <>{text}</>
}

/** A few names beside each other, each a large place to touch. */
const Names = ({ cards }: { cards: readonly ServiceCard[] }) => (
  <ul class="service-names">
    {cards.map(({ id, slug, name }) => (
      <li key={id}>
        <a class="service-names__one" href={href(`/dienste/${slug}`)}>
          <SaidShort of={name} />
          <Icon name="chevron-right" size="small" />
        </a>
      </li>
    ))}
  </ul>
)

/** Above so many services a letter shows its own alone. */
const ALL_AT_ONCE = 150

const Letters = ({ letters, shown }: { letters: ServicesPageProps['letters']; shown: string | undefined }) => {
  const total = [...letters.values()].reduce((sum, cards) => sum + cards.length, 0)
  const atOnce = !shown && total <= ALL_AT_ONCE
  const parts = [...letters].filter(([letter]) => atOnce || letter === shown)
  return (
    <Section title={t('service.letters')}>
      <nav aria-label={t('service.letters')}>
        <ul class="letters">
          {[...letters.keys()].map((letter) => (
            <li key={letter}>
              <a
                class="letters__one"
                href={atOnce ? `#letter-${letter}` : href(`/dienste?buchstabe=${encodeURIComponent(letter)}`)}
                aria-current={letter === shown ? 'page' : undefined}
              >
                {letter}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.length > 0 ? (
        <div class="letter-parts">
          {parts.map(([letter, cards]) => (
            <section key={letter} class="letter-part" id={`letter-${letter}`} aria-labelledby={`letter-${letter}-title`}>
              <h3 id={`letter-${letter}-title`}>{letter}</h3>
              <ul class="bare-list">
                {cards.map(({ id, slug, name }) => (
                  <li key={id}>
                    <a class="service-link" href={href(`/dienste/${slug}`)}>
                      <SaidShort of={name} />
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      ) : null}
    </Section>
  )
}

/** Services below each other, with a sentence on what they are for. */
const Hits = ({ services, label }: { services: readonly Listed[]; label: string }) => (
  <ul class="search-hits" aria-label={label} data-controller="keyboard-list">
    {services.map(({ id, slug, name, short, unit, online }) => (
      <li key={id} class="search-hit" data-list-item="">
        <a class="search-hit__title" href={href(`/dienste/${slug}`)}>
          <SaidShort of={name} />
        </a>
        <p class="search-hit__text">
          <SaidShort of={short} />
        </p>
        {unit || online ? (
          <p class="search-hit__kind service-hit">
            {online ? (
              <Badge tone="success" icon="check">
                {t('service.online.badge')}
              </Badge>
            ) : null}
            {unit ? <span>{nameIn(unit, currentLocale())}</span> : null}
          </p>
        ) : null}
      </li>
    ))}
  </ul>
)

type FoundPageProps = { words: string; found: readonly Listed[]; near: readonly Listed[]; situations: readonly Counted[] }

export const FoundPage = ({ words, found, near, situations }: FoundPageProps) => (
  <Page title={t('service.found.title')} noindex breadcrumbs={[{ href: '/dienste', label: t('service.nav') }]}>
    <Search value={words} />
    <p class="search-count" role="status">
      {t('service.found', { count: found.length, words })}
    </p>
    {found.length > 0 ? <Hits services={found} label={t('service.found.title')} /> : null}
    {found.length === 0 && near.length > 0 ? (
      <Section title={t('service.near')}>
        <Hits services={near} label={t('service.near')} />
      </Section>
    ) : null}
    {found.length === 0 ? (
      <>
        <EmptyState icon="search" title={t('service.nothing')} text={t('service.nothing.text')}>
          <ButtonLink href="/kontakt" icon="phone">
            {t('service.contact')}
          </ButtonLink>
        </EmptyState>
        {situations.length > 0 ? (
          <Section title={t('service.situations')}>
            <Situations all={situations} />
          </Section>
        ) : null}
      </>
    ) : null}
    <p class="service-further">
      <a class="kern-link" href={href(`/suche?q=${encodeURIComponent(words)}`)}>
        {t('service.everywhere')}
      </a>
    </p>
  </Page>
)

type SituationPageProps = { situation: Situation; others: readonly Counted[]; services: readonly Listed[]; url: string }

export const SituationPage = ({ situation, others, services, url }: SituationPageProps) => {
  const locale = currentLocale()
  const lead = saidShort(situation.text, locale).text
  return (
    <Page
      title={saidShort(situation.name, locale).text}
      lead={lead ? <SaidShort of={situation.text} /> : undefined}
      {...(lead ? { description: lead } : {})}
      breadcrumbs={[{ href: '/dienste', label: t('service.nav') }]}
      head={<link rel="canonical" href={url} />}
    >
      <Hits services={services} label={t('service.nav')} />
      <Section title={t('service.situations.other')}>
        <Situations all={others.filter(({ id }) => id !== situation.id)} />
      </Section>
    </Page>
  )
}
