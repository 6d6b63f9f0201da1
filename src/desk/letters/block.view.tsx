import { ButtonRow, Field, Form, type FormState, Page, Section, Select, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { conditionTests, type LetterBlock, type LetterTemplate, placeholders, wordBlocks } from '#services/letters/index.ts'
import { PATH } from './paths.ts'
import { trail } from './templates.view.tsx'

type Props = { template: LetterTemplate; block: LetterBlock; at: number; edits: number; form: FormState }

export const BlockPage = ({ template, block, at, edits, form }: Props) => {
  const hasWords = (wordBlocks as readonly string[]).includes(block.kind)
  return (
    <Page
      title={`${t('deskLetters.blockNumber', { number: at + 1 })}: ${t(`deskLetters.kind.${block.kind}`)}`}
      preline={template.name}
      noindex
      breadcrumbs={[...trail(2), { href: `${PATH}/${template.id}`, label: template.name }]}
    >
      <Form action={`${PATH}/${template.id}/bloecke/${at}`} state={form} id="block">
        <input type="hidden" name="edits" value={String(edits)} />
        <Section title={t('deskLetters.block.words')} lead={t(`deskLetters.kind.${block.kind}.hint`)} sheet>
          {hasWords ? (
            <div class="form">
              <Field
                name="de"
                label={t('deskLetters.block.de')}
                hint={t('deskLetters.placeholders', { names: placeholders.map((name) => `{{${name}}}`).join(', ') })}
                rows={8}
                maxLength={6000}
              />
              <Field name="en" label={t('deskLetters.block.en')} hint={t('deskLetters.block.en.hint')} rows={8} maxLength={6000} optional />
            </div>
          ) : null}
        </Section>
        <Section title={t('deskLetters.when')} lead={t('deskLetters.when.lead')} sheet>
          <div class="form">
            <Field
              name="whenName"
              label={t('deskLetters.when.name')}
              hint={t('deskLetters.when.name.hint')}
              maxLength={130}
              optional
              autocomplete="off"
            />
            <Select
              name="whenIs"
              label={t('deskLetters.when.is')}
              optional
              options={conditionTests.map((one) => ({ value: one, label: t(`deskLetters.when.is.${one}`) }))}
            />
            <Field name="whenValue" label={t('deskLetters.when.value')} maxLength={200} optional autocomplete="off" />
          </div>
        </Section>
        <ButtonRow>
          <Submit>{t('deskLetters.block.save')}</Submit>
        </ButtonRow>
      </Form>
    </Page>
  )
}
