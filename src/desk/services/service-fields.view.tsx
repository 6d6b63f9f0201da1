import { nameIn, type Organisation } from '#core/organisations/index.ts'
import { Checkbox, Checks, Field, Section, Select } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { type Situation, trustLevels, type WordPart, wordParts } from '#services/catalogue/index.ts'

/** How much room a part gets, and how long it may be. */
const room: Record<WordPart, { rows?: number; max: number }> = {
  name: { max: 120 },
  synonyms: { rows: 5, max: 2000 },
  short: { rows: 3, max: 300 },
  text: { rows: 8, max: 10_000 },
  conditions: { rows: 5, max: 5000 },
  documents: { rows: 6, max: 5000 },
  fees: { rows: 5, max: 3000 },
  course: { rows: 6, max: 5000 },
  duration: { rows: 2, max: 1000 },
  remedy: { rows: 2, max: 2000 },
}
const required: readonly string[] = ['de.name', 'de.short']
const hinted: readonly WordPart[] = ['synonyms', 'short', 'text', 'conditions', 'documents', 'fees', 'duration']

type FieldsProps = {
  units: readonly Organisation[]
  situations: readonly Situation[]
  /** Parts that are written in German and not in English. */
  missing?: readonly WordPart[]
}

/** Everything that is said about a service: both languages beside each other, then the facts that are the same in both. */
export const ServiceFields = ({ units, situations, missing = [] }: FieldsProps) => (
  <>
    <Section title={t('services.words')} lead={t('services.words.lead')} sheet>
      <div class="both-languages">
        {wordParts.map((part) => (
          <div key={part} class="both-languages__pair">
            <Word part={part} locale="de" />
            <Word part={part} locale="en" missing={missing.includes(part)} />
          </div>
        ))}
      </div>
    </Section>
    <Section title={t('services.facts')} sheet>
      <div class="form">
        <Select
          name="unitId"
          label={t('services.field.unitId')}
          empty={t('services.unit.none')}
          optional
          options={units.map((unit) => ({ value: unit.id, label: nameIn(unit, currentLocale()) }))}
        />
        <Checks
          name="situations"
          label={t('services.field.situations')}
          optional
          horizontal
          options={situations.map(({ id, name }) => ({ value: id, label: (currentLocale() === 'en' && name.en) || name.de }))}
        />
        <Checkbox name="asked" label={t('services.field.asked')} hint={t('services.field.asked.hint')} />
        <Field
          name="normDays"
          type="number"
          min={0}
          max={365}
          width="short"
          label={t('services.field.normDays')}
          hint={t('services.field.normDays.hint')}
          optional
        />
        <Select
          name="trust"
          label={t('services.field.trust')}
          options={trustLevels.map((level) => ({ value: level, label: t(`service.trust.${level}`) }))}
        />
        <Field
          name="legalBasis"
          label={t('service.legalBasis')}
          hint={t('services.field.legalBasis.hint')}
          rows={4}
          maxLength={3000}
          optional
        />
        <Field
          name="leikaKey"
          label={t('services.field.leikaKey')}
          hint={t('services.field.leikaKey.hint')}
          width="medium"
          maxLength={14}
          inputMode="numeric"
          optional
        />
      </div>
    </Section>
  </>
)

const Word = ({ part, locale, missing = false }: { part: WordPart; locale: 'de' | 'en'; missing?: boolean }) => {
  const { rows, max } = room[part]
  const hint = missing ? t('services.english.here') : locale === 'de' && hinted.includes(part) ? t(`services.hint.${part}`) : undefined
  return (
    <Field
      name={`${locale}[${part}]`}
      label={t('services.part', { part: t(`service.part.${part}`), language: t(`services.language.${locale}`) })}
      {...(rows ? { rows } : {})}
      {...(hint ? { hint } : {})}
      maxLength={max}
      optional={!required.includes(`${locale}.${part}`)}
    />
  )
}
