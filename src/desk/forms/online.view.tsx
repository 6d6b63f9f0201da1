import { nameIn, type Organisation } from '#core/organisations/index.ts'
import { Alert, ButtonLink, ButtonRow, Form, type FormState, Icon, Section, Select, Submit } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { WayOnline } from '#services/builder/index.ts'
import { ServiceDeskPage, type ServiceFrame, servicePath } from '../services/index.ts'
import { said } from './frame.view.tsx'
import { formPath } from './paths.ts'

type Props = { frame: ServiceFrame; way: WayOnline; units: readonly Organisation[]; form: FormState; mayPublish: boolean }

/** The way of a service from its texts to the first application, step by step. */
export const OnlinePage = ({ frame, way, units, form, mayPublish }: Props) => {
  const { service, standing } = frame
  const ready = way.form?.number !== undefined && way.workflows.length > 0
  return (
    <ServiceDeskPage service={service} standing={standing} tabs={frame.tabs}>
      {way.online && way.form?.number !== undefined ? (
        <Alert tone="success" title={t('builder.online.is')}>
          <p>{t('builder.online.is.text', { workflow: way.online.workflow ? said(way.online.workflow.name) : '–' })}</p>
          {way.letters.length > 0 ? <p>{t('builder.online.letters', { letters: way.letters.join(', ') })}</p> : null}
        </Alert>
      ) : (
        <Alert tone="info" title={t('builder.online.not')}>
          <p>{t('builder.online.not.text')}</p>
        </Alert>
      )}
      <Section title={t('builder.online.way')} sheet>
        <ol class="builder-way">
          <Step done={standing.public} text={t('builder.online.step.texts')} to={servicePath(service.id)} />
          <Step done={way.form?.number !== undefined} text={t('builder.online.step.form')} to={formPath(service.id)} />
          <Step
            done={way.workflows.length > 0}
            text={t('builder.online.step.workflow')}
            to={`/verwaltung/ablaeufe/neu?dienst=${service.id}`}
          />
          <Step done={way.letters.length > 0} text={t('builder.online.step.letters')} to="/verwaltung/briefe" free />
          <Step done={way.online !== undefined} text={t('builder.online.step.offer')} to={`${servicePath(service.id)}/online#angebot`} />
        </ol>
      </Section>
      <Section title={t('builder.online.offer')} id="angebot" sheet>
        {!ready ? <p class="kern-body">{t('builder.online.missing')}</p> : null}
        {ready && mayPublish ? (
          <Form action={`${servicePath(service.id)}/online`} state={form} id="online">
            <Select
              name="workflow"
              label={t('builder.online.workflow')}
              empty={t('builder.row.none')}
              options={way.workflows.map(({ key, name }) => ({ value: key, label: said(name) }))}
            />
            <Select
              name="unitId"
              label={t('builder.online.unit')}
              empty={t('builder.row.none')}
              options={units.map((unit) => ({ value: unit.id, label: nameIn(unit, currentLocale()) }))}
            />
            <Select
              name="remedy"
              label={t('builder.online.remedy')}
              hint={t('builder.online.remedy.hint')}
              options={(['objection', 'suit'] as const).map((one) => ({ value: one, label: t(`builder.online.remedy.${one}`) }))}
            />
            <div>
              <Submit>{t(way.online ? 'builder.online.change' : 'builder.online.do')}</Submit>
            </div>
          </Form>
        ) : null}
        <ButtonRow>
          <ButtonLink href={`/verwaltung/ablaeufe/neu?dienst=${service.id}`} kind="secondary">
            {t('builder.online.newWorkflow')}
          </ButtonLink>
        </ButtonRow>
      </Section>
    </ServiceDeskPage>
  )
}

const Step = ({ done, text, to, free }: { done: boolean; text: string; to: string; free?: boolean }) => (
  <li class="builder-way__step">
    <Icon name={done ? 'success' : free ? 'info' : 'draft'} />
    <span>
      <a class="kern-link" href={href(to)}>
        {text}
      </a>{' '}
      <span class="builder-muted">{t(done ? 'builder.online.there' : free ? 'builder.online.free' : 'builder.online.lacks')}</span>
    </span>
  </li>
)
