import { Button, Checkbox, Field, Form, type FormState, Icon, Submit } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import type { ListFields } from './list-address.rules.ts'
import { hereOf, type ListShown } from './list-shown.ts'

/** Kept views of the list: own ones and those that the unit shares. */
export const Views = <Q extends ListFields, Row>({ list, saving }: { list: ListShown<Q, Row>; saving: FormState | undefined }) => {
  const here = hereOf(list)
  const { path } = list.address
  const own = list.saved.filter((view) => view.own)
  return (
    <div class="views">
      {list.saved.length > 0 ? (
        <ul class="views__list" aria-label={t('desk.views.label')}>
          {list.saved.map((view) => (
            <li key={view.id}>
              <a class="views__view" href={href(`${path}?${view.query}`)} aria-current={view.query === here ? 'true' : undefined}>
                {view.shared ? <Icon name="people" size="small" /> : <Icon name="star" size="small" />}
                {view.name}
                {view.shared ? <span class="kern-sr-only"> ({t('desk.views.shared')})</span> : null}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <details class="views__keep" open={saving !== undefined}>
        <summary>{t('desk.views.keep')}</summary>
        <div class="views__forms">
          <Form action={`${path}/ansichten`} id="view" {...(saving ? { state: saving } : {})}>
            <input type="hidden" name="liste" value={here} />
            <Field name="name" label={t('desk.views.name')} hint={t('desk.views.hint')} maxLength={80} />
            {list.mayShare ? <Checkbox name="share" label={t('desk.views.share')} /> : null}
            <Submit kind="secondary">{t('desk.views.save')}</Submit>
          </Form>
          {own.length > 0 ? (
            <Form action={`${path}/ansichten/loeschen`} id="view-remove">
              <input type="hidden" name="liste" value={here} />
              <p class="kern-label">{t('desk.views.remove')}</p>
              <ul class="views__list">
                {own.map((view) => (
                  <li key={view.id}>
                    <Button type="submit" name="id" value={view.id} kind="tertiary" icon="delete" small>
                      {view.name}
                    </Button>
                  </li>
                ))}
              </ul>
            </Form>
          ) : null}
        </div>
      </details>
    </div>
  )
}
