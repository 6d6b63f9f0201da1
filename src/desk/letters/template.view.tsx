import type { LoggedEvent } from '#core/memory/index.ts'
import {
  Alert,
  ButtonLink,
  ButtonRow,
  ConfirmButton,
  EmptyState,
  Field,
  Form,
  type FormState,
  Page,
  Refused,
  Section,
  Select,
  Submit,
  Time,
} from '#design/index.ts'
import { t } from '#platform/text.ts'
import {
  blockKinds,
  type ContentFault,
  type LetterBlock,
  type LetterTemplate,
  letterRegimes,
  remedies,
  type TemplateVersion,
} from '#services/letters/index.ts'
import { PATH } from './paths.ts'
import { trail } from './templates.view.tsx'

type Props = {
  template: LetterTemplate
  versions: readonly TemplateVersion[]
  newest: TemplateVersion
  faults: readonly ContentFault[]
  form: FormState
  /** Of what the forms are made. */
  edits: number
  history: readonly LoggedEvent[]
  names: ReadonlyMap<string, string>
}

export const TemplatePage = (props: Props) => {
  const { template, newest, faults, form } = props
  const path = `${PATH}/${template.id}`
  return (
    <Page
      title={template.name}
      noindex
      width="wide"
      breadcrumbs={trail(2)}
      actions={
        <ButtonRow>
          {(['de', 'en'] as const).map((locale) => (
            <ButtonLink key={locale} href={`${path}/vorschau.pdf?sprache=${locale}`} kind="secondary">
              {t(`deskLetters.preview.${locale}`)}
            </ButtonLink>
          ))}
        </ButtonRow>
      }
    >
      <Refused refusal={form.refusal} />
      <State {...props} />
      {newest.state === 'draft' && faults.length > 0 ? <Faults faults={faults} /> : null}
      <Blocks {...props} />
      <Settings {...props} />
      <Versions {...props} />
      <InChoice template={template} />
      <History {...props} />
    </Page>
  )
}

const State = ({ template, newest, versions, edits, faults }: Props) => {
  const published = versions.find(({ state }) => state === 'published')
  const path = `${PATH}/${template.id}`
  return (
    <Section title={t('deskLetters.state')} sheet>
      <p>{published ? t('deskLetters.inUse', { version: published.version }) : t('deskLetters.notInUse')}</p>
      {newest.state === 'draft' ? (
        <>
          <p>{t('deskLetters.draftIs', { version: newest.version })}</p>
          <ButtonRow>
            <Form action={`${path}/veroeffentlichung`} id="veroeffentlichung">
              <input type="hidden" name="edits" value={String(edits)} />
              <Submit kind={faults.length > 0 ? 'secondary' : 'primary'}>{t('deskLetters.publish', { version: newest.version })}</Submit>
            </Form>
            {newest.version > 1 ? (
              <ConfirmButton
                action={`${path}/verwerfen`}
                label={t('deskLetters.discard')}
                consequence={t('deskLetters.discard.consequence')}
                confirm={t('deskLetters.discard.confirm')}
                fields={{ edits: String(edits) }}
              />
            ) : null}
          </ButtonRow>
        </>
      ) : null}
    </Section>
  )
}

const Faults = ({ faults }: { faults: readonly ContentFault[] }) => (
  <Alert tone="warning" title={t('deskLetters.faults', { count: faults.length })}>
    <ul>
      {faults.map(({ code, block, name }) => (
        <li key={`${code} ${block} ${name}`}>
          {t(`deskLetters.fault.${code}`, { name: name ?? '' })}
          {block === undefined ? '' : ` (${block === 0 ? t('deskLetters.subject') : t('deskLetters.blockNumber', { number: block })})`}
        </li>
      ))}
    </ul>
  </Alert>
)

const Blocks = ({ template, newest, edits }: Props) => {
  const path = `${PATH}/${template.id}/bloecke`
  const { blocks } = newest.content
  return (
    <Section title={t('deskLetters.blocks')} lead={t('deskLetters.blocks.lead')} sheet>
      {blocks.length === 0 ? (
        <EmptyState icon="chat" title={t('deskLetters.blocks.empty')} text={t('deskLetters.blocks.empty.text')} />
      ) : null}
      <ol class="letter-blocks">
        {blocks.map((block, at) => (
          <li key={at} class="letter-blocks__one" id={`block-${at + 1}`}>
            <BlockWords block={block} number={at + 1} />
            <Form action={path} id={`b${at}`}>
              <input type="hidden" name="edits" value={String(edits)} />
              <ButtonRow>
                <ButtonLink href={`${path}/${at}`} kind="secondary">
                  {t('deskLetters.block.edit', { number: at + 1 })}
                </ButtonLink>
                {at > 0 ? <Act path={`${path}/${at}/hoch`} text="deskLetters.block.up" number={at + 1} /> : null}
                {at < blocks.length - 1 ? <Act path={`${path}/${at}/runter`} text="deskLetters.block.down" number={at + 1} /> : null}
                <Act path={`${path}/${at}/weg`} text="deskLetters.block.remove" number={at + 1} />
              </ButtonRow>
            </Form>
          </li>
        ))}
      </ol>
      <Form action={path} id="block-neu">
        <input type="hidden" name="edits" value={String(edits)} />
        <Select
          name="kind"
          label={t('deskLetters.block.new')}
          options={blockKinds.map((kind) => ({ value: kind, label: t(`deskLetters.kind.${kind}`) }))}
        />
        <div>
          <Submit kind="secondary">{t('deskLetters.block.add')}</Submit>
        </div>
      </Form>
    </Section>
  )
}

