import { photoOf } from '#core/files/index.ts'
import { PlaceField } from '#core/places/index.ts'
import { Alert, Checks, Field, Picture, Section, Select } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import type { CaseSheet } from './case.read.ts'
import { DeskForm, Folded } from './form-parts.view.tsx'
import { FoundWords, ModeratorTools, Reason } from './moderator-tools.view.tsx'

/** What everybody gets to see, and corrections of what was reported. */
export const Moderation = ({ sheet }: { sheet: CaseSheet }) => {
  const { report } = sheet
  if (!report.may.moderate && !report.may.route) return null
  return (
    <Section title={t('desk.moderation.title')} id="pruefung">
      {report.publication === 'waiting' ? <Findings findings={report.findings} /> : null}
      <ModeratorTools sheet={sheet} />
      <div class="desk-steps">
        {report.may.moderate && (report.publication === 'waiting' || report.publication === 'hidden') ? (
          <Folded label={t('desk.publish.title')} icon="visibility" id="veroeffentlichung" primary={report.publication === 'waiting'}>
            <PublishForm sheet={sheet} id="publish" />
          </Folded>
        ) : null}
        {report.may.moderate && report.publication === 'published' ? (
          <Folded label={t('desk.reword.title')} icon="edit" id="wortlaut">
            <RewordForm sheet={sheet} id="reword" />
          </Folded>
        ) : null}
        <Folded label={t('desk.category.title')} icon="tag" id="art">
          <CategoryForm sheet={sheet} id="category" />
        </Folded>
        <Folded label={t('desk.place.title')} icon="pin" id="ort">
          <PlaceForm sheet={sheet} id="place" />
        </Folded>
        {report.may.moderate && (report.publication === 'published' || report.publication === 'waiting') ? (
          <Folded label={t('desk.hide.title')} icon="visibility-off" id="ausblenden" danger>
            <HideForm sheet={sheet} id="hide" />
          </Folded>
        ) : null}
      </div>
    </Section>
  )
}

const Findings = ({ findings }: { findings: readonly string[] }) => (
  <Alert tone="warning" title={t('desk.moderation.waiting')}>
    {findings.length > 0 ? (
      <ul>
        {findings.map((finding) => (
          <li key={finding}>{t(`report.finding.${finding}`)}</li>
        ))}
      </ul>
    ) : null}
  </Alert>
)

type FormProps = { sheet: CaseSheet; id: string; state?: Parameters<typeof DeskForm>[0]['state'] }

/** After a failed attempt what was typed, though it is nothing: an emptied field does not fill itself with the original again. */
const PublicText = ({ state, value, optional = false }: Pick<FormProps, 'state'> & { value: string; optional?: boolean }) => {
  const typed = state?.input.publicText ?? ''
  return (
    <Field
      name="publicText"
      label={t('desk.publish.text')}
      hint={t(optional ? 'desk.publish.hintOrPhotos' : 'desk.publish.hint')}
      rows={5}
      maxLength={4000}
      value={state ? typed : value}
      optional={optional}
    />
  )
}

export const PublishForm = ({ sheet, id, state }: FormProps) => {
  const before = sheet.report.photos.filter(({ role }) => role === 'before')
  const { publicText, originalText } = sheet.report
  // Emptied earlier it stays so; the original is proposed only where nobody has chosen another text yet.
  const text = sheet.publicTexts.length > 0 ? publicText : publicText || originalText
  return (
    <DeskForm sheet={sheet} kind="veroeffentlichung" id={id} state={state} submit={t('desk.publish.do')}>
      <FoundWords text={text} />
      <PublicText state={state} value={text} optional={before.length > 0} />
      {before.length > 0 ? (
        <Checks
          name="photos"
          label={t('desk.publish.photos')}
          hint={t('desk.publish.photosHint')}
          value={state ? (state.input.photos ?? []) : before.map(({ fileId }) => fileId)}
          options={before.map(({ fileId, file }, i) => ({
            value: fileId,
            label: (
              <span class="desk-photo-choice">
                <Picture photo={photoOf(file, t('desk.photo.alt', { n: i + 1, role: t('desk.photo.before') }))} sizes="10rem" />
              </span>
            ),
          }))}
        />
      ) : null}
    </DeskForm>
  )
}

export const RewordForm = ({ sheet, id, state }: FormProps) => (
  <DeskForm sheet={sheet} kind="wortlaut" id={id} state={state} submit={t('desk.reword.do')}>
    <FoundWords text={sheet.report.publicText} />
    <PublicText state={state} value={sheet.report.publicText} />
    <Reason state={state} />
  </DeskForm>
)

export const HideForm = ({ sheet, id, state }: FormProps) => (
  <DeskForm sheet={sheet} kind="ausblenden" id={id} state={state} submit={t('desk.hide.do')} danger>
    <Reason state={state} />
    <Field name="text" label={t('desk.hide.more')} hint={t('desk.hide.hint')} rows={3} maxLength={4000} optional />
  </DeskForm>
)

export const CategoryForm = ({ sheet, id, state }: FormProps) => {
  const locale = currentLocale()
  return (
    <DeskForm sheet={sheet} kind="art" id={id} state={state} submit={t('desk.category.do')}>
      <Select
        name="category"
        label={t('desk.category.which')}
        hint={t('desk.category.hint')}
        {...(state ? {} : { value: sheet.report.category.id })}
        options={sheet.groups.map((group) => ({
          group: group.name[locale],
          options: sheet.categories
            .filter(({ groupCode }) => groupCode === group.code)
            .map((category) => ({ value: category.id, label: category.name[locale] })),
        }))}
      />
    </DeskForm>
  )
}

export const PlaceForm = ({ sheet, id, state }: FormProps) => (
  <DeskForm sheet={sheet} kind="ort" id={id} state={state} submit={t('desk.place.do')}>
    <PlaceField label={t('desk.place.where')} hint={t('desk.place.hint')} {...(state ? { values: state.input } : {})} />
  </DeskForm>
)
