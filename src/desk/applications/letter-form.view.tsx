import { Alert, ButtonLink, ButtonRow, Choice, Field, Form, type FormState, Page, Section, Select, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { fieldNameOf, type LetterSheet } from '#services/applications/index.ts'
import { channels } from '#services/letters/index.ts'
import { PATH } from './list-query.rules.ts'

type Props = { sheet: LetterSheet; state?: FormState | undefined }

/** Writes a letter: whom it goes to and by which way, and what the application does not say itself. */
export const LetterPage = ({ sheet, state }: Props) => {
  const { it, template, letter, facts, locale, account, open, noFeeOpen } = sheet
  const back = `${PATH}/${it.number}`
  const known = letter ? letter.data : undefined
  const typed = (name: string): string => {
    const values = state?.input.values as Record<string, unknown> | undefined
    const value = values?.[fieldNameOf(name)] ?? known?.values[name]
    return typeof value === 'string' ? value : ''
  }
  const first = <T,>(value: T) => (state ? {} : { value })
  return (
    <Page
      title={template.name}
      preline={it.number}
      lead={it.title}
      width="reading"
      noindex
      breadcrumbs={[
        { href: '/amt', label: t('desk.home.title') },
        { href: PATH, label: t('deskApplications.title') },
        { href: back, label: it.number },
      ]}
    >
      <Form
        action={letter ? `${back}/briefe/${letter.id}` : `${back}/briefe/neu/${template.key}`}
        id="letter"
        {...(state ? { state } : {})}
      >
        {noFeeOpen && !state?.refusal ? <Alert tone="warning" title={t('refusal.noFeeOpen')} /> : null}
        {letter ? <input type="hidden" name="version" value={letter.version} /> : null}
        <Section title={t('deskApplications.letter.to')}>
          <div class="form">
            <Field
              name="name"
              label={t('deskApplications.letter.name')}
              maxLength={200}
              {...first(known?.recipient.name ?? facts.recipient.name)}
            />
            <Field
              name="address"
              label={t('deskApplications.letter.address')}
              hint={t('deskApplications.letter.address.hint')}
              rows={3}
              optional
              {...first((known?.recipient.lines ?? facts.recipient.lines ?? []).join('\n'))}
            />
            <Choice
              name="channel"
              label={t('deskApplications.letter.channel')}
              options={channels.map((channel) => ({
                value: channel,
                label: t(`deskApplications.letter.channel.${channel}`),
                hint: t(channel === 'portal' && !account ? 'letters.portal.noAccount' : `deskApplications.letter.channel.${channel}.hint`),
              }))}
              {...first(letter?.channel ?? (account ? 'portal' : 'post'))}
            />
            <Select
              name="locale"
              label={t('textBlocks.language')}
              options={(['de', 'en'] as const).map((one) => ({ value: one, label: t(`textBlocks.language.${one}`) }))}
              {...first(locale)}
            />
          </div>
        </Section>
        <Section title={t('deskApplications.letter.content')} lead={t('deskApplications.letter.content.lead')}>
          <div class="form">
            <Field
              name="salutation"
              label={t('deskApplications.letter.salutation')}
              hint={t('deskApplications.letter.salutation.hint')}
              maxLength={200}
              optional
              {...first(known?.salutation ?? '')}
            />
            {open.map((name) => (
              <Field
                key={name}
                name={`values[${fieldNameOf(name)}]`}
                label={t('deskApplications.letter.placeholder', { name: name.replace(/^(?:fact|answer)\./, '') })}
                hint={t('deskApplications.letter.placeholder.hint', { name: `{{${name}}}` })}
                rows={2}
                value={typed(name)}
                optional
              />
            ))}
            <Field
              name="enclosures"
              label={t('deskApplications.letter.enclosures')}
              hint={t('deskApplications.letter.enclosures.hint')}
              rows={2}
              optional
              {...first((known?.enclosures ?? []).join('\n'))}
            />
          </div>
        </Section>
        <ButtonRow>
          <Submit>{t('deskApplications.letter.save')}</Submit>
          <ButtonLink href={back} kind="tertiary">
            {t('desk.cancel')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  )
}