const Act = ({ path, text, number }: { path: string; text: string; number: number }) => (
  <Submit kind="tertiary" formAction={path}>
    {t(text, { number })}
  </Submit>
)

const BlockWords = ({ block, number }: { block: LetterBlock; number: number }) => (
  <>
    <h3 class="letter-blocks__kind">
      {number}. {t(`deskLetters.kind.${block.kind}`)}
    </h3>
    {block.when ? <p class="letter-blocks__when">{whenText(block.when)}</p> : null}
    {block.de ? (
      <p class="desk-words" lang="de">
        {block.de}
      </p>
    ) : (
      <p>{t(`deskLetters.kind.${block.kind}.hint`)}</p>
    )}
  </>
)

const whenText = ({ name, is, value }: NonNullable<LetterBlock['when']>): string => t(`deskLetters.when.${is}`, { name, value })

const Settings = ({ template, newest, edits, form }: Props) => (
  <Section title={t('deskLetters.settings')} sheet>
    <Form action={`${PATH}/${template.id}/einstellungen`} state={form} id="einstellungen">
      <input type="hidden" name="edits" value={String(edits)} />
      <Field name="subjectDe" label={t('deskLetters.subject.de')} maxLength={200} />
      <Field name="subjectEn" label={t('deskLetters.subject.en')} maxLength={200} optional />
      <Select
        name="remedy"
        label={t('deskLetters.remedy')}
        value={newest.content.remedy}
        options={remedies.map((one) => ({ value: one, label: t(`deskLetters.remedy.${one}`) }))}
      />
      <Select
        name="regime"
        label={t('deskLetters.regime')}
        hint={t('deskLetters.regime.hint')}
        value={newest.content.regime}
        options={letterRegimes.map((one) => ({ value: one, label: t(`deskLetters.regime.${one}`) }))}
      />
      <Select
        name="signatures"
        label={t('deskLetters.signatures')}
        value={String(newest.content.signatures)}
        options={['0', '1', '2'].map((one) => ({ value: one, label: t(`deskLetters.signatures.${one}`) }))}
      />
      <div>
        <Submit kind="secondary">{t('deskLetters.settings.save')}</Submit>
      </div>
    </Form>
  </Section>
)

const Versions = ({ template, versions, edits }: Props) => (
  <Section title={t('deskLetters.versions')} sheet>
    <ul class="plain-list">
      {versions.map(({ version, state, changedAt, publishedAt }) => (
        <li key={version}>
          <p>
            {t(`deskLetters.version.${state}`, { version })}, <Time at={publishedAt ?? changedAt} />
          </p>
          <ButtonRow>
            <ButtonLink href={`${PATH}/${template.id}/vorschau.pdf?sprache=de&fassung=${version}`} kind="tertiary">
              {t('deskLetters.version.look', { version })}
            </ButtonLink>
            {state === 'published' ? (
              <Form action={`${PATH}/${template.id}/fassungen/${version}`} id={`f${version}`}>
                <input type="hidden" name="edits" value={String(edits)} />
                <Submit kind="tertiary">{t('deskLetters.version.takeBack', { version })}</Submit>
              </Form>
            ) : null}
          </ButtonRow>
        </li>
      ))}
    </ul>
  </Section>
)

const InChoice = ({ template: { id, closedAt } }: { template: LetterTemplate }) => (
  <Section title={t('deskLetters.choice')} sheet>
    <Form action={`${PATH}/${id}/auswahl`} id="auswahl">
      <p>{t(closedAt ? 'deskLetters.choice.out' : 'deskLetters.choice.in')}</p>
      {closedAt ? <input type="hidden" name="offen" value="ja" /> : null}
      <div>
        <Submit kind="secondary">{t(closedAt ? 'deskLetters.choice.open' : 'deskLetters.choice.close')}</Submit>
      </div>
    </Form>
  </Section>
)

const History = ({ history, names }: Props) => (
  <Section title={t('deskLetters.history')} sheet>
    <ul class="desk-news">
      {history.map(({ id, kind, at, actorPersonId }) => (
        <li key={id} class="desk-news__item">
          <p>{t(`event.${kind}`)}</p>
          <p class="desk-news__meta">
            {names.get(actorPersonId ?? '') ?? t('deskLetters.bySystem')} · <Time at={at} />
          </p>
        </li>
      ))}
    </ul>
  </Section>
)
