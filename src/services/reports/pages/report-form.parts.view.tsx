import type { ComponentChildren } from 'preact'
import { Alert, ButtonLink, ButtonRow, Icon, Page, Steps, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'

const titles = ['what', 'place', 'kind', 'send'] as const
export type FormPart = (typeof titles)[number]

/** A page of the form: where one is, one thing to say, and the emergency numbers within sight. */
export const FormPage = ({
  part,
  title,
  lead,
  children,
}: {
  part: FormPart
  title: string
  lead?: ComponentChildren
  children: ComponentChildren
}) => (
  <Page
    title={title}
    lead={lead}
    width="reading"
    noindex
    breadcrumbs={[
      { href: '/', label: t('reports.home') },
      { href: '/meldungen', label: t('reports.title') },
    ]}
  >
    <Steps at={titles.indexOf(part) + 1} titles={titles.map((each) => t(`reportForm.step.${each}`))} />
    {children}
    <p class="emergency-line">
      <Icon name="phone" size="small" /> {t('reportForm.emergency')} <a href={href('tel:112')}>{t('reportForm.emergency.112')}</a>{' '}
      <a href={href('tel:110')}>{t('reportForm.emergency.110')}</a>
    </p>
  </Page>
)

/** On with it, or back to the page before; both stand where the thumb is. */
export const FormSteps = ({ back, next }: { back?: string | undefined; next?: ComponentChildren }) => (
  <ButtonRow>
    <Submit icon="arrow-forward">{next ?? t('reportForm.next')}</Submit>
    {back ? (
      <ButtonLink href={back} kind="tertiary" icon="arrow-back">
        {t('reportForm.back')}
      </ButtonLink>
    ) : null}
  </ButtonRow>
)

/** The draft is older than a day or was sent from another window. */
export const DraftGonePage = () => (
  <Page title={t('reportForm.gone.title')} width="reading" noindex>
    <Alert tone="info" title={t('reportForm.gone.short')}>
      <p>{t('reportForm.gone.text')}</p>
    </Alert>
    <ButtonRow>
      <ButtonLink href="/meldungen/neu" kind="primary">
        {t('reportForm.gone.again')}
      </ButtonLink>
      <ButtonLink href="/status" kind="tertiary">
        {t('status.title')}
      </ButtonLink>
    </ButtonRow>
  </Page>
)
