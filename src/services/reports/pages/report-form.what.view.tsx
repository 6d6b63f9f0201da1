import type { KeptUpload } from '#core/files/index.ts'
import { Alert, Field, Form } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { PhotoField } from './photo-field.view.tsx'
import { FormPage, FormSteps } from './report-form.parts.view.tsx'

type Begun = Partial<Record<'objekt' | 'art' | 'kanal', unknown>>

/** Photo first, then a few words. While somebody writes, the kinds of damage that fit are offered (kind-proposal.browser.ts). */
export const WhatPage = ({
  action,
  form,
  kept = [],
  begin = {},
  at,
}: {
  action: string
  form: Again<{ text: string; photos: string[]; category?: string }>
  kept?: readonly KeptUpload[]
  begin?: Begun
  at?: string | undefined
}) => (
  <FormPage part="what" title={t('reportForm.what.title')} lead={t('reportForm.what.lead')}>
    {at ? <Alert tone="info" title={t('reportForm.what.at', { place: at })} /> : null}
    <Form action={action} files state={form}>
      {Object.entries(begin).map(([name, value]) =>
        typeof value === 'string' ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <PhotoField kept={kept} error={form.errors.photos} label={t('reportForm.photos')} hint={t('reportForm.photos.hint')} />
      <div data-controller="kind-proposal" data-kind-proposal-url-value={href('/meldungen/vorschlag.json')}>
        <Field
          name="text"
          label={t('reportForm.text')}
          hint={t('reportForm.text.hint')}
          rows={4}
          maxLength={4000}
          optional
          data={{ 'data-kind-proposal-target': 'text' }}
        />
        <div class="kind-proposal" role="radiogroup" aria-labelledby="kind-proposal" data-kind-proposal-target="box" hidden>
          <p class="kern-label" id="kind-proposal">
            {t('reportForm.proposal')}
          </p>
          <div class="kind-proposal__list" data-kind-proposal-target="list" />
        </div>
        <p class="kern-sr-only" role="status" data-kind-proposal-target="said" data-text={t('reportForm.proposal.said')} />
      </div>
      <FormSteps />
    </Form>
  </FormPage>
)
