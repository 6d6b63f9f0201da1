import { ButtonLink, Checks, Choice, EmptyState, exactTime, Field, Form, Page, Refused, Section, Select, Submit } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { type Block, type Blockable, blockDays, senderWays } from '#services/reports/index.ts'
import { ReasonChoice } from './photo.view.tsx'

const Blocks = ({ blocks }: { blocks: readonly Block[] }) => (
  <ul class="block-list">
    {blocks.map((block) => (
      <li key={block.id} class="sheet block-line">
        <p>
          <strong>{t(`blocks.way.${block.way}`)}</strong>, {t('blocks.until', { until: exactTime(block.until) })}
          <br />
          {t(`report.moderationReason.${block.reason}`)}
          {block.note ? ` · ${block.note}` : ''}
        </p>
        <p class="kern-body kern-body--small kern-body--muted">
          {exactTime(block.at)}
          {block.by ? ` · ${block.by}` : ''}
          {block.number ? (
            <>
              {' · '}
              <a href={href(`/amt/meldungen/${block.number}`)}>{block.number}</a>
            </>
          ) : null}
        </p>
        <Form action={`/amt/sperren/${block.id}/aufheben`} id={`lift-${block.id}`}>
          <Submit kind="secondary">{t('blocks.lift')}</Submit>
        </Form>
      </li>
    ))}
  </ul>
)

/** Everybody from whom nothing is taken, those whose block ends next first. No names: a block knows only a hash. */
export const BlocksPage = ({ blocks, more, form }: { blocks: readonly Block[]; more: boolean; form: Again | undefined }) => {
  const last = blocks.at(-1)
  return (
    <Page
      title={t('blocks.title')}
      lead={t('blocks.lead')}
      width="reading"
      noindex
      breadcrumbs={[{ href: '/amt', label: t('desk.home.title') }]}
    >
      <Refused refusal={form?.refusal} />
      {blocks.length > 0 ? <Blocks blocks={blocks} /> : <EmptyState title={t('blocks.none')} />}
      {more && last ? (
        <ButtonLink href={`/amt/sperren?nach=${last.until.getTime()}.${last.id}`} kind="secondary">
          {t('blocks.more')}
        </ButtonLink>
      ) : null}
    </Page>
  )
}

type Props = { number: string; blockable: readonly Blockable[]; blocks: readonly Block[]; form: Again | undefined }

export const BlockPage = ({ number, blockable, blocks, form }: Props) => (
  <Page
    title={t('blocks.one')}
    preline={number}
    lead={t('blocks.one.lead')}
    width="reading"
    noindex
    breadcrumbs={[{ href: `/amt/meldungen/${number}`, label: number }]}
  >
    {blocks.length > 0 ? (
      <Section title={t('blocks.now')}>
        <Blocks blocks={blocks} />
      </Section>
    ) : null}
    {blockable.length === 0 ? (
      <EmptyState title={t('blocks.nobody')} />
    ) : (
      <Form action={`/amt/meldungen/${number}/sperre`} id="sperre" {...(form ? { state: form } : {})}>
        <Choice
          name="partyId"
          label={t('blocks.who')}
          {...(form ? {} : { value: blockable[0]!.partyId })}
          options={blockable.map(({ partyId, role, since, ways }) => ({
            value: partyId,
            label: `${t(`case.role.${role}`)}, ${exactTime(since)}`,
            hint: ways.map((way) => t(`blocks.way.${way}`)).join(', '),
          }))}
        />
        <Checks
          name="ways"
          label={t('blocks.by')}
          hint={t('blocks.by.hint')}
          {...(form ? {} : { value: [...senderWays] })}
          options={senderWays.map((way) => ({ value: way, label: t(`blocks.way.${way}`) }))}
        />
        <Select
          name="days"
          label={t('blocks.days')}
          {...(form ? {} : { value: '7' })}
          options={blockDays.map((days) => ({ value: String(days), label: t('blocks.days.n', { days }) }))}
        />
        <ReasonChoice value={typeof form?.input.reason === 'string' ? form.input.reason : 'insult'} />
        <Field name="note" label={t('blocks.note')} hint={t('blocks.note.hint')} rows={2} maxLength={1000} optional />
        <Submit danger>{t('blocks.do')}</Submit>
      </Form>
    )}
  </Page>
)
