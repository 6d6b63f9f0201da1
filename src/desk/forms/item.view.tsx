import type { ComponentChildren } from 'preact'
import { Alert, ButtonRow, Checkbox, Checks, ConfirmButton, Field, Form, type FormState, Section, Select, Submit } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { calculationOf, calculationWays } from '#services/builder/index.ts'
import { allItems, conditionWords, type Field as FormField, findingWords, type Item, isGroup } from '#services/forms/index.ts'
import { type AtWork, PartFrame, Revision, said } from './frame.view.tsx'
import { homes, partsIn } from './item.rules.ts'
import { kindOptions } from './outline.view.tsx'
import { formPath } from './paths.ts'
import { ConditionFields } from './rows.view.tsx'

type Props = { at: AtWork; item: Item; form: FormState }

export const ItemPage = ({ at, item, form }: Props) => {
  const path = `${formPath(at.service.id)}/felder/${item.key}`
  const name = said(item.label) || item.key
  return (
    <PartFrame at={at} title={name}>
      <FoundHere at={at} item={item} />
      <Form action={path} state={form} id="feld">
        <Revision at={at} />
        <Section title={t('builder.words')} lead={isGroup(item) ? t('builder.kind.group') : t(`builder.kind.${item.kind}`)} sheet>
          <Pair>
            <Field name="labelDe" label={t('builder.label.de')} maxLength={5000} rows={2} />
            <Field name="labelEn" label={t('builder.label.en')} maxLength={5000} rows={2} optional />
            <Field name="helpDe" label={t('builder.help.de')} maxLength={5000} rows={2} optional />
            <Field name="helpEn" label={t('builder.help.en')} maxLength={5000} rows={2} optional />
          </Pair>
          {isGroup(item) ? <GroupFields /> : <KindFields at={at} item={item} />}
        </Section>
        <Section title={t('builder.when')} sheet>
          {isGroup(item) || item.kind === 'info' || item.kind === 'calculated' ? null : (
            <>
              <Select
                name="need"
                label={t('builder.need')}
                options={(['yes', 'no', 'when'] as const).map((need) => ({ value: need, label: t(`builder.need.${need}`) }))}
              />
              <ConditionFields form={at.work.form} prefix="needed" legend={t('builder.needed')} known={item.requiredIf} />
            </>
          )}
          <ConditionFields form={at.work.form} prefix="visible" legend={t('builder.visible')} known={item.visibleIf} />
        </Section>
        {isGroup(item) || item.kind === 'info' ? null : <DataFields />}
        <ButtonRow>
          <Submit>{t('builder.save')}</Submit>
        </ButtonRow>
      </Form>
      <Place at={at} item={item} />
      <ConfirmButton
        action={`${path}/weg`}
        label={t('builder.item.remove')}
        consequence={t(isGroup(item) ? 'builder.group.remove.consequence' : 'builder.item.remove.consequence')}
        confirm={t('builder.item.remove.confirm', { name })}
        fields={{ revision: String(at.work.definition.revision) }}
      />
    </PartFrame>
  )
}

const Pair = ({ children }: { children: ComponentChildren }) => <div class="builder-pair">{children}</div>

