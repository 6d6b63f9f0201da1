import { Alert, ButtonRow, Field, Section, Select, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { TextBlock } from '#services/cases/index.ts'
import { variables } from '#services/cases/index.ts'
import { type BulkAction, isSaying } from './bulk.rules.ts'
import type { Words } from './bulk.words.ts'

type WordsProps = {
  path: string
  blocks: readonly TextBlock[]
  label: string
  hint: string
  optional?: boolean
  /** Asks for an English text, too: for words to people, not for what everybody reads. */
  english?: boolean
}

/** The text for all of them, with a block to begin from. Its variables are filled in for each case. */
export const BulkWords = ({ path, blocks, label, hint, optional = false, english = false }: WordsProps) => (
  <>
    {blocks.length > 0 ? (
      <div class="bulk-block">
        <Select
          name="baustein"
          label={t('textBlocks.one')}
          empty={t('textBlocks.none')}
          optional
          options={blocks.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Submit kind="secondary" formAction={`${path}/baustein`}>
          {t('textBlocks.insert')}
        </Submit>
      </div>
    ) : null}
    <Field
      name="text"
      rows={5}
      maxLength={4000}
      label={label}
      hint={`${hint} ${t('textBlocks.variables', { names: variables.map((name) => `{${name}}`).join(', ') })}`}
      optional={optional}
    />
    {english ? (
      <Field name="textEn" rows={4} maxLength={4000} label={t('desk.bulk.textEn')} hint={t('desk.bulk.textEn.hint')} optional />
    ) : null}
  </>
)

/** Which ones, and the list that they come from. */
export const Numbers = ({ numbers, liste }: { numbers: readonly string[]; liste: string }) => (
  <>
    <input type="hidden" name="liste" value={liste} />
    {numbers.map((number) => (
      <input key={number} type="hidden" name="n" value={number} />
    ))}
  </>
)

/** So many filled texts are shown; the others differ only in their facts. */
const SHOWN = 5

type PreviewProps = {
  path: string
  /** Text keys of the kind: `desk.bulk.preview`. */
  texts: string
  rows: readonly { number: string; title: string; placeLabel: string }[]
  words: ReadonlyMap<string, Words>
  notOurs: ReadonlySet<string>
  submit: (count: number) => string
}

/** What will be read, by how many, and where it cannot be sent. */
export const BulkPreview = ({ path, texts, rows, words, notOurs, submit }: PreviewProps) => {
  const blocked = rows.filter(({ number }) => notOurs.has(number) || (words.get(number)?.empty.length ?? 0) > 0)
  const going = rows.filter((row) => !blocked.includes(row))
  const sum = (what: 'parties' | 'told') => going.reduce((n, { number }) => n + (words.get(number)?.reach[what] ?? 0), 0)
  const told = sum('told')
  return (
    <Section title={t('desk.bulk.preview')} id="vorschau">
      <Alert tone="info" title={t(`${texts}.reach`, { count: told, reports: going.length })}>
        <p>{t(`${texts}.unreached`, { count: sum('parties') - told })}</p>
      </Alert>
      {blocked.length > 0 ? (
        <Alert tone="warning" title={t(`${texts}.blocked`, { count: blocked.length })}>
          <ul>
            {blocked.map(({ number, title }) => (
              <li key={number}>
                <a href={href(`${path}/${number}`)}>{`${title}, ${number}`}</a>:{' '}
                {notOurs.has(number)
                  ? t('desk.refused.notYourUnit')
                  : t('desk.bulk.preview.empty', { names: (words.get(number)?.empty ?? []).map((name) => `{${name}}`).join(', ') })}
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      {going.slice(0, SHOWN).map(({ number, title, placeLabel }) => (
        <div key={number} class="desk-public">
          <p class="kern-label">{[title, placeLabel, number].filter(Boolean).join(', ')}</p>
          <p class="desk-words">{words.get(number)?.text}</p>
        </div>
      ))}
      {going.length > SHOWN ? <p class="kern-body">{t(`${texts}.more`, { count: going.length - SHOWN })}</p> : null}
      {going.length > 0 ? (
        <ButtonRow>
          <Submit icon="send">{submit(going.length)}</Submit>
        </ButtonRow>
      ) : null}
    </Section>
  )
}

/** Looks first, then sends: what is said to many cannot be taken back. */
export const PreviewButton = ({ was, again }: { was: BulkAction; again: boolean }) =>
  isSaying(was) ? (
    <Submit kind={again ? 'secondary' : 'primary'} icon="visibility" formAction="/amt/meldungen/sammel/vorschau">
      {t(again ? 'desk.bulk.preview.again' : 'desk.bulk.preview.do')}
    </Submit>
  ) : null

/** Who hears of it, in the result: `undefined` where nothing was said. */
export const reachText = ({ parties, told }: Words['reach']): string =>
  told === 0 ? t('desk.bulk.reach.nobody') : t('desk.bulk.reach', { count: told, left: parties - told })
