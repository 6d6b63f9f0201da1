import { type KeptUpload, UploadField } from '#core/files/index.ts'
import { PlaceMap } from '#core/places/index.ts'
import {
  Alert,
  DefinitionList,
  Field,
  Form,
  type FormState,
  Page,
  type Photo,
  PhotoStrip,
  Refused,
  Section,
  Submit,
  Time,
} from '#design/index.ts'
import { t } from '#platform/text.ts'
import type { Case } from '../../cases/index.ts'
import type { Task, TaskVerb } from './task.rules.ts'

type Props = {
  link: string
  task: Task
  /** Undefined after the link has ended. */
  about: Case | undefined
  photos: readonly (Photo & { large: string })[]
  verbs: readonly TaskVerb[]
  form: FormState
  tried: TaskVerb | undefined
  kept: readonly KeptUpload[]
}

const paths: Record<TaskVerb, string> = { accept: 'annehmen', decline: 'ablehnen', ask: 'frage', close: 'erledigt' }
const none: FormState = { input: {}, errors: {} }

/** A step that is not possible any more: why, and the words that were typed, so that they are not lost. */
const TooLate = ({ verbs, form, tried }: Pick<Props, 'verbs' | 'form' | 'tried'>) => {
  if (tried === undefined || verbs.includes(tried)) return null
  const typed = typeof form.input.text === 'string' ? form.input.text.trim() : ''
  return (
    <>
      <Refused refusal={form.refusal} />
      {typed ? (
        <Alert tone="info" title={t('contractor.typed')}>
          <p class="words">{typed}</p>
        </Alert>
      ) : null}
    </>
  )
}

/** What a firm sees of one report, on a phone and without scripts. */
export const FirmPage = ({ task, about, photos, ...rest }: Props) =>
  about ? (
    <Page title={t('contractor.title', { title: about.title })} lead={about.placeLabel} width="reading" noindex>
      <TooLate {...rest} />
      {task.state === 'accepted' ? <Alert tone="success" title={t('contractor.accepted')} /> : null}
      <Section title={t('contractor.work')} sheet>
        <p class="words">{task.words}</p>
        {about.published && about.publicText ? <p class="words">{about.publicText}</p> : null}
        <DefinitionList
          stacked
          items={[
            { term: t('contractor.place'), value: about.placeLabel },
            { term: t('contractor.until'), value: <Time at={task.expiresAt} show="day" /> },
          ]}
        />
        {photos.length > 0 ? <PhotoStrip photos={photos} label={t('contractor.photos')} /> : null}
        {about.lat !== undefined && about.lon !== undefined ? (
          <PlaceMap
            places={[{ lat: about.lat, lon: about.lon, label: about.placeLabel }]}
            label={t('contractor.map', { place: about.placeLabel })}
            size="small"
            zoom={16}
          />
        ) : null}
      </Section>
      {rest.verbs.map((verb) => (
        <Step key={verb} verb={verb} {...rest} />
      ))}
    </Page>
  ) : (
    <Page title={t('contractor.ended')} width="reading" noindex>
      <TooLate {...rest} />
      <Alert tone="info" title={t(`contractor.ended.${endOf(task)}`)}>
        <p>{t('contractor.ended.text')}</p>
      </Alert>
    </Page>
  )

const endOf = ({ state }: Task): string => (state === 'sent' || state === 'accepted' ? 'expired' : state)

const Step = ({ verb, link, form, tried, kept }: Pick<Props, 'link' | 'form' | 'tried' | 'kept'> & { verb: TaskVerb }) => (
  <Section title={t(`contractor.${verb}`)} sheet id={paths[verb]}>
    <Form action={`/auftrag/${link}/${paths[verb]}`} id={verb} state={tried === verb ? form : none} files={verb === 'close'}>
      {verb === 'close' ? (
        <UploadField
          name="photos"
          label={t('contractor.close.photos')}
          hint={t('contractor.close.hint')}
          kinds={['image']}
          max={5}
          kept={tried === verb ? kept : []}
          error={tried === verb ? form.errors.photos : undefined}
        />
      ) : null}
      {verb === 'accept' ? null : (
        <Field name="text" label={t(`contractor.${verb}.text`)} rows={3} maxLength={4000} optional={verb === 'close'} />
      )}
      <div>
        <Submit kind={verb === 'accept' || verb === 'close' ? 'primary' : 'secondary'}>{t(`contractor.${verb}.do`)}</Submit>
      </div>
    </Form>
  </Section>
)
