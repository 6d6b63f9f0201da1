import { Alert, Badge, ButtonLink, ButtonRow, Form, Page, Section, Submit, Time } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { markdown } from '#platform/markdown.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { ServiceShown } from '../../catalogue/index.ts'
import { conditionWords, type FormDefinition, fillMinutes, inWords, neededDocuments } from '../../forms/index.ts'
import type { Draft } from '../draft.rules.ts'
import { draftPath, startPath } from './paths.ts'

type Props = {
  slug: string
  name: { de: string; en: string }
  definition: FormDefinition
  service: ServiceShown | undefined
  drafts: readonly Draft[]
  isSignedIn: boolean
  isTrusted: boolean
  form: Again
}

/** Before anything is asked: what is needed, how long it takes, what it costs, and who may begin. */
export const StartPage = (props: Props) => {
  const { slug, definition, service, drafts } = props
  const name = inWords(props.name, currentLocale())
  return (
    <Page
      title={t('apply.start.title', { name })}
      lead={definition.intro ? inWords(definition.intro, currentLocale()) : t('apply.start.lead', { minutes: fillMinutes(definition) })}
      width="reading"
      breadcrumbs={[
        { href: '/', label: t('apply.home') },
        { href: '/dienste', label: t('service.nav') },
        { href: `/dienste/${slug}`, label: name },
      ]}
    >
      {drafts.length > 0 ? <Drafts drafts={drafts} /> : null}
      <Needed definition={definition} />
      {service ? <Costs service={service} /> : null}
      <Section title={t('apply.start.how')}>
        <ul class="prose-list">
          <li>{t('apply.start.how.pages', { count: definition.pages.length })}</li>
          <li>{t('apply.start.how.later')}</li>
          <li>{t('apply.start.how.receipt')}</li>
        </ul>
        <p class="kern-body kern-body--muted">
          {definition.purpose
            ? t('apply.start.purpose', { purpose: inWords(definition.purpose, currentLocale()), law: definition.legalBasis ?? '' })
            : ''}{' '}
          <a href={href('/datenschutz')}>{t('apply.privacy')}</a>
        </p>
      </Section>
      <Begin {...props} />
    </Page>
  )
}

const Drafts = ({ drafts }: { drafts: readonly Draft[] }) => (
  <Alert tone="info" title={t('apply.start.drafts', { count: drafts.length })}>
    <ul>
      {drafts.slice(0, 5).map(({ id, savedAt }) => (
        <li key={id}>
          <a href={href(draftPath(id))}>{t('apply.start.goOn')}</a> (<Time at={savedAt} />)
        </li>
      ))}
    </ul>
  </Alert>
)

const Needed = ({ definition }: { definition: FormDefinition }) => {
  const documents = neededDocuments(definition)
  return (
    <Section title={t('apply.start.needed')}>
      {documents.length === 0 ? (
        <p>{t('apply.start.needed.nothing')}</p>
      ) : (
        <ul class="prose-list">
          {documents.map(({ path, label, help, optional, when }) => (
            <li key={path}>
              <strong>{inWords(label, currentLocale())}</strong> {optional ? <Badge tone="info">{t('apply.start.optional')}</Badge> : null}
              {when.length > 0 ? (
                <span class="kern-hint"> {when.map((condition) => conditionWords(definition, condition, currentLocale())).join('; ')}</span>
              ) : null}
              {help ? <span class="kern-hint"> {inWords(help, currentLocale())}</span> : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const Costs = ({ service: { content } }: { service: ServiceShown }) => {
  const locale = currentLocale()
  const fees = content[locale].fees || content.de.fees
  return fees ? (
    <Section title={t('apply.start.costs')}>
      {/* `markdown()` leaves text, lists, tables and links alone. */}
      <div class="prose" lang={content[locale].fees ? undefined : 'de'} dangerouslySetInnerHTML={{ __html: markdown(fees) }} />
    </Section>
  ) : null
}

const Begin = ({ slug, isSignedIn, isTrusted, form, definition }: Props) => {
  const signIn = `/anmelden?weiter=${encodeURIComponent(startPath(slug))}`
  if (!isTrusted)
    return (
      <>
        <Alert tone="info" title={t(isSignedIn ? 'apply.start.more' : 'apply.start.account')}>
          <p>{t(`apply.start.trust.${definition.trustLevel}`)}</p>
        </Alert>
        {isSignedIn ? null : (
          <ButtonRow>
            <ButtonLink href={signIn} kind="primary" icon="arrow-forward">
              {t('apply.start.signIn')}
            </ButtonLink>
          </ButtonRow>
        )}
      </>
    )
  return (
    <>
      <Form action={startPath(slug)} state={form}>
        <div class="kern-btn-wrapper button-row">
          <Submit icon="arrow-forward">{t(isSignedIn ? 'apply.start.begin' : 'apply.start.without')}</Submit>
          {isSignedIn ? null : (
            <ButtonLink href={signIn} kind="secondary">
              {t('apply.start.signIn')}
            </ButtonLink>
          )}
        </div>
      </Form>
      <p class="fill-in__draft">
        <a href={href('/antraege/fortsetzen')}>{t('apply.start.resume')}</a>
      </p>
    </>
  )
}
