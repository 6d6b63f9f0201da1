import { Alert, ButtonLink, Form, Page, Section, Submit } from '#design/index.ts'
import { type Again, blank } from '#platform/http/route.ts'
import { currentLocale, t } from '#platform/text.ts'
import { droppedWords, inWords } from '../../forms/index.ts'
import type { OpenDraft } from '../draft.rules.ts'
import { crumbs } from '../pages/page.view.tsx'
import { draftPath, laterPath } from '../pages/paths.ts'
import type { NewerForm } from './carry.verbs.ts'

/** The form was changed since the draft was begun: what goes along, what does not and said what, and what is asked anew. */
export const NewerFormPage = ({ open: { draft, form }, newer, tried }: { open: OpenDraft; newer: NewerForm; tried?: Again }) => {
  const { carried } = newer
  const asked = askedWords(newer)
  return (
    <Page
      title={t('carry.title')}
      preline={inWords(form.title, currentLocale())}
      lead={t('carry.lead', { count: carried.kept.length })}
      width="reading"
      noindex
      breadcrumbs={crumbs()}
    >
      {carried.dropped.length > 0 ? (
        <Section title={t('carry.dropped')} lead={t('carry.dropped.lead')}>
          <ul class="plain-list">
            {carried.dropped.map((one) => (
              <li key={one.path}>
                <strong>{inWords(one.item.label, currentLocale())}</strong>:{' '}
                <span class="words">{droppedWords(one, currentLocale()) || '–'}</span>
                <br />
                <span class="kern-body--muted">{t(`carry.reason.${one.reason}`)}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {asked.length > 0 ? (
        <Section title={t('carry.asked')}>
          <ul>
            {asked.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {carried.dropped.length + asked.length === 0 ? (
        <Alert tone="success" title={t('carry.all')}>
          <p>{t('carry.all.text')}</p>
        </Alert>
      ) : null}
      <Form action={`${draftPath(draft.id)}/neue-fassung`} state={tried ?? blank}>
        <input type="hidden" name="number" value={newer.number} />
        <input type="hidden" name="revision" value={draft.revision} />
        <div class="kern-btn-wrapper button-row">
          <Submit icon="arrow-forward">{t('carry.go')}</Submit>
          <ButtonLink href={laterPath(draft.id)} kind="tertiary" icon="clock">
            {t('carry.later')}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}

/** Names of what has to be answered now, each once. */
function askedWords({ form, carried: { asked } }: NewerForm): string[] {
  const labels = labelsOf(form)
  return [...new Set(asked.map(({ path }) => labels.get(path.split('.').find((key) => labels.has(key)) ?? '') ?? ''))].filter(Boolean)
}

const labelsOf = ({ pages }: NewerForm['form']) =>
  new Map(pages.flatMap(({ items }) => items.map((item): [string, string] => [item.key, inWords(item.label, currentLocale())])))
