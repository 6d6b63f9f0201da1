import { t } from '#platform/text.ts'
import type { KeptRule, RuleChange } from '#services/reports/index.ts'
import { conditions, type Names } from './routing.parts.view.tsx'

type Change = RuleChange<KeptRule>

/** What became different, a sentence for each. */
export const Changes = ({ changes, names }: { changes: readonly Change[]; names: Names }) =>
  changes.length === 0 ? (
    <p>{t('administration.changes.none')}</p>
  ) : (
    <ul class="rule-changes">
      {changes.map((change) => (
        <li key={`${change.kind} ${'now' in change ? change.now.id : change.was.id}`}>{sentence(change, names)}</li>
      ))}
    </ul>
  )

function sentence(change: Change, names: Names): string {
  const rule = 'now' in change ? change.now : change.was
  const note = (one: KeptRule) => one.publicNote?.[names.locale] ?? t('administration.changes.noNote')
  return t(`administration.changes.${change.kind}`, {
    when: conditions(rule, names),
    unit: rule.unitName,
    wasWhen: 'was' in change ? conditions(change.was, names) : '',
    wasUnit: 'was' in change ? change.was.unitName : '',
    note: note(rule),
  })
}
