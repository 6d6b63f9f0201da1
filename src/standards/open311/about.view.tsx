import { CopyField, DefinitionList, Page, Section, Table } from '#design/index.ts'
import type { Town } from '#platform/context.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { ROOT } from './paths.ts'

const Command = ({ children }: { children: string }) => (
  <pre class="data-code">
    <code>{children}</code>
  </pre>
)

/** Where to ask, for people who write programs. `service` is one that is there, with the attributes it asks for. */
export const AboutPage = ({ town, example }: { town: Town; example: { service: string; attributes: readonly string[] } }) => {
  const root = `${town.origin}${town.base}${ROOT}`
  const attributes = example.attributes.map((attribute) => `  -d '${attribute}' \\\n`).join('')
  return (
    <Page
      title={t('open311.about')}
      lead={t('open311.about.lead', { town: town.name })}
      description={t('open311.about.lead', { town: town.name })}
    >
      <Section title={t('open311.about.address')} sheet>
        <CopyField label={t('open311.about.address')} value={root} name="address" />
        <DefinitionList
          items={[
            {
              term: t('open311.about.standard'),
              value: (
                <a class="kern-link" href="https://wiki.open311.org/GeoReport_v2/">
                  Open311 GeoReport v2
                </a>
              ),
            },
            { term: t('open311.about.formats'), value: t('open311.about.formats.text') },
            { term: 'jurisdiction_id', value: t('open311.about.jurisdiction', { name: town.slug }) },
            {
              term: t('open311.about.document'),
              value: (
                <a class="kern-link" href="/api/openapi.json">
                  OpenAPI
                </a>
              ),
            },
          ]}
        />
      </Section>
      <Section title={t('open311.about.read')}>
        <p class="kern-body">{t('open311.about.read.text')}</p>
        <Command>{`curl ${root}/services.json
curl '${root}/requests.json?status=open&service_code=${example.service}'
curl '${root}/requests.json?bbox=${(town.bounds ?? [11, 49, 12, 50]).join(',')}&page_size=50&extensions=true'`}</Command>
        <Table
          caption={t('open311.about.arguments')}
          rows={[
            'start_date',
            'status',
            'service_code',
            'service_request_id',
            'page',
            'updated_after',
            'bbox',
            'radius',
            'q',
            'extensions',
          ]}
          rowKey={(name) => name}
          columns={[
            { key: 'name', label: t('open311.about.argument'), names: true, show: (name) => <code>{argumentNames[name] ?? name}</code> },
            { key: 'text', label: t('open311.about.meaning'), show: (name) => t(`open311.about.arguments.${name}`) },
          ]}
        />
      </Section>
      <Section title={t('open311.about.key')} sheet>
        <p class="kern-body">{t('open311.about.key.text')}</p>
        <p class="kern-body">
          <a class="kern-link" href={href('/kontakt')}>
            {t('open311.about.key.contact')}
          </a>
        </p>
        {town.demo ? <p class="kern-body">{t('open311.about.key.demo')}</p> : null}
      </Section>
      <Section title={t('open311.about.send')}>
        <p class="kern-body">{t('open311.about.send.text')}</p>
        <Command>{`curl ${root}/requests.json \\
  -H 'Idempotency-Key: 3f1c9f0e-6f4e-4a53-9d0e-2b1d5a7c1e11' \\
  -d api_key=… \\
  -d service_code=${example.service} \\
${attributes}  --data-urlencode 'address_string=…' \\
  --data-urlencode 'description=…'`}</Command>
        <p class="kern-body">{t('open311.about.send.photos')}</p>
        <Command>{`curl ${root}/requests.json -F api_key=… -F service_code=${example.service} -F lat=… -F long=… -F media=@foto.jpg`}</Command>
      </Section>
      <Section title={t('open311.about.updates')}>
        <p class="kern-body">{t('open311.about.updates.text')}</p>
        <Command>{`curl '${root}/servicerequestupdates.json?start_date=2026-05-01T00:00:00Z'
curl ${root}/servicerequestupdates.json \\
  -d api_key=… -d service_request_id=… -d update_id=4711 \\
  -d status=IN_PROGRESS --data-urlencode 'description=…'`}</Command>
      </Section>
      <Section title={t('open311.about.never')} sheet>
        <p class="kern-body">{t('open311.about.never.text')}</p>
      </Section>
    </Page>
  )
}

/** Arguments that belong together stand in one row. */
const argumentNames: Record<string, string> = {
  start_date: 'start_date, end_date',
  page: 'page, page_size',
  radius: 'lat, long, radius',
}
