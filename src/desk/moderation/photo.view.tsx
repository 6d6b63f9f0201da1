import { filePath, photoOf } from '#core/files/index.ts'
import { Columns, Form, Page, Picture, Refused, Section, Select, Submit } from '#design/index.ts'
import type { Again } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { type ModeratedPhoto, moderationReasons } from '#services/reports/index.ts'

const edges = ['x', 'y', 'w', 'h'] as const
type Row = Record<(typeof edges)[number], string>

/** Empty rows to fill in where no script adds any. */
const SPARE = 4

export const ReasonChoice = ({ value }: { value?: string }) => (
  <Select
    name="reason"
    label={t('blackout.reason')}
    value={value ?? 'personalData'}
    options={moderationReasons.map((reason) => ({ value: reason, label: t(`report.moderationReason.${reason}`) }))}
  />
)

/** One photo: draw boxes on it with mouse, finger or keys, or type them as numbers; below it, how everybody sees it now. */
export const PhotoPage = ({ it, form }: { it: ModeratedPhoto; form: Again | undefined }) => {
  const action = `/amt/meldungen/${it.number}/fotos/${it.photo.fileId}`
  const original = photoOf({ id: it.originalId, variants: it.photo.file.variants }, t('blackout.original'))
  const rows = rowsOf(it, form)
  return (
    <Page
      title={t('blackout.title')}
      preline={it.number}
      lead={t('blackout.lead')}
      width="wide"
      noindex
      breadcrumbs={[
        { href: '/amt/meldungen', label: t('desk.list.title') },
        { href: `/amt/meldungen/${it.number}`, label: it.number },
      ]}
    >
      <Columns side={<NowShown it={it} />}>
        <Form action={action} id="boxes" class="form blackout" {...(form ? { state: { ...form, input: {} } } : {})}>
          <Refused refusal={form?.refusal} />
          <input type="hidden" name="version" value={it.version} />
          <div data-controller="blackout" data-blackout-label-value={t('blackout.box')} data-blackout-max-value="40">
            <div class="blackout__stage" data-blackout-target="stage">
              <img
                class="blackout__picture"
                src={href(filePath(it.originalId, 'large'))}
                alt={original.alt}
                width={original.width}
                height={original.height}
                draggable={false}
              />
            </div>
            <p class="kern-body kern-body--muted" data-blackout-target="help" hidden>
              {t('blackout.help')}
            </p>
            <p>
              <button class="kern-btn kern-btn--secondary" type="button" data-action="blackout#add" data-blackout-target="adder" hidden>
                <span class="kern-label">{t('blackout.add')}</span>
              </button>
            </p>
            <fieldset class="blackout__rows" data-blackout-target="rows">
              <legend class="kern-label">{t('blackout.numbers')}</legend>
              {rows.map((row, i) => (
                <div class="blackout__row" key={i} data-blackout-target="row">
                  <span class="blackout__name">{t('blackout.box.n', { n: i + 1 })}</span>
                  {edges.map((edge) => (
                    <label class="blackout__field" key={edge}>
                      <span class="kern-label">{t(`blackout.${edge}`)}</span>
                      <input
                        class="kern-form-input__input"
                        name={`${edge}[${i + 1}]`}
                        value={row[edge]}
                        inputMode="decimal"
                        maxLength={8}
                        autocomplete="off"
                        aria-label={`${t('blackout.box.n', { n: i + 1 })}: ${t(`blackout.${edge}`)}`}
                      />
                    </label>
                  ))}
                  <button
                    class="kern-btn kern-btn--tertiary"
                    type="button"
                    data-action="blackout#remove"
                    data-blackout-target="remover"
                    hidden
                    aria-label={t('blackout.remove', { n: i + 1 })}
                  >
                    <span class="kern-label">{t('blackout.remove.short')}</span>
                  </button>
                </div>
              ))}
            </fieldset>
          </div>
          <ReasonChoice />
          <div>
            <Submit>{t('blackout.save')}</Submit>
          </div>
          <p class="kern-body kern-body--muted">{t('blackout.undo')}</p>
        </Form>
      </Columns>
    </Page>
  )
}

/** As they were typed, else as they are kept; some empty ones behind them. */
function rowsOf({ boxes }: ModeratedPhoto, form: Again | undefined): Row[] {
  const typed = form?.input as Record<string, unknown> | undefined
  const of = (edge: string, n: string): string => {
    const group = typed?.[edge]
    const value = typeof group === 'object' && group !== null ? (group as Record<string, unknown>)[n] : undefined
    return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value)) ? String(value).slice(0, 20) : ''
  }
  const numbers = edges.flatMap((edge) => Object.keys((typed?.[edge] as object | undefined) ?? {}))
  const kept: Row[] = form
    ? [...new Set(numbers)].slice(0, 40).map((n) => ({ x: of('x', n), y: of('y', n), w: of('w', n), h: of('h', n) }))
    : boxes.map(({ x, y, w, h }) => ({ x: String(x), y: String(y), w: String(w), h: String(h) }))
  const empty = Array.from({ length: Math.max(0, Math.min(SPARE, 40 - kept.length)) }, () => ({ x: '', y: '', w: '', h: '' }))
  return [...kept, ...empty]
}

/** How it stands now, and the way to take the whole photo away. */
const NowShown = ({ it }: { it: ModeratedPhoto }) => {
  const shown = it.photo.audience === 'public'
  return (
    <Section title={t('blackout.now')}>
      <div class="blackout-now">
        <Picture photo={photoOf(it.photo.file, t('blackout.now.alt'))} sizes="20rem" />
        <p>{t(shown ? 'blackout.now.public' : 'blackout.now.not')}</p>
        {!shown && !it.mayShow ? null : (
          <Form action={`/amt/meldungen/${it.number}/fotos/${it.photo.fileId}/sichtbar`} id="sichtbar">
            <input type="hidden" name="version" value={it.version} />
            <input type="hidden" name="shown" value={shown ? 'nein' : 'ja'} />
            <Submit kind="secondary" danger={shown} icon={shown ? 'visibility-off' : 'visibility'}>
              {t(shown ? 'blackout.hide' : 'blackout.show')}
            </Submit>
          </Form>
        )}
      </div>
    </Section>
  )
}
