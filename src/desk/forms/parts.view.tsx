import { ButtonRow, Checks, ConfirmButton, EmptyState, Field, Form, type FormState, Section, Select, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { ExitPage, Page } from '#services/forms/index.ts'
import { ServiceDeskPage, type ServiceFrame } from '../services/index.ts'
import { type AtWork, PartFrame, Revision, said } from './frame.view.tsx'
import { formPath } from './paths.ts'
import { ConditionFields } from './rows.view.tsx'

type Props = { at: AtWork; form: FormState }

export const PagePropertiesPage = ({ at, page, form }: Props & { page: Page }) => {
  const path = `${formPath(at.service.id)}/seiten/${page.key}`
  return (
    <PartFrame at={at} title={said(page.title) || page.key}>
      <Form action={path} state={form} id="seite">
        <Revision at={at} />
        <Section title={t('builder.words')} sheet>
          <div class="builder-pair">
            <Field name="titleDe" label={t('builder.page.titleDe')} maxLength={200} />
            <Field name="titleEn" label={t('builder.page.titleEn')} maxLength={200} optional />
            <Field name="helpDe" label={t('builder.help.de')} rows={3} maxLength={5000} optional />
            <Field name="helpEn" label={t('builder.help.en')} rows={3} maxLength={5000} optional />
          </div>
          <ConditionFields form={at.work.form} prefix="visible" legend={t('builder.visible')} known={page.visibleIf} />
        </Section>
        <ButtonRow>
          <Submit>{t('builder.save')}</Submit>
        </ButtonRow>
      </Form>
      <ConfirmButton
        action={`${path}/weg`}
        label={t('builder.page.remove')}
        consequence={t('builder.page.remove.consequence', { count: page.items.length })}
        confirm={t('builder.item.remove.confirm', { name: said(page.title) || page.key })}
        fields={{ revision: String(at.work.definition.revision) }}
      />
    </PartFrame>
  )
}

export const ExitPropertiesPage = ({ at, exit, form }: Props & { exit: ExitPage | undefined }) => {
  const path = `${formPath(at.service.id)}/ausstiege`
  return (
    <PartFrame at={at} title={exit ? said(exit.title) || exit.key : t('builder.exit.new')}>
      <Form action={exit ? `${path}/${exit.key}` : path} state={form} id="ausstieg">
        <Revision at={at} />
        <Section title={t('builder.words')} lead={t('builder.exits.lead')} sheet>
          <Select
            name="after"
            label={t('builder.exit.after')}
            options={at.work.form.pages.map(({ key, title }) => ({ value: key, label: said(title) || key }))}
          />
          <ConditionFields form={at.work.form} prefix="when" legend={t('builder.exit.when')} known={exit?.when} open />
          <div class="builder-pair">
            <Field name="titleDe" label={t('builder.exit.titleDe')} maxLength={300} />
            <Field name="titleEn" label={t('builder.exit.titleEn')} maxLength={300} optional />
            <Field name="reasonDe" label={t('builder.exit.reasonDe')} rows={3} maxLength={5000} />
            <Field name="reasonEn" label={t('builder.exit.reasonEn')} rows={3} maxLength={5000} optional />
            <Field name="nextDe" label={t('builder.exit.nextDe')} rows={2} maxLength={5000} />
            <Field name="nextEn" label={t('builder.exit.nextEn')} rows={2} maxLength={5000} optional />
          </div>
          <Field name="link" label={t('builder.exit.link')} hint={t('builder.exit.link.hint')} maxLength={500} optional />
        </Section>
        <ButtonRow>
          <Submit>{t('builder.save')}</Submit>
        </ButtonRow>
      </Form>
      {exit ? (
        <ConfirmButton
          action={`${path}/${exit.key}/weg`}
          label={t('builder.exit.remove')}
          consequence={t('builder.exit.remove.consequence')}
          confirm={t('builder.item.remove.confirm', { name: said(exit.title) || exit.key })}
          fields={{ revision: String(at.work.definition.revision) }}
        />
      ) : null}
    </PartFrame>
  )
}

export const SettingsPage = ({ at, form }: Props) => (
  <PartFrame at={at} title={t('builder.settings')}>
    <Form action={`${formPath(at.service.id)}/einstellungen`} state={form} id="einstellungen">
      <Revision at={at} />
      <Section title={t('builder.words')} sheet>
        <div class="builder-pair">
          <Field name="titleDe" label={t('builder.form.titleDe')} maxLength={300} />
          <Field name="titleEn" label={t('builder.form.titleEn')} maxLength={300} optional />
          <Field name="introDe" label={t('builder.form.introDe')} rows={4} maxLength={5000} optional />
          <Field name="introEn" label={t('builder.form.introEn')} rows={4} maxLength={5000} optional />
        </div>
        <Checks
          name="languages"
          label={t('builder.form.languages')}
          hint={t('builder.form.languages.hint')}
          horizontal
          options={(['de', 'en'] as const).map((one) => ({ value: one, label: t(`services.language.${one}`) }))}
        />
      </Section>
      <Section title={t('builder.data')} lead={t('builder.form.data.lead')} sheet>
        <Select
          name="trustLevel"
          label={t('builder.trust')}
          options={(['none', 'basis', 'substanziell', 'hoch'] as const).map((one) => ({ value: one, label: t(`builder.trust.${one}`) }))}
        />
        <div class="builder-pair">
          <Field name="purposeDe" label={t('builder.purpose.de')} rows={2} maxLength={5000} optional />
          <Field name="purposeEn" label={t('builder.purpose.en')} rows={2} maxLength={5000} optional />
        </div>
        <Field name="legalBasis" label={t('builder.legalBasis')} maxLength={300} optional />
      </Section>
      <ButtonRow>
        <Submit>{t('builder.save')}</Submit>
      </ButtonRow>
    </Form>
  </PartFrame>
)

type BeginProps = { frame: ServiceFrame; forms: readonly { key: string; name: { de: string; en: string } }[]; form: FormState }

/** A service without a form: begin with an empty one, with that of another service, or with a file. */
export const BeginPage = ({ frame, forms, form }: BeginProps) => {
  const path = formPath(frame.service.id)
  return (
    <ServiceDeskPage service={frame.service} standing={frame.standing} tabs={frame.tabs}>
      <EmptyState icon="list" title={t('builder.none')} text={t('builder.none.text')} />
      <Section title={t('builder.begin')} sheet>
        <Form action={`${path}/anfang`} state={form} id="anfang">
          <Select
            name="copy"
            label={t('builder.begin.with')}
            empty={t('builder.begin.empty')}
            optional
            options={forms.map(({ key, name }) => ({ value: key, label: said(name) }))}
          />
          <div>
            <Submit>{t('builder.begin.do')}</Submit>
          </div>
        </Form>
      </Section>
    </ServiceDeskPage>
  )
}
