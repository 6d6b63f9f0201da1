import { nameIn } from '#core/organisations/index.ts'
import { assetKinds } from '#core/places/index.ts'
import { Field, Form, type FormState, Section, Select, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { roadOwners } from '#services/reports/index.ts'
import { AdminPage } from '../admin-page.tsx'
import { assetKindName, DRAFT, type Names, ROUTING } from './routing.parts.view.tsx'

type RulePageProps = { id: string | undefined; form: FormState; names: Names }

export const RulePage = ({ id, form, names: { categories, groups, districts, units, locale } }: RulePageProps) => {
  const any = t('administration.rule.any')
  return (
    <AdminPage
      title={t(id ? 'administration.rule.change' : 'administration.rule.new')}
      lead={t('administration.rule.lead')}
      parents={[
        { href: ROUTING, label: t('administration.routing') },
        { href: DRAFT, label: t('administration.draft') },
      ]}
    >
      <Form action={id ? `${DRAFT}/${id}` : `${DRAFT}/regeln`} state={form}>
        <Section title={t('administration.rule.when')} sheet>
          <div class="form">
            <Select
              name="categoryId"
              label={t('administration.category.one')}
              empty={any}
              optional
              options={categories
                .filter(({ id: one, closedAt }) => !closedAt || one === form.input.categoryId)
                .map((category) => ({ value: category.id, label: category.name[locale] }))}
            />
            <Select
              name="groupCode"
              label={t('administration.group')}
              empty={any}
              optional
              options={groups.map(({ code, name }) => ({ value: code, label: name[locale] }))}
            />
            <Select
              name="districtId"
              label={t('administration.district')}
              empty={any}
              optional
              options={districts.map((district) => ({ value: district.id, label: district.name }))}
            />
            <Select
              name="owner"
              label={t('administration.rule.owner')}
              empty={any}
              optional
              options={roadOwners.map((owner) => ({ value: owner, label: t(`administration.owner.${owner}`) }))}
            />
            <Select
              name="assetKind"
              label={t('administration.rule.asset')}
              empty={any}
              optional
              options={assetKinds.map((kind) => ({ value: kind, label: assetKindName(kind) }))}
            />
          </div>
        </Section>
        <Section title={t('administration.rule.then')} sheet>
          <div class="form">
            <Select
              name="unitId"
              label={t('administration.rule.unit')}
              empty={t('administration.choose')}
              options={units.map((unit) => ({ value: unit.id, label: nameIn(unit, locale) }))}
            />
            <Field
              name="noteDe"
              label={t('administration.rule.note.de')}
              hint={t('administration.rule.note.hint')}
              maxLength={500}
              optional
            />
            <Field name="noteEn" label={t('administration.rule.note.en')} maxLength={500} optional />
          </div>
        </Section>
        <Submit>{t('administration.save')}</Submit>
      </Form>
    </AdminPage>
  )
}
