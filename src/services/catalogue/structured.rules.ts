import type { Opening } from '#core/organisations/index.ts'
import type { Locale } from '#platform/text.ts'
import { type ServiceContent, said } from './service.rules.ts'

type Facts = {
  content: ServiceContent
  locale: Locale
  town: string
  /** Whole addresses: of this page, of the list, of the first page. */
  url: string
  list: { url: string; name: string }
  home: string
  unit:
    | { name: string; phone: string | undefined; email: string | undefined; address: string | undefined; opening: Opening | undefined }
    | undefined
  online: string | undefined
}

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** For search engines: the service and the way to its page, in the words of schema.org. What is not known is left out. */
export function structuredService({ content, locale, town, url, list, home, unit, online }: Facts): Record<string, unknown> {
  const name = said(content, 'name', locale).text
  return {
    '@context': 'https://schema.org',
    '@graph': [
      known({
        '@type': 'GovernmentService',
        '@id': url,
        name,
        description: said(content, 'short', locale).text,
        url,
        identifier: content.leikaKey,
        areaServed: { '@type': 'City', name: town },
        provider:
          unit &&
          known({
            '@type': 'GovernmentOffice',
            name: unit.name,
            telephone: unit.phone,
            email: unit.email,
            address: unit.address,
            openingHoursSpecification: unit.opening && hoursOf(unit.opening),
          }),
        availableChannel: known({ '@type': 'ServiceChannel', serviceUrl: online ?? url, availableLanguage: ['de', 'en'] }),
      }),
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { name: town, item: home },
          { name: list.name, item: list.url },
          { name, item: url },
        ].map((item, i) => ({ '@type': 'ListItem', position: i + 1, ...item })),
      },
    ],
  }
}

const known = (facts: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))

const hoursOf = ({ week }: Opening) =>
  week.flatMap((spans, i) =>
    spans.map(({ from, until }) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: `https://schema.org/${days[i]}`,
      opens: from,
      closes: until === '24:00' ? '23:59' : until,
    })),
  )
