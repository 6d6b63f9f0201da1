import { Alert, ButtonRow, Field, Section, Select, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { TextBlock } from '#services/cases/index.ts'
import { variables } from '#services/cases/index.ts'
import { type BulkAction, bulkTable, isSaying } from './bulk.rules.ts'
import type { Picked } from './bulk.sql.ts'
import type { Words } from './bulk.words.ts'

const PATH = '/amt/meldungen/sammel'

/** The text for all of them, with a block to begin from. Its variables are filled in for each report. */
export const BulkWords = ({ was, blocks }: { was: BulkAction; blocks: readonly TextBlock[] }) => (
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
        <Submit kind="secondary" formAction={`${PATH}/baustein`}>
          {t('textBlocks.insert')}
        </Submit>
      </div>
    ) : null}
    <Field
      name="text"
      rows={5}
      maxLength={4000}
      label={t(`desk.bulk.${was}.text`)}
      hint={`${t(`desk.bulk.${was}.hint`)} ${t('textBlocks.variables', { names: variables.map((name) => `{${name}}`).join(', ') })}`}
      optional={bulkTable[was].fields.includes('optionalText')}
    />
    {was === 'write' ? (
      <Field name="textEn" rows={4} maxLength={4000} label={t('desk.bulk.textEn')} hint={t('desk.bulk.textEn.hint')} optional />
    ) : null}
  </>
)

/** So many filled texts are shown; the others differ only in their facts. */
const SHOWN = 5

type PreviewProps = { was: BulkAction; reports: readonly Picked[]; words: ReadonlyMap<string, Words>; notOurs: ReadonlySet<string> }

/** What will be read, by how many, and where it cannot be sent. */
export const BulkPreview = ({ was, reports, words, notOurs }: PreviewProps) => {
  const blocked = reports.filter(({ number }) => notOurs.has(number) || (words.get(number)?.empty.length ?? 0) > 0)
  const going = reports.filter((report) => !blocked.includes(report))
  const sum = (what: 'parties' | 'told') => going.reduce((n, { number }) => n + (words.get(number)?.reach[what] ?? 0), 0)
  const told = sum('told')
  return (
    <Section title={t('desk.bulk.preview')} id="vorschau">
      <Alert tone="info" title={t('desk.bulk.preview.reach', { count: told, reports: going.length })}>
        <p>{t('desk.bulk.preview.unreached', { count: sum('parties') - told })}</p>
      </Alert>
      {blocked.length > 0 ? (
        <Alert tone="warning" title={t('desk.bulk.preview.blocked', { count: blocked.length })}>
          <ul>
            {blocked.map(({ number, title }) => (
              <li key={number}>
                <a href={href(`/amt/meldungen/${number}`)}>{`${title}, ${number}`}</a>:{' '}
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
          <p class="kern-label">{`${title}, ${placeLabel}, ${number}`}</p>
          <p class="desk-words">{words.get(number)?.text}</p>
        </div>
      ))}
      {going.length > SHOWN ? <p class="kern-body">{t('desk.bulk.preview.more', { count: going.length - SHOWN })}</p> : null}
      {going.length > 0 ? (
        <ButtonRow>
          <Submit icon="send">{t(`desk.bulk.${was}.do`, { count: going.length })}</Submit>
        </ButtonRow>
      ) : null}
    </Section>
  )
}

/** Looks first, then sends: what is said to many cannot be taken back. */
export const PreviewButton = ({ was, again }: { was: BulkAction; again: boolean }) =>
  isSaying(was) ? (
    <Submit kind={again ? 'secondary' : 'primary'} icon="visibility" formAction={`${PATH}/vorschau`}>
      {t(again ? 'desk.bulk.preview.again' : 'desk.bulk.preview.do')}
    </Submit>
  ) : null

/** Who hears of it, in the result: `undefined` where nothing was said. */
export const reachText = ({ parties, told }: Words['reach']): string =>
  told === 0 ? t('desk.bulk.reach.nobody') : t('desk.bulk.reach', { count: told, left: parties - told })
