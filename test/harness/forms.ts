import type { Seeded } from '#platform/seeded.ts'

/** One control of a form as the page shows it. */
type Control = { name: string; type: string; value: string; values: string[]; checked: boolean; attributes: string }
export type PageForm = { action: string; controls: Control[]; buttons: { name: string; value: string }[] }

/** The forms of a page that are sent by POST. Our own HTML, so patterns are enough. */
export function formsIn(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, attributes = '', inner = '']) => {
    if (attribute(attributes, 'method') !== 'post') return []
    return [{ action: attribute(attributes, 'action') ?? '', controls: controlsIn(inner), buttons: buttonsIn(inner) }]
  })
}

function controlsIn(inner: string): Control[] {
  const inputs = [...inner.matchAll(/<input\b([^>]*)>/g)].map(([, attributes = '']) => ({
    name: attribute(attributes, 'name') ?? '',
    type: attribute(attributes, 'type') ?? 'text',
    value: attribute(attributes, 'value') ?? '',
    values: [],
    checked: /\schecked\b/.test(attributes),
    attributes,
  }))
  const areas = [...inner.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].map(([, attributes = '', text = '']) => ({
    name: attribute(attributes, 'name') ?? '',
    type: 'area',
    value: plain(text),
    values: [],
    checked: false,
    attributes,
  }))
  const selects = [...inner.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].map(([, attributes = '', options = '']) => {
    const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option)
    const chosen = all.find((option) => /\sselected\b/.test(option)) ?? all[0] ?? ''
    const values = all.filter((option) => !/\sdisabled\b/.test(option)).map((option) => attribute(option, 'value') ?? '')
    return {
      name: attribute(attributes, 'name') ?? '',
      type: 'select',
      value: attribute(chosen, 'value') ?? '',
      values,
      checked: false,
      attributes,
    }
  })
  return [...inputs, ...areas, ...selects].filter(
    ({ name, type, attributes }) => name && !['submit', 'button', 'file', 'image'].includes(type) && !/\sdisabled\b/.test(attributes),
  )
}

const buttonsIn = (inner: string) =>
  [...inner.matchAll(/<button\b([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const name = attribute(attributes, 'name')
    return name ? [{ name, value: attribute(attributes, 'value') ?? '' }] : []
  })

/** Fills a form in as somebody might: keeps what is there, chooses, and writes where it is blank. `today` is the program's day. */
export function filled(form: PageForm, chance: Seeded, today: Date): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  const add = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), value]
  }
  for (const [name, group] of Map.groupBy(form.controls.filter(isRadio), (control) => control.name)) {
    const known = group.find(({ checked }) => checked)
    add(name, (known && chance.chance(0.5) ? known : chance.pick(group)).value)
  }
  for (const control of form.controls) {
    if (isRadio(control)) continue
    if (control.type === 'checkbox') {
      if (control.checked || chance.chance(0.3)) add(control.name, control.value || 'on')
    } else if (control.type === 'select') {
      const choices = control.values.filter(Boolean)
      add(control.name, choices.length > 0 && chance.chance(0.7) ? chance.pick(choices) : control.value)
    } else if (control.name in point && !control.value) add(control.name, point[control.name]!)
    else add(control.name, control.type === 'hidden' || control.value ? control.value : written(control, chance, today))
  }
  const button = form.buttons.length > 0 ? chance.pick(form.buttons) : undefined
  if (button) add(button.name, button.value)
  return fields
}

/** A place in the middle of the towns that tests make. */
const point: Record<string, string> = { placeLat: '49.05', placeLon: '11.05', placeWay: 'map' }

const isRadio = ({ type }: Control): boolean => type === 'radio'

const words = ['Loch', 'Ampel', 'Markt', 'Linde', 'Brunnen', 'Gehweg', 'Laterne', 'Bank', 'Spielplatz', 'Mauer']

function written({ name, type, attributes }: Control, chance: Seeded, today: Date): string {
  const required = /aria-required="true"/.test(attributes)
  if (!required && chance.chance(0.4)) return ''
  if (type === 'email' || /mail/i.test(name)) return `wer.${chance.int(1000, 9_999_999)}@example.org`
  if (type === 'date') return new Date(today.getTime() + chance.int(1, 20) * 86_400_000).toISOString().slice(0, 10)
  if (type === 'datetime-local') return new Date(today.getTime() - chance.int(1, 20) * 3_600_000).toISOString().slice(0, 16)
  if (type === 'time') return '08:30'
  if (type === 'tel') return '0911 2312312'
  if (type === 'url') return 'https://example.org/seite'
  if (type === 'number') return attribute(attributes, 'min') ?? String(chance.int(1, 5))
  if (/^(code|slug)$/.test(name)) return `x${chance.int(1000, 9_999_999)}`
  const text = `${chance.pick(words)} ${chance.pick(words)} ${chance.int(10, 9999)}`
  return text.slice(0, Number(attribute(attributes, 'maxlength') ?? 200))
}

const attribute = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
  return found === undefined ? undefined : plain(found)
}

const plain = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
