import { PlaceField } from '#core/places/index.ts'
import { Alert, Button, ButtonLink, ButtonRow, Choice, Field, Icon, Page, Section, Select } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import type { Category, CategoryGroup, EmergencyNumber } from '../category.rules.ts'
import { QuestionField } from '../pages/question-field.view.tsx'
import { inWords } from '../pages/words.ts'
import { kindOnDevice, LATE_PATH } from './late.rules.ts'
import { PhotosOnDevice } from './photos-on-device.view.tsx'

type Props = { categories: readonly Category[]; groups: readonly CategoryGroup[] }

/**
 * A whole report on one page, because without network there is no next one. The same for everybody; late-report.browser.ts does what
 * the server cannot, and nothing leaves the device before it is finished.
 */
export const LateFormPage = (props: Props) => (
  <Page
    title={t('late.title')}
    lead={t('late.lead')}
    width="reading"
    noindex
    breadcrumbs={[
      { href: '/', label: t('reports.home') },
      { href: '/meldungen', label: t('reports.title') },
    ]}
  >
    <noscript>
      <Alert tone="info" title={t('late.noScript')}>
        <ButtonLink href="/meldungen/neu">{t('late.noScript.link')}</ButtonLink>
      </Alert>
    </noscript>
    <div
      class="late"
      data-stands-in
      data-controller="late-report"
      data-late-report-base-value={frame().base}
      data-late-report-path-value={LATE_PATH}
      data-late-report-waiting-value={href('/ohne-netz')}
      data-late-report-kinds-value={JSON.stringify(Object.fromEntries(props.categories.map((it) => [it.code, kindOnDevice(it)])))}
      data-late-report-texts-value={JSON.stringify(browserTexts())}
    >
      <LateForm {...props} />
      <div data-late-report-target="kept" tabIndex={-1} hidden>
        <Alert tone="success" title={t('late.kept')}>
          <p>{t('late.kept.text')}</p>
          <ButtonLink href="/ohne-netz" data={{ 'data-turbo': 'false' }}>
            {t('late.kept.link')}
          </ButtonLink>
        </Alert>
      </div>
    </div>
    <p class="emergency-line">
      <Icon name="phone" size="small" /> {t('reportForm.emergency')} <a href={href('tel:112')}>{t('reportForm.emergency.112')}</a>{' '}
      <a href={href('tel:110')}>{t('reportForm.emergency.110')}</a>
    </p>
  </Page>
)

/** Without an address of its own: only the script sends it. */
const LateForm = ({ categories, groups }: Props) => (
  <form
    class="form"
    noValidate
    hidden
    data-late-report-target="form"
    data-action="submit->late-report#finish input->late-report#written change->late-report#written"
  >
    <div class="kern-alert kern-alert--danger error-summary" role="alert" tabIndex={-1} data-late-report-target="errors" hidden>
      <div class="kern-alert__header">
        <span class="kern-icon kern-icon--danger" aria-hidden="true" />
        <h2 class="kern-title">{t('late.errors')}</h2>
      </div>
      <div class="kern-alert__body">
        <ul class="error-summary__list" data-late-report-target="errorList" />
      </div>
    </div>
    <PhotosOnDevice />
    <Field name="text" label={t('reportForm.text')} hint={t('reportForm.text.hint')} rows={4} maxLength={4000} optional />
    <Select
      name="category"
      label={t('late.kind')}
      empty={t('late.kind.choose')}
      options={groups.flatMap(({ code, name }) => {
        const inGroup = categories.filter(({ groupCode }) => groupCode === code)
        return inGroup.length > 0
          ? [{ group: inWords(name), options: inGroup.map((it) => ({ value: it.code, label: inWords(it.name) })) }]
          : []
      })}
    />
    <div class="late__questions" data-late-report-target="questions" />
    {(['112', '110'] as const).map((number) => (
      <Danger key={number} number={number} />
    ))}
    {categories
      .filter(({ questions }) => questions.length > 0)
      .map(({ code, questions }) => (
        <template key={code} data-late-report-target="asked" data-kind={code}>
          {questions.map((question) => (
            <QuestionField key={question.code} question={question} value={undefined} />
          ))}
        </template>
      ))}
    <PlaceField hint={t('late.place.hint')} />
    <Contact />
    <p class="late__said" role="status" data-late-report-target="said" />
    <ButtonRow>
      <Button type="submit" kind="primary" icon="send" data={{ 'data-late-report-target': 'submit' }}>
        {t('late.finish')}
      </Button>
      <Button kind="tertiary" data={{ 'data-action': 'late-report#later' }}>
        {t('late.later')}
      </Button>
    </ButtonRow>
    <p class="kern-body kern-body--muted">{t('late.private')}</p>
  </form>
)

const Danger = ({ number }: { number: EmergencyNumber }) => (
  <div class="danger-call late__danger" role="alert" data-late-report-target="danger" data-number={number} hidden>
    <p class="danger-call__why">{t('reportForm.danger.why')}</p>
    <a class="danger-call__number" href={href(`tel:${number}`)}>
      {number}
    </a>
    <p class="danger-call__who">{t(`reportForm.danger.who.${number}`)}</p>
    <p>{t('late.danger.notSent')}</p>
  </div>
)

/** Who is signed in on this device is known only there. */
const Contact = () => (
  <Section title={t('reportForm.contact.title')}>
    <div class="form" data-late-report-target="person" hidden>
      <Choice
        name="as"
        label={t('late.as')}
        value="person"
        options={[
          { value: 'person', label: t('late.as.person'), hint: t('reportForm.contact.person.hint') },
          { value: 'nobody', label: t('reportForm.contact.nobody'), hint: t('reportForm.contact.nobody.hint') },
        ]}
      />
    </div>
    <div class="form" data-late-report-target="stranger">
      <p>{t('reportForm.contact.lead')}</p>
      <Field name="email" type="email" label={t('reportForm.email')} hint={t('reportForm.email.hint')} autocomplete="email" optional />
      <Field name="name" label={t('reportForm.name')} autocomplete="name" optional maxLength={200} />
    </div>
  </Section>
)

/** What the script says, in the language of the page. */
const browserTexts = () => ({
  title: t('late.entry'),
  saved: t('late.saved'),
  sending: t('late.sending'),
  tooMany: t('refusal.tooManyFiles', { max: 5 }),
  full: t('late.full'),
  tooManyEntries: t('late.tooManyEntries'),
  onItsWay: t('late.onItsWay'),
  gone: t('late.gone'),
  needsText: t('reportForm.what.missing'),
  needsKind: t('reportForm.kind.missing'),
  needsAnswer: t('refusal.answerMissing'),
  needsPlace: t('late.needsPlace'),
  needsEmail: t('refusal.contactMissing'),
  wrongEmail: t('error.email'),
})
