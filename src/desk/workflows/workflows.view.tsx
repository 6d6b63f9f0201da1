import { Alert, Badge, ButtonLink, DefinitionList, EmptyState, exactDay, Page, Section, Table } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { findingWords, type ListedWorkflow, type ShownWorkflow, StateTable, StepTable, WorkflowPicture } from '#services/workflows/index.ts'
import { dayWords } from '../publication/index.ts'
import { draftPath, PATH } from './paths.ts'

const said = (words: { de: string; en: string }): string => words[currentLocale()] || words.de

/** All workflows, and whether each can go on with the people of today. */
export const WorkflowsPage = ({ workflows }: { workflows: readonly ListedWorkflow[] }) => (
  <Page
    title={t('workflows.title')}
    lead={t('workflows.lead')}
    width="wide"
    noindex
    breadcrumbs={[{ href: '/verwaltung', label: t('administration.title') }]}
    actions={<ButtonLink href={`${PATH}/neu`}>{t('workflows.edit.make')}</ButtonLink>}
  >
    <Table
      caption={t('workflows.title')}
      hideCaption
      rows={workflows}
      rowKey={({ key }) => key}
      empty={<EmptyState icon="list" title={t('workflows.none')} text={t('workflows.none.text')} />}
      columns={[
        {
          key: 'name',
          label: t('workflows.name'),
          names: true,
          show: ({ key, name }) => <a href={href(`${PATH}/${key}`)}>{said(name)}</a>,
        },
        { key: 'size', label: t('workflows.size'), show: ({ states, steps }) => t('workflows.size.text', { states, steps }) },
        {
          key: 'version',
          label: t('workflows.version'),
          show: ({ version, publishedAt, day }) => (
            <span>
              {version && publishedAt
                ? t('workflows.version.text', { number: version, day: exactDay(publishedAt) })
                : t('workflows.version.none')}{' '}
              {day === undefined ? null : <Badge tone="info">{t('publication.ahead', { day: dayWords(day) })}</Badge>}
            </span>
          ),
        },
        {
          key: 'proof',
          label: t('workflows.proof'),
          show: ({ faults }) =>
            faults === 0 ? (
              <Badge tone="success">{t('workflows.proof.sound')}</Badge>
            ) : (
              <Badge tone="danger">{t('workflows.proof.faults', { count: faults })}</Badge>
            ),
        },
      ]}
    />
  </Page>
)

/** One workflow: whether it is sound, its picture, and the same in words. */
export const WorkflowPage = ({ shown }: { shown: ShownWorkflow }) => {
  const { workflow, version, units } = shown
  return (
    <Page
      title={said(shown.name)}
      lead={versionWords(version)}
      width="wide"
      noindex
      breadcrumbs={[
        { href: '/verwaltung', label: t('administration.title') },
        { href: PATH, label: t('workflows.title') },
      ]}
      actions={<ButtonLink href={draftPath(shown.key)}>{t('workflows.edit.change')}</ButtonLink>}
    >
      <Proof shown={shown} />
      <Section title={t('workflows.facts')}>
        <DefinitionList
          items={[
            { term: t('workflows.norm'), value: t('workflows.norm.text', { days: workflow.normDays }) },
            { term: t('workflows.outcomes'), value: workflow.outcomes.map(({ words }) => said(words)).join(', ') || undefined },
          ]}
        />
      </Section>
      <Section title={t('workflows.picture')}>
        <WorkflowPicture workflow={workflow} />
      </Section>
      <Section title={t('workflow.states')}>
        <StateTable workflow={workflow} units={units} />
      </Section>
      <Section title={t('workflow.steps')}>
        <StepTable workflow={workflow} units={units} />
      </Section>
      <Opinions shown={shown} />
      <Deadlines shown={shown} />
      <Versions shown={shown} />
    </Page>
  )
}

const versionWords = (version: ShownWorkflow['version']): string => {
  if (!version) return t('workflows.version.draft')
  const { number, publishedAt, retiredAt } = version
  return retiredAt ? t('workflows.version.ended', { number }) : t('workflows.version.text', { number, day: exactDay(publishedAt) })
}

const Proof = ({ shown: { workflow, findings } }: { shown: ShownWorkflow }) =>
  findings.length === 0 ? (
    <Alert tone="success" title={t('workflows.sound')}>
      <p>{t('workflows.sound.text')}</p>
    </Alert>
  ) : (
    <Alert tone="danger" title={t('workflows.faulty')}>
      <ul>
        {[...new Set(findings.map((finding) => findingWords(workflow, finding)))].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Alert>
  )

const Opinions = ({ shown: { workflow, units } }: { shown: ShownWorkflow }) =>
  workflow.opinions.length === 0 ? null : (
    <Section title={t('workflows.opinions')}>
      <Table
        caption={t('workflows.opinions')}
        hideCaption
        rows={workflow.opinions}
        rowKey={({ key }) => key}
        columns={[
          { key: 'words', label: t('workflows.opinion'), names: true, show: ({ words }) => said(words) },
          { key: 'unit', label: t('workflows.unit'), show: ({ unit }) => units.get(unit) ?? unit },
          { key: 'days', label: t('workflows.days'), numeric: true, show: ({ days }) => days },
        ]}
      />
    </Section>
  )

const Deadlines = ({ shown: { workflow } }: { shown: ShownWorkflow }) =>
  workflow.deadlines.length === 0 ? null : (
    <Section title={t('workflows.deadlines')}>
      <Table
        caption={t('workflows.deadlines')}
        hideCaption
        rows={workflow.deadlines}
        rowKey={({ key }) => key}
        columns={[
          { key: 'words', label: t('workflows.deadline'), names: true, show: ({ words }) => said(words) },
          { key: 'law', label: t('workflows.law'), show: ({ law }) => law },
          {
            key: 'length',
            label: t('workflows.length'),
            show: ({ length }) => t(`workflows.length.${length.in}`, { count: length.count }),
          },
        ]}
      />
    </Section>
  )

const Versions = ({ shown }: { shown: ShownWorkflow }) =>
  shown.versions.length < 2 ? null : (
    <Section title={t('workflows.versions')}>
      <p class="kern-body">{t('workflows.versions.text')}</p>
      <ul>
        {shown.versions.map((version) => (
          <li key={version.number}>
            <a href={href(`${PATH}/${shown.key}?fassung=${version.number}`)}>{versionWords(version)}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
