import { type PageCode, type PageText, pageCodes } from '#core/towns/index.ts'
import { Badge, Field, Form, type FormState, Sheet, Submit, Table } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { AdminPage } from '../admin-page.tsx'

const PATH = '/verwaltung/seiten'

/** Where the town's own pages are read (desk/legal). */
const readAt: Record<PageCode, string> = {
  imprint: '/impressum',
  privacy: '/datenschutz',
  accessibility: '/barrierefreiheit',
  contact: '/kontakt',
  help: '/hilfe',
}

export const OwnPagesPage = ({ own }: { own: ReadonlyMap<PageCode, PageText> }) => (
  <AdminPage title={t('administration.pages')} lead={t('administration.pages.lead')}>
    <Table
      caption={t('administration.pages')}
      hideCaption
      rows={pageCodes}
      rowKey={(page) => page}
      columns={[
        {
          key: 'page',
          label: t('administration.pages.page'),
          names: true,
          show: (page) => (
            <a class="kern-link" href={href(`${PATH}/${page}`)}>
              {t(`legal.${page}`)}
            </a>
          ),
        },
        { key: 'de', label: 'Deutsch', show: (page) => <State text={own.get(page)?.de} /> },
        { key: 'en', label: 'English', show: (page) => <State text={own.get(page)?.en} /> },
        {
          key: 'see',
          label: t('administration.pages.see'),
          show: (page) => (
            <a class="kern-link" href={href(readAt[page])}>
              {readAt[page]}
            </a>
          ),
        },
      ]}
    />
  </AdminPage>
)

const State = ({ text }: { text: string | undefined }) =>
  text ? (
    <Badge tone="success" icon="check">
      {t('administration.pages.own')}
    </Badge>
  ) : (
    <Badge icon="draft">{t('administration.pages.template')}</Badge>
  )

export const OwnPageEditor = ({ page, form }: { page: PageCode; form: FormState }) => (
  <AdminPage
    title={t(`legal.${page}`)}
    lead={t('administration.pages.edit.lead')}
    parents={[{ href: PATH, label: t('administration.pages') }]}
  >
    <Sheet>
      <Form action={`${PATH}/${page}`} state={form}>
        <Field
          name="de"
          label={t('administration.pages.de')}
          hint={t('administration.pages.markdown')}
          rows={16}
          maxLength={40_000}
          optional
        />
        <Field name="en" label={t('administration.pages.en')} rows={16} maxLength={40_000} optional />
        <Submit>{t('administration.save')}</Submit>
      </Form>
    </Sheet>
  </AdminPage>
)
