import type { ComponentChildren } from 'preact'
import { Form } from '#design/index.ts'
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
  const chosen = form.input.category ?? proposed[0]?.code
  const others = all.filter((category) => !proposed.includes(category))
  const errors = form.errors.category || form.refusal ? { category: t('reportForm.kind.missing') } : {}
  return (
    <FormPage part="kind" title={t('reportForm.kind.title')} lead={proposed.length > 0 ? t('reportForm.kind.lead') : undefined}>
      <Form action={stepPath(draftId, 'kind')} state={{ input: form.input, errors }}>
        {/* The error summary leads here. */}
        <div id="f-category" tabIndex={-1}>
          {proposed.length > 0 ? <Kinds legend={t('reportForm.kind.proposed')} categories={proposed} chosen={chosen} /> : null}
        </div>
        <div class="kind-groups">
          <h2 class="kern-label">{t(proposed.length > 0 ? 'reportForm.kind.others' : 'reportForm.kind.all')}</h2>
          {groups.map((group) => {
            const inGroup = others.filter(({ groupCode }) => groupCode === group.code)
            return inGroup.length === 0 ? null : (
              <details key={group.code} class="kind-group" open={inGroup.some(({ code }) => code === chosen)}>
                <summary class="kind-group__name">
                  <CategoryIcon group={group.code} />
                  {inWords(group.name)}
                </summary>
                <Kinds legend={<span class="kern-sr-only">{inWords(group.name)}</span>} categories={inGroup} chosen={chosen} />
              </details>
            )
          })}
        </div>
        <FormSteps back={stepPath(draftId, 'place')} />
      </Form>
    </FormPage>
  )
}

type KindsProps = { legend: ComponentChildren; categories: readonly Category[]; chosen: unknown }

/** Part of one choice over several groups: the name is the same everywhere, the ids are not. */
const Kinds = ({ legend, categories, chosen }: KindsProps) => (
  <fieldset class="kern-fieldset">
    <legend class="kern-label">{legend}</legend>
    <div class="kern-fieldset__body">
      {categories.map(({ code, name, hint }) => (
        <div key={code} class="kern-form-check">
          <input
            class="kern-form-check__radio"
            type="radio"
            id={`kind-${code}`}
            name="category"
            value={code}
            checked={code === chosen}
            aria-describedby={hint ? `kind-${code}-hint` : undefined}
          />
          <label class="kern-label" for={`kind-${code}`}>
            {inWords(name)}
          </label>
          {hint ? (
            <div class="kern-hint check-hint" id={`kind-${code}-hint`}>
              {inWords(hint)}
            </div>
          ) : null}
        </div>
      ))}
    </div>
  </fieldset>
)
