import { Badge, ButtonLink, ButtonRow, ConfirmButton, Form, Section, Submit, Time } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { REPLAYED } from '#services/builder/index.ts'
import { changeWords, diffForms, FormDefinition, fillMinutes, type Replay } from '#services/forms/index.ts'
import { type Publication, PublicationState, PublicationSteps, ScheduledVersions } from '../publication/index.ts'
import { type AtWork, FormFrame, Revision } from './frame.view.tsx'
import { Findings } from './outline.view.tsx'
import { formPath } from './paths.ts'

type Props = { at: AtWork; publication: Publication; replay: Replay | undefined; drafts: number }

/** Everything a second person looks at before she publishes, and what was published before. */
export const ReviewPage = (props: Props) => {
  const { at, publication } = props
  const path = formPath(at.service.id)
  return (
    <FormFrame at={at} form={publication.form}>
      <ButtonRow>
        <ButtonLink href={path} kind="secondary">
          {t('builder.toOutline')}
        </ButtonLink>
        <ButtonLink href={`${path}/probe`} kind="secondary">
          {t('builder.run')}
        </ButtonLink>
        <ButtonLink href={`${path}/schema.json`} kind="tertiary">
          {t('builder.schema')}
        </ButtonLink>
      </ButtonRow>
      <Findings at={at} />
      <Changes at={at} />
      <Tried {...props} />
      <Publish {...props} />
      <Versions {...props} />
    </FormFrame>
  )
}

const Changes = ({ at }: { at: AtWork }) => {
  const { changes, inForce, versions, form } = at.work
  return (
    <Section title={t('builder.review.changes')} sheet>
      <p class="kern-body">{t('builder.minutes', { minutes: fillMinutes(form) })}</p>
      {versions.length === 0 ? <p class="kern-body">{t('builder.review.first')}</p> : null}
      {versions.length > 0 && changes.length === 0 ? (
        <p class="kern-body">{t(inForce ? 'builder.review.same' : 'builder.review.sameAsBefore')}</p>
      ) : null}
      {changes.length > 0 ? (
        <ul class="builder-findings">
          {changes.map((change, n) => (
            <li key={n}>{changeWords(change, currentLocale())}</li>
          ))}
        </ul>
      ) : null}
    </Section>
  )
}

/** What would have become of the newest applications; numbers alone, nobody's answers. */
const Tried = ({ at, replay, drafts }: Props) =>
  at.work.versions.length === 0 ? null : (
    <Section title={t('builder.replay')} lead={t('builder.replay.lead', { most: REPLAYED })} sheet>
      <p class="kern-body">{replay ? t('builder.replay.same', { total: replay.total, same: replay.same }) : t('builder.replay.nothing')}</p>
      {replay && replay.same < replay.total ? (
        <ul class="builder-findings">
          {(['refused', 'exit', 'fee', 'calculated', 'lost'] as const)
            .filter((kind) => replay.counts[kind] > 0)
            .map((kind) => (
              <li key={kind}>
                {t(`builder.replay.${kind}`, { count: replay.counts[kind] })} {pathsOf(replay, kind)}
              </li>
            ))}
        </ul>
      ) : null}
      <p class="kern-body">{t('builder.drafts', { count: drafts })}</p>
    </Section>
  )

/** Which fields it is about, from the first that differ. */
function pathsOf({ examples }: Replay, kind: 'refused' | 'exit' | 'fee' | 'calculated' | 'lost'): string {
  const all = examples.flatMap(({ differences }) => differences).filter((one) => one.kind === kind)
  const paths = all.flatMap((one) =>
    one.kind === 'refused'
      ? one.errors.map(({ path }) => path)
      : one.kind === 'lost'
        ? one.paths
        : one.kind === 'calculated'
          ? [one.path]
          : [],
  )
  const plain = [...new Set(paths.map((path) => path.replace(/\.\d+/g, '')))].slice(0, 5)
  return plain.length > 0 ? `(${plain.join(', ')})` : ''
}

const Publish = ({ at, publication }: Props) => {
  const { definition, findings, inForce, changes } = at.work
  const faults = findings.filter(({ grade }) => grade === 'fault').length
  return (
    <Section title={t('builder.publication')} sheet>
      <PublicationState it={publication} />
      {faults > 0 ? <p class="kern-body">{t('builder.publish.faults', { count: faults })}</p> : null}
      {inForce && changes.length === 0 ? <p class="kern-body">{t('builder.review.same')}</p> : null}
      <PublicationSteps it={publication} />
      {publication.mayPublish && inForce ? (
        <ConfirmButton
          action={`${publication.path}/ruecknahme`}
          label={t('builder.retire')}
          consequence={t('builder.retire.consequence')}
          confirm={t('builder.retire.confirm', { number: inForce.number })}
          icon="visibility-off"
          fields={{ revision: String(definition.revision) }}
        />
      ) : null}
    </Section>
  )
}

const Versions = ({ at, publication }: Props) => {
  const { versions, form, ahead } = at.work
  const differs = (content: unknown): boolean => {
    const read = FormDefinition.safeParse(content).data
    return read !== undefined && diffForms(read, form).length > 0
  }
  if (versions.length === 0 && !ahead.waiting && ahead.ended.length === 0) return null
  return (
    <Section title={t('builder.versions')} sheet>
      <ol class="builder-versions">
        <ScheduledVersions it={publication} differs={differs} />
        {versions.map((version, n) => {
          const content = FormDefinition.safeParse(version.content).data
          const before = FormDefinition.safeParse(versions[n + 1]?.content).data
          const changes = content && before ? diffForms(before, content) : []
          return (
            <li key={version.number}>
              <p>
                <strong>{t('builder.version', { number: version.number })}</strong>{' '}
                {version.retiredAt ? null : <Badge tone="success">{t('builder.version.inForce')}</Badge>}
              </p>
              <p class="builder-muted">
                <Time at={version.publishedAt} />, {at.names.get(version.publishedBy ?? '') ?? t('builder.bySystem')}
              </p>
              {changes.length > 0 ? (
                <details>
                  <summary>{t('builder.changes', { count: changes.length })}</summary>
                  <ul class="builder-findings">
                    {changes.map((change, i) => (
                      <li key={i}>{changeWords(change, currentLocale())}</li>
                    ))}
                  </ul>
                </details>
              ) : null}
              {differs(content) ? (
                <Form
                  action={`${formPath(at.service.id)}/fassungen/${version.number}/entwurf`}
                  id={`f${version.number}`}
                  class="builder-inline"
                >
                  <Revision at={at} />
                  <Submit kind="tertiary" icon="undo">
                    {t('builder.version.restore', { number: version.number })}
                  </Submit>
                </Form>
              ) : null}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
