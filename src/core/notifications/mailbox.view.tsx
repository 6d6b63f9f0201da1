import { type Column, DefinitionList, EmptyState, FilterBar, Icon, Page, Pager, Select, Table, Time, withQuery } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { frame, href } from '#platform/view.ts'
import { Live } from './live.view.tsx'

export const PAGE = 50

export type Mail = { id: string; to: string; subject: string; text: string; createdAt: Date }

type Props = { mails: readonly Mail[]; addresses: readonly string[]; to: string | undefined; first: boolean }

export function MailboxPage({ mails, addresses, to, first }: Props) {
  const shown = mails.slice(0, PAGE)
  const last = shown.at(-1)
  return (
    <Page title={t('mailbox.title')} lead={t('mailbox.lead')} noindex>
      {first ? <Live topics={['mailbox']} /> : null}
      <FilterBar action="/demo/postfach" values={{ an: to }} active={to ? 1 : 0}>
        <Select
          name="an"
          label={t('mailbox.to')}
          empty={t('mailbox.to.all')}
          options={[...addresses].sort().map((address) => ({ value: address, label: address }))}
        />
      </FilterBar>
      <Table
        caption={t('mailbox.title')}
        hideCaption
        columns={columns()}
        rows={shown}
        rowKey={({ id }) => id}
        keys
        empty={<EmptyState icon="mail" title={t('mailbox.empty')} text={t('mailbox.empty.text')} />}
      />
      <Pager
        previous={first ? undefined : withQuery(frame().path, { vor: undefined })}
        next={mails.length > PAGE && last ? withQuery(frame().path, { vor: last.id }) : undefined}
      />
    </Page>
  )
}

const columns = (): Column<Mail>[] => [
  {
    key: 'subject',
    label: t('mailbox.subject'),
    names: true,
    show: ({ id, subject }) => <a href={href(`/demo/postfach/${id}`)}>{subject}</a>,
  },
  { key: 'to', label: t('mailbox.to'), show: ({ to }) => to },
  { key: 'at', label: t('mailbox.at'), show: ({ createdAt }) => <Time at={createdAt} /> },
]

export const MailPage = ({ mail }: { mail: Mail }) => (
  <Page title={mail.subject} width="reading" noindex breadcrumbs={[{ href: '/demo/postfach', label: t('mailbox.title') }]}>
    <DefinitionList
      items={[
        { term: t('mailbox.to'), value: <a href={href(`/demo/postfach?an=${encodeURIComponent(mail.to)}`)}>{mail.to}</a> },
        { term: t('mailbox.at'), value: <Time at={mail.createdAt} show="exact" /> },
      ]}
    />
    <div class="sheet mail-text">
      {linked(mail.text).map((part, i) =>
        part.url ? (
          <a key={i} href={part.url}>
            {part.words}
          </a>
        ) : (
          part.words
        ),
      )}
    </div>
    <p class="kern-body">
      <a class="kern-link" href={href(`/demo/postfach/${mail.id}/html`)} target="_blank" rel="noreferrer">
        <Icon name="open-in-new" size="small" /> {t('mailbox.html')}
      </a>
    </p>
  </Page>
)

/** The text in pieces, with addresses as links, as mail programs show it. */
function linked(text: string): { words: string; url?: string }[] {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((words, i) => (i % 2 ? { words, url: words } : { words }))
}
