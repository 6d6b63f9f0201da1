import { Choice, Form } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import type { Category, CategoryGroup } from '../category.rules.ts'
import { CategoryIcon } from './category-icon.view.tsx'
import { stepPath } from './draft.rules.ts'
import { FormPage, FormSteps } from './report-form.parts.view.tsx'
import { inWords } from './words.ts'

type Props = {
  draftId: string
  form: Again<{ category: string }>
  all: readonly Category[]
  groups: readonly CategoryGroup[]
  proposed: readonly Category[]
}

/** What fits the text stands first; everything else lies in its group, opened where the choice is. */
export const KindPage = ({ draftId, form, all, groups, proposed }: Props) => {
  const { category: chosen } = form.input
  const others = all.filter((category) => !proposed.includes(category))
  const error = form.errors.category ? t('reportForm.kind.missing') : undefined
  return (
    <FormPage part="kind" title={t('reportForm.kind.title')} lead={proposed.length > 0 ? t('reportForm.kind.lead') : undefined}>
      <Form action={stepPath(draftId, 'kind')} state={{ ...form, errors: error ? { category: error } : {} }}>
        {proposed.length > 0 ? (
          <Choice
            name="category"
            label={t('reportForm.kind.proposed')}
            options={proposed.map(option)}
            value={chosen ?? proposed[0]?.code}
          />
        ) : null}
        <div class="kind-groups">
          <h2 class="kern-label">{t(proposed.length > 0 ? 'reportForm.kind.others' : 'reportForm.kind.all')}</h2>
          {groups.map((group) => {
            const inGroup = others.filter(({ groupCode }) => groupCode === group.code)
            if (inGroup.length === 0) return null
            return (
              <details key={group.code} class="kind-group" open={inGroup.some(({ code }) => code === chosen)}>
                <summary class="kind-group__name">
                  <CategoryIcon group={group.code} />
                  {inWords(group.name)}
                </summary>
                <Choice name="category" label={inWords(group.name)} hideLabel options={inGroup.map(option)} value={chosen ?? ''} error="" />
              </details>
            )
          })}
        </div>
        <FormSteps back={stepPath(draftId, 'place')} />
      </Form>
    </FormPage>
  )
}

const option = ({ code, name, hint }: Category) => ({ value: code, label: inWords(name), hint: hint ? inWords(hint) : undefined })
