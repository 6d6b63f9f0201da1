import {
  ButtonLink,
  Choice,
  ConfirmButton,
  EmptyState,
  Field,
  Form,
  type FormState,
  Icon,
  Page,
  Refused,
  Sheet,
  Submit,
  Table,
} from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { type Situation, situationIcons } from '#services/catalogue/index.ts'
import { SITUATIONS_PATH as PATH, SERVICES_PATH } from './paths.ts'
import { sentFields } from './sent.ts'

const parents = () => [
  { href: '/verwaltung', label: t('administration.title') },
  { href: SERVICES_PATH, label: t('services.title') },
]
const named = ({ name }: Situation): string => (currentLocale() === 'en' && name.en) || name.de

export const SituationsPage = ({ all, form }: { all: readonly (Situation & { count: number })[]; form: FormState }) => (
  <Page
    title={t('services.situations')}
    lead={t('services.situations.lead')}
    width="wide"
    noindex
    breadcrumbs={parents()}
    actions={
      <ButtonLink href={`${PATH}/neu`} kind="primary" icon="add">
        {t('services.situation.new')}
      </ButtonLink>
    }
  >
    <Refused refusal={form.refusal} />
    <Table
      caption={t('services.situations')}
      hideCaption
      rows={all}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="home" title={t('services.situations.none')} text={t('services.situations.lead')} />}
      columns={[
        {
          key: 'name',
          label: t('services.name'),
          names: true,
          show: (each) => (
            <a class="kern-link situation-name" href={href(`${PATH}/${each.id}`)}>
              <Icon name={each.icon} size="small" /> {named(each)}
            </a>
          ),
        },
        { key: 'count', label: t('services.situation.count'), numeric: true, show: ({ count }) => count },
        { key: 'place', label: t('services.situation.place'), show: (each) => <Place situation={each} all={all} /> },
      ]}
    />
  </Page>
)

const Place = ({ situation, all }: { situation: Situation; all: readonly Situation[] }) => {
  const at = all.indexOf(situation as (typeof all)[number])
  const moves = [at > 0 ? 'up' : undefined, at < all.length - 1 ? 'down' : undefined].filter((move) => move !== undefined)
  return (
    <Form action={`${PATH}/${situation.id}/platz`} id={`place-${situation.id}`} class="inline-form">
      {moves.map((move) => (
        <Submit key={move} kind="tertiary" small name="move" value={move} icon={move === 'up' ? 'arrow-up' : 'arrow-down'}>
          <span class="kern-sr-only">{t(`services.situation.${move}`, { name: named(situation) })}</span>
        </Submit>
      ))}
    </Form>
  )
}

export const SituationPage = ({ known, form }: { known: Situation | undefined; form: FormState }) => {
  const edited = Object.keys(form.input).length > 0
  const input = edited ? form.input : known ? { name: known.name, text: known.text, icon: known.icon } : { icon: 'star' }
  return (
    <Page
      title={known ? named(known) : t('services.situation.new')}
      noindex
      breadcrumbs={[...parents(), { href: PATH, label: t('services.situations') }]}
    >
      <Sheet>
        <Form action={known ? `${PATH}/${known.id}` : PATH} state={{ ...form, input: sentFields(input) }} id="situation">
          <div class="both-languages">
            <div class="both-languages__pair">
              <Field name="name[de]" label={t('services.situation.name.de')} maxLength={80} />
              <Field name="name[en]" label={t('services.situation.name.en')} maxLength={80} optional />
            </div>
            <div class="both-languages__pair">
              <Field name="text[de]" label={t('services.situation.text.de')} rows={3} maxLength={500} optional />
              <Field name="text[en]" label={t('services.situation.text.en')} rows={3} maxLength={500} optional />
            </div>
          </div>
          <Choice
            name="icon"
            label={t('services.situation.icon')}
            horizontal
            options={situationIcons.map((icon) => ({
              value: icon,
              label: (
                <>
                  <Icon name={icon} /> <span class="kern-sr-only">{t(`services.icon.${icon}`)}</span>
                </>
              ),
            }))}
          />
          <div>
            <Submit>{t('services.situation.save')}</Submit>
          </div>
        </Form>
      </Sheet>
      {known ? (
        <ConfirmButton
          action={`${PATH}/${known.id}/entfernung`}
          label={t('services.situation.remove')}
          consequence={t('services.situation.remove.consequence')}
          confirm={t('services.situation.remove.confirm', { name: named(known) })}
        />
      ) : null}
    </Page>
  )
}