const FoundHere = ({ at, item }: { at: AtWork; item: Item }) => {
  const found = at.work.findings.filter(({ place }) => place.path?.split('.').at(-1) === item.key)
  if (found.length === 0) return null
  return (
    <Alert tone={found.some(({ grade }) => grade === 'fault') ? 'warning' : 'info'} title={t('builder.found.here')}>
      <ul>
        {[...new Set(found.map((one) => findingWords(at.work.form, one, currentLocale()).what))].map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
    </Alert>
  )
}

const GroupFields = () => (
  <>
    <Pair>
      <Field name="itemLabelDe" label={t('builder.itemLabel.de')} hint={t('builder.itemLabel.hint')} maxLength={300} />
      <Field name="itemLabelEn" label={t('builder.itemLabel.en')} maxLength={300} optional />
    </Pair>
    <div class="builder-short">
      <Field name="min" label={t('builder.group.min')} inputMode="numeric" width="short" />
      <Field name="max" label={t('builder.group.max')} inputMode="numeric" width="short" />
    </div>
  </>
)

const Short = ({ names, free = true }: { names: readonly string[]; free?: boolean }) => (
  <div class="builder-short">
    {names.map((name) => (
      <Field key={name} name={name} label={t(`builder.check.${name}`)} width="medium" optional={free} maxLength={300} />
    ))}
  </div>
)

/** What only this kind of field has. */
const KindFields = ({ at, item }: { at: AtWork; item: FormField }) => {
  switch (item.kind) {
    case 'text':
      return (
        <>
          <Short names={['minLength', 'maxLength']} />
          <Field name="pattern" label={t('builder.check.pattern')} hint={t('builder.check.pattern.hint')} maxLength={300} optional />
          <Pair>
            <Field name="patternDe" label={t('builder.check.patternDe')} maxLength={300} optional />
            <Field name="patternEn" label={t('builder.check.patternEn')} maxLength={300} optional />
          </Pair>
        </>
      )
    case 'longText':
      return <Short names={['minLength', 'maxLength']} />
    case 'number':
      return <Short names={['min', 'max', 'decimals', 'unitDe', 'unitEn']} />
    case 'money':
      return <Short names={['min', 'max']} />
    case 'date':
      return (
        <>
          <Short names={['earliest', 'latest']} />
          <p class="builder-muted">{t('builder.day.hint')}</p>
        </>
      )
    case 'choice':
    case 'multiChoice':
      return (
        <>
          <Field name="options" label={t('builder.options')} hint={t('builder.options.hint')} rows={8} maxLength={60_000} />
          <OptionConditions at={at} item={item} />
          {item.kind === 'multiChoice' ? <Short names={['minChosen', 'maxChosen']} /> : null}
        </>
      )
    case 'upload':
      return <Short names={['minFiles', 'maxFiles']} />
    case 'calculated':
      return <CalculationFields at={at} item={item} />
    default:
      return partsIn(item).length > 0 ? (
        <>
          <Checks
            name="parts"
            label={t('builder.parts')}
            hint={t('builder.parts.hint')}
            optional
            horizontal
            options={partsIn(item).map((part) => ({ value: part, label: t(`form.part.${part}`) }))}
          />
          {item.kind === 'address' ? <Checkbox name="anywhere" label={t('builder.anywhere')} /> : null}
        </>
      ) : null
  }
}

const OptionConditions = ({ at, item }: { at: AtWork; item: FormField }) => {
  const some = (item.options ?? []).filter(({ onlyIf }) => onlyIf)
  return some.length === 0 ? null : (
    <ul class="builder-findings">
      {some.map(({ key, label, onlyIf }) => (
        <li key={key}>
          {said(label)}: {onlyIf ? t('builder.onlyIf', { condition: conditionWords(at.work.form, onlyIf, currentLocale()) }) : ''}
        </li>
      ))}
    </ul>
  )
}

const CalculationFields = ({ at, item }: { at: AtWork; item: FormField }) => {
  const all = [...allItems(at.work.form)].map((placed) => placed.item)
  const option = (one: Item) => ({ value: one.key, label: said(one.label) || one.key })
  const numbers = all.filter((one) => one.key !== item.key && ['number', 'money', 'calculated', 'yesNo'].includes(one.kind)).map(option)
  const choices = all.filter(({ kind }) => kind === 'choice' || kind === 'multiChoice').map(option)
  const groups = all.filter(isGroup).map(option)
  const ways = calculationWays.filter((way) => way !== 'own' || calculationOf(item.expression).way === 'own')
  return (
    <div class="form">
      <Select
        name="way"
        label={t('builder.way')}
        hint={t('builder.way.hint')}
        options={ways.map((way) => ({ value: way, label: t(`builder.way.${way}`) }))}
      />
      <Field name="amount" label={t('builder.amount')} hint={t('builder.amount.hint')} width="short" optional />
      {numbers.length > 0 ? (
        <>
          <Checks name="ofFields" label={t('builder.ofFields')} optional options={numbers} />
          <Select name="ofField" label={t('builder.ofField')} empty={t('builder.row.none')} optional options={numbers} />
        </>
      ) : null}
      {groups.length > 0 ? (
        <Select name="ofGroup" label={t('builder.ofGroup')} empty={t('builder.row.none')} optional options={groups} />
      ) : null}
      {choices.length > 0 ? (
        <>
          <Select name="ofChoice" label={t('builder.ofChoice')} empty={t('builder.row.none')} optional options={choices} />
          <Field name="table" label={t('builder.table')} hint={t('builder.table.hint')} rows={5} optional />
        </>
      ) : null}
      <Select
        name="result"
        label={t('builder.result')}
        options={(['money', 'number'] as const).map((one) => ({ value: one, label: t(`builder.result.${one}`) }))}
      />
      <Checkbox name="fee" label={t('builder.fee')} hint={t('builder.fee.hint')} />
    </div>
  )
}

const DataFields = () => (
  <Section title={t('builder.data')} lead={t('builder.data.lead')} sheet>
    <div class="form">
      <Select
        name="dataClass"
        label={t('builder.dataClass')}
        empty={t('builder.dataClass.unsaid')}
        optional
        options={(['none', 'personal', 'special'] as const).map((one) => ({ value: one, label: t(`builder.dataClass.${one}`) }))}
      />
      <Pair>
        <Field name="purposeDe" label={t('builder.purpose.de')} maxLength={300} optional />
        <Field name="purposeEn" label={t('builder.purpose.en')} maxLength={300} optional />
      </Pair>
      <Field name="legalBasis" label={t('builder.legalBasis')} maxLength={300} optional />
      <Select
        name="trustLevel"
        label={t('builder.trust')}
        empty={t('builder.trust.form')}
        optional
        options={(['none', 'basis', 'substanziell', 'hoch'] as const).map((one) => ({ value: one, label: t(`builder.trust.${one}`) }))}
      />
      <div class="builder-pair">
        <Select
          name="prefillSource"
          label={t('builder.prefill')}
          empty={t('builder.prefill.none')}
          optional
          options={(['account', 'earlier', 'link', 'register', 'identity'] as const).map((one) => ({
            value: one,
            label: t(`builder.prefill.${one}`),
          }))}
        />
        <Field name="prefillAttribute" label={t('builder.prefill.attribute')} maxLength={60} optional />
      </div>
      <Checkbox name="readOnly" label={t('builder.readOnly')} />
      <Field name="onceOnly" label={t('builder.onceOnly')} hint={t('builder.onceOnly.hint')} maxLength={60} width="medium" optional />
    </div>
  </Section>
)

/** Where it stands, and what it is: the ways without dragging. */
const Place = ({ at, item }: { at: AtWork; item: Item }) => {
  const path = `${formPath(at.service.id)}/felder`
  const placed = [...allItems(at.work.form)].find((one) => one.item.key === item.key)
  const now = placed ? [placed.page.key, placed.groups.at(-1)?.key].filter(Boolean).join('/') : ''
  const options = homes(at.work.form).filter(({ group }) => group !== item.key)
  return (
    <Section title={t('builder.place')} sheet>
      <div class="builder-apart">
        <Form action={`${path}/platz`} id="ort" state={{ input: { home: now }, errors: {} }}>
          <Revision at={at} />
          <input type="hidden" name="key" value={item.key} />
          <Select
            name="home"
            label={t('builder.place.home')}
            options={options.map(({ value, label, depth }) => ({ value, label: `${'– '.repeat(depth)}${said(label) || value}` }))}
          />
          <div>
            <Submit kind="secondary">{t('builder.place.move')}</Submit>
          </div>
        </Form>
        {isGroup(item) ? null : (
          <Form action={`${path}/${item.key}/art`} id="art" state={{ input: { kind: item.kind }, errors: {} }}>
            <Revision at={at} />
            <Select
              name="kind"
              label={t('builder.kind.change')}
              hint={t('builder.kind.change.hint')}
              options={kindOptions().filter(({ value }) => value !== 'group')}
            />
            <div>
              <Submit kind="secondary">{t('builder.kind.save')}</Submit>
            </div>
          </Form>
        )}
      </div>
    </Section>
  )
}
