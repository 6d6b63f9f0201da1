import { Select, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { TextBlockStep } from '#services/cases/index.ts'
import type { Blocks } from './insert.ts'

type Props = { blocks: Blocks; step: TextBlockStep; kind: string; action: string }

/** A text, its language and a button that puts it into the form; everything typed and the photos stay. */
export const BlockChoice = ({ blocks, step, kind, action }: Props) => {
  const fitting = blocks.all.filter((block) => block.step === undefined || block.step === step)
  if (fitting.length === 0) return null
  return (
    <details class="folded text-block">
      <summary class="text-block__summary">{t('textBlocks.choose')}</summary>
      <div class="folded__form form">
        <Select
          name="baustein"
          label={t('textBlocks.one')}
          empty={t('textBlocks.none')}
          optional
          options={fitting.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="sprache"
          label={t('textBlocks.language')}
          hint={t('textBlocks.language.hint', { language: t(`textBlocks.language.${blocks.locale}`) })}
          value={blocks.locale}
          optional
          options={(['de', 'en'] as const).map((locale) => ({ value: locale, label: t(`textBlocks.language.${locale}`) }))}
        />
        <div>
          <Submit kind="secondary" name="fuer" value={kind} formAction={action}>
            {t('textBlocks.insert')}
          </Submit>
        </div>
      </div>
    </details>
  )
}
