import {
  Alert,
  Badge,
  ButtonLink,
  ButtonRow,
  ConfirmButton,
  EmptyState,
  Field,
  Form,
  type FormState,
  Section,
  Select,
  Submit,
  Time,
} from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { conditionWords, type Finding, fieldKinds, findingWords, type Item, isGroup, type Page } from '#services/forms/index.ts'
import { dayWords } from '../publication/index.ts'
import { type AtWork, FormFrame, placeOf, Revision, said } from './frame.view.tsx'
import { formPath } from './paths.ts'

type Props = { at: AtWork; form: FormState }

export const OutlinePage = ({ at, form }: Props) => (
  <FormFrame at={at} form={form}>
    <State at={at} />
    <Findings at={at} />
    <Outline at={at} />
    <Exits at={at} />
    <OpenRules at={at} />
  </FormFrame>
)

const State = ({ at }: { at: AtWork }) => {
  const { definition, inForce, changes, versions, ahead } = at.work
  const path = formPath(at.service.id)
  return (
    <Section title={t('builder.state')} sheet>
      <p class="kern-body">
        {inForce
          ? t('builder.inForce', { number: inForce.number })
          : t(versions.length > 0 ? 'builder.takenBack' : 'builder.neverPublished')}{' '}
        {inForce && changes.length > 0 ? t('builder.changes', { count: changes.length }) : null}
      </p>
      {ahead.waiting ? (
        <p class="kern-body">
          <Badge tone="info">{t('publication.waiting', { day: dayWords(ahead.waiting.day) })}</Badge>
        </p>
      ) : null}
      {definition.review.returned ? (
        <Alert tone="warning" title={t('publication.returned')}>
          <p class="publication-reason">{definition.review.returned.reason}</p>
        </Alert>
      ) : null}
      <p class="kern-body builder-muted">
        {t('builder.lastChange', { who: at.names.get(definition.changedBy ?? '') ?? t('builder.bySystem') })}{' '}
        <Time at={definition.changedAt} />
      </p>
      <ButtonRow>
        <ButtonLink href={`${path}/pruefung`} kind="primary">
          {t('builder.review')}
        </ButtonLink>
        <ButtonLink href={`${path}/probe`} kind="secondary">
          {t('builder.run')}
        </ButtonLink>
        <ButtonLink href={`${path}/einstellungen`} kind="secondary">
          {t('builder.settings')}
        </ButtonLink>
        {definition.undoable ? (
          <Form action={`${path}/zurueck`} id="zurueck" class="builder-inline">
            <Revision at={at} />
            <Submit kind="tertiary" icon="undo">
              {t('builder.undo')}
            </Submit>
          </Form>
        ) : null}
      </ButtonRow>
    </Section>
  )
}

/** Faults keep it from being published, hints do not; each leads to where it is mended. */
export const Findings = ({ at }: { at: AtWork }) => {
  const { findings } = at.work
  const faults = findings.filter(({ grade }) => grade === 'fault')
  const hints = findings.filter(({ grade }) => grade === 'hint')
  return (
    <div class="builder-space">
      {faults.length > 0 ? (
        <Alert tone="warning" title={t('builder.faults', { count: faults.length })}>
          <FindingList at={at} findings={faults} />
        </Alert>
      ) : (
        <Alert tone="success" title={t('builder.sound')}>
          <p>{t('builder.sound.text')}</p>
        </Alert>
      )}
      {hints.length > 0 ? (
        <details class="builder-hints">
          <summary>{t('builder.hints', { count: hints.length })}</summary>
          <FindingList at={at} findings={hints} />
        </details>
      ) : null}
    </div>
  )
}

/** So many are listed; who mends those sees the next. */
const MOST_SHOWN = 40

const FindingList = ({ at, findings }: { at: AtWork; findings: readonly Finding[] }) => (
  <ul class="builder-findings">
    {findings.slice(0, MOST_SHOWN).map((finding, i) => {
      const { where, what } = findingWords(at.work.form, finding, currentLocale())
      return (
        <li key={i}>
          <a class="kern-link" href={href(placeOf(at.service.id, finding))}>
            {where}
          </a>
          : {what}
        </li>
      )
    })}
    {findings.length > MOST_SHOWN ? <li>{t('builder.more', { count: findings.length - MOST_SHOWN })}</li> : null}
  </ul>
)

