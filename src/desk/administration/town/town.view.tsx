import { contrast, laender, READABLE } from '#core/towns/index.ts'
import { Alert, Badge, Checks, DefinitionList, Field, FileField, Form, type FormState, Section, Select, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { AdminPage } from '../admin-page.tsx'

type TownPageProps = {
  settings: FormState
  arms: FormState
  colour: string
  hosts: readonly string[]
  armsUrl: string | undefined
}

export const TownPage = ({ settings, arms, colour, hosts, armsUrl }: TownPageProps) => (
  <AdminPage title={t('administration.town')} lead={t('administration.town.lead')}>
    <Section title={t('administration.town.facts')} sheet>
      <Form action="/verwaltung/stadt" state={settings} id="town">
        <Field name="name" label={t('administration.town.name')} width="medium" maxLength={100} />
        <Select
          name="land"
          label={t('administration.town.land')}
          hint={t('administration.town.land.hint')}
          options={laender.map((land) => ({ value: land, label: t(`land.${land}`) }))}
        />
        <Checks
          name="locales"
          label={t('administration.town.languages')}
          horizontal
          options={[
            { value: 'de', label: 'Deutsch' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Field
          name="colour"
          label={t('administration.town.colour')}
          hint={t('administration.town.colour.hint', { readable: READABLE })}
          width="short"
          maxLength={7}
        />
        <Swatch colour={colour} />
        <fieldset class="kern-fieldset">
          <legend class="kern-label">{t('administration.town.bounds')}</legend>
          <p class="kern-hint">{t('administration.town.bounds.hint')}</p>
          <div class="bounds">
            {(['north', 'west', 'east', 'south'] as const).map((side) => (
              <Field
                key={side}
                name={side}
                type="number"
                step="any"
                inputMode="decimal"
                label={t(`administration.town.${side}`)}
                width="short"
              />
            ))}
          </div>
        </fieldset>
        <Submit>{t('administration.save')}</Submit>
      </Form>
    </Section>
    <Section title={t('administration.town.arms')} lead={t('administration.town.arms.lead')} sheet>
      {armsUrl ? <img class="arms" src={href(armsUrl)} alt={t('administration.town.arms.now')} width={96} height={96} /> : null}
      <Form action="/verwaltung/stadt/wappen" state={arms} id="arms" files data={{ 'data-controller': 'svg-file' }}>
        <FileField
          name="picture"
          label={t('administration.town.arms.picture')}
          hint={t('administration.town.arms.picture.hint')}
          accept="image/png,image/jpeg,image/webp"
          optional
        />
        <div hidden data-svg-file-target="choose">
          <FileField
            name="svg-file"
            label={t('administration.town.arms.file')}
            accept=".svg,image/svg+xml"
            optional
            data={{ 'data-svg-file-target': 'file', 'data-action': 'svg-file#read' }}
          />
        </div>
        <Field
          name="drawing"
          label={t('administration.town.arms.drawing')}
          hint={t('administration.town.arms.drawing.hint')}
          rows={4}
          optional
          data={{ 'data-svg-file-target': 'text' }}
        />
        <Submit>{t('administration.town.arms.save')}</Submit>
      </Form>
    </Section>
    <Section title={t('administration.town.hosts')}>
      <DefinitionList items={[{ term: t('administration.town.hosts'), value: hosts.join(', ') || '–' }]} />
      <Alert tone="info" title={t('administration.town.hosts.operator')} />
    </Section>
  </AdminPage>
)

/** The colour with white words on it, and how well they can be read. The colour is an SVG attribute, because pages carry no inline styles. */
const Swatch = ({ colour }: { colour: string }) => {
  const ratio = contrast(colour, '#ffffff')
  return (
    <p class="swatch">
      <svg viewBox="0 0 120 44" width="120" height="44" aria-hidden="true">
        <rect width="120" height="44" rx="6" fill={colour} />
        <text x="60" y="28" text-anchor="middle" fill="#fff" font-size="16">
          {colour}
        </text>
      </svg>
      <Badge tone={ratio >= READABLE ? 'success' : 'warning'} icon={ratio >= READABLE ? 'check' : 'warning'}>
        {t('administration.town.contrast', { ratio: Math.round(ratio * 10) / 10 })}
      </Badge>
    </p>
  )
}
