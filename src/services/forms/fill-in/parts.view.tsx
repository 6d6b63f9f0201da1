import { PlaceField } from '#core/places/index.ts'
import { Field as Line } from '#design/index.ts'
import { currentLocale, t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { partsAsked } from '../answer/parts.rules.ts'
import { freeParts } from '../kinds.rules.ts'
import { inWords } from './answer-words.rules.ts'
import type { AskedProps } from './field.view.tsx'
import { fieldName } from './names.rules.ts'
import { answerAt, shownPart } from './shown.rules.ts'

const autocomplete: Record<string, string> = {
  firstName: 'given-name',
  lastName: 'family-name',
  birthDate: 'bday',
  postalCode: 'postal-code',
  city: 'address-level2',
  email: 'email',
  phone: 'tel',
}
const types: Record<string, 'email' | 'tel'> = { email: 'email', phone: 'tel' }
const short: ReadonlySet<string> = new Set(['houseNumber', 'postalCode', 'birthDate'])

/** A person, an organisation or an address: its parts below one heading. */
export function Parts({ field, path, filling }: AskedProps) {
  const answer = answerAt(filling.answers, path)
  const optional = !(filling.evaluation.fields.get(path)?.required ?? !field.optional)
  const own = field.prefill?.source === 'account' || path === 'address'
  return (
    <fieldset class="parts">
      <legend class="kern-label parts__title">
        {inWords(field.label, currentLocale())}
        {optional ? <span class="kern-label__optional"> {t('design.form.optional')}</span> : null}
      </legend>
      {field.help ? <p class="kern-hint">{inWords(field.help, currentLocale())}</p> : null}
      <div class={`parts__fields parts__fields--${field.kind}`}>
        {partsAsked(field).map((part) => {
          const name = fieldName(`${path}.${part}`)
          const city = part === 'city' && !field.anywhere && !optional ? filling.city : undefined
          return (
            <div key={part} class={`parts__part parts__part--${part}`} {...(part === 'street' && !field.anywhere ? streets() : {})}>
              <Line
                name={name}
                label={t(`fillIn.part.${part}`)}
                optional={optional || freeParts.has(part)}
                value={shownPart(answer, part) || city || ''}
                error={filling.errors?.[name]}
                type={types[part] ?? 'text'}
                autocomplete={(own && autocomplete[part]) || 'off'}
                maxLength={200}
                {...(part === 'birthDate' ? { hint: t('fillIn.birthDate') } : {})}
                {...(part === 'postalCode' ? { inputMode: 'numeric' as const } : {})}
                width={short.has(part) ? 'short' : 'full'}
                {...(part === 'street' && !field.anywhere ? { list: `${path}-streets`, data: streetInput } : {})}
              />
              {part === 'street' && !field.anywhere ? <datalist id={`${path}-streets`} data-street-list-target="list" /> : null}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}

/** Streets of the town are offered while somebody writes (street-list.browser.ts). */
const streets = () => ({ 'data-controller': 'street-list', 'data-street-list-url-value': href('/orte/suche.json') })
const streetInput = { 'data-action': 'input->street-list#ask', 'data-street-list-target': 'input' }

/** A place in town, by words, map or position. */
export function AskedPlace({ field, path, filling }: AskedProps) {
  const answer = answerAt(filling.answers, path)
  const part = (name: string) => shownPart(answer, name)
  const found = part('lat') !== ''
  const name = (one: string) => fieldName(`${path}.${one}`)
  return (
    <PlaceField
      named={name}
      label={inWords(field.label, currentLocale())}
      {...(field.help ? { hint: inWords(field.help, currentLocale()) } : {})}
      error={filling.errors?.[name('placeText')]}
      candidates={filling.candidates?.get(path) ?? []}
      values={{
        placeText: part('label') || part('text'),
        placeAsked: found ? part('label') : part('asked'),
        placeId: part('id'),
        placeLat: part('lat'),
        placeLon: part('lon'),
        placeWay: part('way'),
        placeAccuracy: part('accuracy'),
        placeNote: part('note'),
      }}
    />
  )
}