const Outline = ({ at }: { at: AtWork }) => {
  const { pages } = at.work.form
  const path = formPath(at.service.id)
  return (
    <Section title={t('builder.outline')} lead={t('builder.outline.lead')}>
      <div data-controller="form-outline" class="builder-outline">
        {pages.length === 0 ? <EmptyState icon="list" title={t('builder.outline.empty')} text={t('builder.outline.empty.text')} /> : null}
        {pages.map((page, n) => (
          <PageCard key={page.key} at={at} page={page} number={n + 1} last={n === pages.length - 1} />
        ))}
        <Form action={`${path}/felder/platz`} id="platz" class="builder-place" data={{ 'data-form-outline-target': 'form' }}>
          <Revision at={at} />
          {(['key', 'home', 'before'] as const).map((name) => (
            <input key={name} type="hidden" name={name} data-form-outline-target={name} />
          ))}
        </Form>
      </div>
      <Form action={`${path}/seiten`} id="seite-neu" class="form sheet">
        <Revision at={at} />
        <h3 class="builder-add__title">{t('builder.page.new')}</h3>
        <div class="builder-pair">
          <Field name="titleDe" label={t('builder.page.titleDe')} maxLength={200} />
          <Field name="titleEn" label={t('builder.page.titleEn')} maxLength={200} optional />
        </div>
        <div>
          <Submit kind="secondary">{t('builder.page.add')}</Submit>
        </div>
      </Form>
    </Section>
  )
}

const PageCard = ({ at, page, number, last }: { at: AtWork; page: Page; number: number; last: boolean }) => {
  const path = `${formPath(at.service.id)}/seiten/${page.key}`
  const name = said(page.title) || page.key
  return (
    <section class="sheet builder-page" id={`seite-${page.key}`} aria-label={t('builder.page.number', { number, name })}>
      <div class="builder-page__head">
        <h3>
          <a class="kern-link" href={href(path)}>
            {t('builder.page.number', { number, name })}
          </a>
        </h3>
        <Moves at={at} id={`s-${page.key}`} path={path} first={number === 1} last={last} name={name} />
      </div>
      {page.visibleIf ? <When at={at} condition={page.visibleIf} /> : null}
      <Items at={at} items={page.items} home={page.key} />
      <AddItem at={at} home={page.key} name={name} />
    </section>
  )
}

const When = ({ at, condition }: { at: AtWork; condition: NonNullable<Page['visibleIf']> }) => (
  <p class="builder-when">{t('builder.onlyIf', { condition: conditionWords(at.work.form, condition, currentLocale()) })}</p>
)

const Items = ({ at, items, home }: { at: AtWork; items: readonly Item[]; home: string }) => (
  <ol class="builder-items" data-form-outline-target="list" data-home={home}>
    {items.map((item, n) => (
      <ItemRow key={item.key} at={at} item={item} home={home} first={n === 0} last={n === items.length - 1} />
    ))}
  </ol>
)

type RowProps = { at: AtWork; item: Item; home: string; first: boolean; last: boolean }

const ItemRow = ({ at, item, home, first, last }: RowProps) => {
  const path = `${formPath(at.service.id)}/felder/${item.key}`
  const name = said(item.label) || item.key
  const own = at.work.findings.filter(({ place }) => place.path?.split('.').at(-1) === item.key)
  const faults = own.filter(({ grade }) => grade === 'fault').length
  return (
    <li class="builder-item" id={`feld-${item.key}`} data-form-outline-target="item" data-key={item.key}>
      <div class="builder-item__line">
        <div class="builder-item__words">
          <a class="kern-link builder-item__name" href={href(path)}>
            {name}
          </a>
          <span class="builder-item__facts">
            {isGroup(item) ? t('builder.group.times', { min: item.min, max: item.max }) : t(`builder.kind.${item.kind}`)}
            {isGroup(item) || item.kind === 'info' || item.kind === 'calculated' ? '' : ` · ${t(needOf(item))}`}
          </span>
          {faults > 0 ? <Badge tone="danger">{t('builder.faults.here', { count: faults })}</Badge> : null}
          {faults === 0 && own.length > 0 ? <Badge tone="warning">{t('builder.hints.here', { count: own.length })}</Badge> : null}
        </div>
        <Moves at={at} id={`b-${item.key}`} path={path} first={first} last={last} name={name} />
      </div>
      {item.visibleIf ? <When at={at} condition={item.visibleIf} /> : null}
      {isGroup(item) ? (
        <div class="builder-group">
          <Items at={at} items={item.items} home={`${home.split('/')[0]}/${item.key}`} />
          <AddItem at={at} home={`${home.split('/')[0]}/${item.key}`} name={name} />
        </div>
      ) : null}
    </li>
  )
}

