import { Button, Choice, Field, useField, useFormInput } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { mapSetting, mapValues } from './map-setting.ts'
import type { PlaceHit } from './place.rules.ts'

export type PlaceFieldProps = {
  /** What was typed and chosen, by the names of `placeFields`; left out inside a `Form` with `state`: then the form knows it. */
  values?: Readonly<Record<string, unknown>>
  error?: string | undefined
  /** From `placeCandidates` after `placeAmbiguous`: shown as radio buttons. */
  candidates?: readonly PlaceHit[]
  label?: string
  hint?: string
  /** Without the line for "opposite the bakery". */
  withoutNote?: boolean
  /** Other names for its fields, where a form has several places. */
  named?: (name: string) => string
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')

/**
 * One place in a form: by words with suggestions, by map, by own position, or by the photo (listens for `photo:position` on the
 * window, detail { lat, lon, accuracyM? }). Without script the words are resolved when the form is sent.
 */
export function PlaceField({ values: own, error, candidates = [], label, hint, withoutNote, named = (name) => name }: PlaceFieldProps) {
  const values = { ...useFormInput(), ...own }
  // The page may hold the form twice: as it was refused, and afresh.
  const list = useField(named('placeList'), {}).id
  const setting = mapSetting()
  const words = textOf(values.placeText)
  const chosen = candidates.length === 0 && words !== '' && words === textOf(values.placeAsked)
  const kept = (name: string): string => (chosen || !words ? textOf(values[name]) : '')
  return (
    <div
      class="place-field"
      data-controller={`place-field${setting ? ' map-picker' : ''}`}
      data-place-field-search-value={href('/orte/suche.json')}
      data-place-field-point-value={href('/orte/punkt.json')}
      data-place-field-texts-value={JSON.stringify({
        locating: t('place.map.locating'),
        notLocated: t('place.map.notLocated'),
        failed: t('place.field.failed'),
        list: t('place.field.list'),
        unnamed: t('place.field.unnamed'),
        offerUnnamed: t('place.field.offerUnnamed'),
      })}
      data-action={`place:changed->place-field#pointed photo:position@window->place-field#photo${setting ? ' place:found->map-picker#found' : ''}`}
      {...(setting ? mapValues('map-picker', setting) : {})}
    >
      <div class="place-field__search">
        <Field
          name={named('placeText')}
          label={label ?? t('place.field.label')}
          hint={hint ?? t('place.field.hint')}
          value={words}
          error={error}
          maxLength={200}
          autocomplete="off"
          data={{
            'data-place-field-target': 'input',
            'data-action': 'input->place-field#typed keydown->place-field#key focusout->place-field#left',
          }}
        />
        <ul class="place-field__list" id={list} data-place-field-target="list" hidden />
      </div>
      {candidates.length > 0 ? (
        <div class="place-field__candidates" data-place-field-target="candidates">
          <Choice
            name={named('placeId')}
            label={t('place.field.choose')}
            options={candidates.map((hit) => ({ value: hit.id, label: hit.label, hint: hit.detail || undefined }))}
          />
        </div>
      ) : null}
      <Hidden name={named('placeId')} value={candidates.length > 0 ? '' : kept('placeId')} part="id" />
      <Hidden name={named('placeAsked')} value={candidates.length > 0 ? words : chosen ? words : ''} part="asked" />
      <Hidden name={named('placeLat')} value={kept('placeLat')} part="lat" />
      <Hidden name={named('placeLon')} value={kept('placeLon')} part="lon" />
      <Hidden name={named('placeWay')} value={kept('placeWay')} part="way" />
      <Hidden name={named('placeAccuracy')} value={kept('placeAccuracy')} part="accuracy" />
      <p class="place-field__line" role="status" data-place-field-target="line">
        {chosen ? t('place.field.chosen', { place: words }) : ''}
      </p>
      <div class="place-field__ways" data-place-field-target="ways" hidden>
        <Button icon="pin" small data={{ 'data-action': 'place-field#locate', 'data-place-field-target': 'locate' }}>
          {t('place.field.here')}
        </Button>
        <button
          class="kern-btn kern-btn--secondary btn--small"
          type="button"
          data-action="place-field#takePhoto"
          data-place-field-target="offer"
          hidden
        >
          <span class="kern-label" data-place-field-target="offerText" />
        </button>
        {setting ? (
          <details class="place-field__map">
            <summary>{t('place.field.map')}</summary>
            <p class="kern-hint">{t('place.field.mapHelp')}</p>
            <div class="map">
              <div class="map__canvas" data-map-picker-target="canvas" />
            </div>
            <p class="kern-sr-only" role="status" data-map-picker-target="status" />
          </details>
        ) : null}
      </div>
      {withoutNote ? null : (
        <Field
          name={named('placeNote')}
          label={t('place.field.note')}
          hint={t('place.field.noteHint')}
          value={textOf(values.placeNote)}
          maxLength={200}
          optional
        />
      )}
    </div>
  )
}

type Part = 'id' | 'asked' | 'lat' | 'lon' | 'way' | 'accuracy'

/** Where the choice stands; the position is shared with the map. */
const Hidden = ({ name, value, part }: { name: string; value: string; part: Part }) => (
  <input
    type="hidden"
    name={name}
    value={value}
    data-place-field-target={part}
    {...(part === 'lat' || part === 'lon' ? { 'data-map-picker-target': part } : {})}
  />
)
