import { laender, type TownLine } from '#core/towns/index.ts'
import { Badge, ButtonLink, Card, CardList, Field, Form, type FormState, Select, Sheet, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { AdminPage } from '../admin-page.tsx'

const PATH = '/verwaltung/staedte'

type TownsPageProps = { towns: readonly TownLine[]; here: string; failed: { slug: string; form: FormState } | undefined }

export const TownsPage = ({ towns, here, failed }: TownsPageProps) => (
  <AdminPage
    title={t('administration.towns')}
    lead={t('administration.towns.lead')}
    actions={
      <ButtonLink href={`${PATH}/neu`} kind="primary" icon="add">
        {t('administration.towns.new')}
      </ButtonLink>
    }
  >
    <CardList size="large">
      {towns.map((town) => (
        <Card
          key={town.id}
          level={2}
          title={town.name}
          subline={`${town.slug} · ${t(`land.${town.land}`)}`}
          badge={
            <>
              {town.demo ? <Badge icon="info">{t('design.demo.label')}</Badge> : null}
              {town.slug === here ? (
                <Badge tone="accent" icon="home">
                  {t('administration.towns.here')}
                </Badge>
              ) : null}
            </>
          }
        >
          <Form
            action={`${PATH}/${town.slug}/namen`}
            id={`hosts-${town.slug}`}
            state={failed?.slug === town.slug ? failed.form : { input: { hosts: town.hosts.join('\n') }, errors: {} }}
          >
            <Field
              name="hosts"
              label={t('administration.towns.hosts')}
              hint={t('administration.towns.hosts.hint', { slug: town.slug })}
              rows={3}
              optional
            />
            <Submit kind="secondary">{t('administration.save')}</Submit>
          </Form>
        </Card>
      ))}
    </CardList>
  </AdminPage>
)

export const NewTownPage = ({ form }: { form: FormState }) => (
  <AdminPage title={t('administration.towns.new')} parents={[{ href: PATH, label: t('administration.towns') }]}>
    <Sheet>
      <Form action={PATH} state={form}>
        <Field name="name" label={t('administration.town.name')} width="medium" maxLength={100} />
        <Field
          name="slug"
          label={t('administration.towns.slug')}
          hint={t('administration.towns.slug.hint')}
          width="medium"
          maxLength={41}
        />
        <Select
          name="land"
          label={t('administration.town.land')}
          options={laender.map((land) => ({ value: land, label: t(`land.${land}`) }))}
        />
        <Field name="hosts" label={t('administration.towns.hosts')} hint={t('administration.towns.hosts.new')} rows={3} optional />
        <Field
          name="adminEmail"
          type="email"
          label={t('administration.towns.admin')}
          hint={t('administration.towns.admin.hint')}
          width="medium"
          maxLength={320}
        />
        <Submit>{t('administration.towns.new')}</Submit>
      </Form>
    </Sheet>
  </AdminPage>
)