const needOf = (item: Exclude<Item, { kind: 'group' }>) =>
  item.requiredIf ? 'builder.need.when' : item.optional ? 'builder.need.no' : 'builder.need.yes'

type MovesProps = { at: AtWork; id: string; path: string; first: boolean; last: boolean; name: string }

/** Up and down, for hands and keyboards. */
const Moves = ({ at, id, path, first, last, name }: MovesProps) =>
  first && last ? null : (
    <Form action={`${path}/${first ? 'runter' : 'hoch'}`} id={id} class="builder-moves">
      <Revision at={at} />
      {first ? null : <Move path={`${path}/hoch`} up name={name} />}
      {last ? <span class="builder-move" /> : <Move path={`${path}/runter`} name={name} />}
    </Form>
  )

const Move = ({ path, up, name }: { path: string; up?: boolean; name: string }) => (
  <button
    class="kern-btn kern-btn--tertiary builder-move"
    type="submit"
    formAction={href(path)}
    title={t(up ? 'builder.up' : 'builder.down', { name })}
  >
    <span aria-hidden="true">{up ? '↑' : '↓'}</span>
    <span class="kern-sr-only">{t(up ? 'builder.up' : 'builder.down', { name })}</span>
  </button>
)

/** Opens below each page and group: what it is, and what it is called. */
const AddItem = ({ at, home, name }: { at: AtWork; home: string; name: string }) => (
  <details class="builder-add">
    <summary class="kern-link">{t('builder.item.new', { name })}</summary>
    <Form action={`${formPath(at.service.id)}/felder`} id={`neu-${home.replace('/', '-')}`}>
      <Revision at={at} />
      <input type="hidden" name="home" value={home} />
      <Select name="kind" label={t('builder.kind')} options={kindOptions()} />
      <div class="builder-pair">
        <Field name="labelDe" label={t('builder.label.de')} maxLength={300} />
        <Field name="labelEn" label={t('builder.label.en')} maxLength={300} optional />
      </div>
      <div>
        <Submit kind="secondary">{t('builder.item.add')}</Submit>
      </div>
    </Form>
  </details>
)

export const kindOptions = () => [...fieldKinds, 'group' as const].map((kind) => ({ value: kind, label: t(`builder.kind.${kind}`) }))

const Exits = ({ at }: { at: AtWork }) => {
  const { form } = at.work
  const path = `${formPath(at.service.id)}/ausstiege`
  return (
    <Section title={t('builder.exits')} lead={t('builder.exits.lead')} sheet>
      {form.exits.length > 0 ? (
        <ul class="builder-findings">
          {form.exits.map((exit) => (
            <li key={exit.key}>
              <a class="kern-link" href={href(`${path}/${exit.key}`)}>
                {said(exit.title) || exit.key}
              </a>
              {': '}
              {t('builder.onlyIf', { condition: conditionWords(form, exit.when, currentLocale()) })}
            </li>
          ))}
        </ul>
      ) : null}
      {form.pages.length > 0 ? (
        <div>
          <ButtonLink href={`${path}/neu`} kind="secondary">
            {t('builder.exit.new')}
          </ButtonLink>
        </div>
      ) : null}
    </Section>
  )
}

/** Rules of an import wait until a person has made conditions of them. */
const OpenRules = ({ at }: { at: AtWork }) =>
  at.work.form.openRules.length === 0 ? null : (
    <Section title={t('builder.rules')} lead={t('builder.rules.lead')} sheet>
      <ul class="builder-rules">
        {at.work.form.openRules.map(({ ref, place, text }, n) => (
          <li key={n}>
            <p>
              <strong>{ref}</strong> · {place}
            </p>
            <p class="desk-words">{text}</p>
            <ConfirmButton
              action={`${formPath(at.service.id)}/regeln/${n}/weg`}
              label={t('builder.rule.done', { ref })}
              consequence={t('builder.rule.consequence')}
              confirm={t('builder.rule.confirm', { ref })}
              icon="check"
              fields={{ revision: String(at.work.definition.revision) }}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
