import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { beforeAll, describe, expect, it } from 'vitest'
import { sampleFrame } from '#design/gallery/sample-frame.ts'
import { designTexts } from '#design/texts.ts'
import { registerTexts } from '#platform/text.ts'
import { inFrame } from '#platform/view.ts'
import { Checkbox, Checks, Choice } from './choice.tsx'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { chosen, fieldId, inputText } from './form-context.ts'
import { Select } from './select.tsx'

beforeAll(() => registerTexts(designTexts))

const show = (element: () => JSX.Element) => inFrame(sampleFrame({ base: '/t/eulenrode' }), () => renderToString(element()))
const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
]

describe('Form', () => {
  it('carries a one-time key when it writes, and none when it asks', () => {
    expect(show(() => <Form action="/m">x</Form>)).toContain('name="_key" value="sample-key"')
    expect(
      show(() => (
        <Form action="/m" method="get">
          x
        </Form>
      )),
    ).not.toContain('_key')
  })

  it('sends to its own town', () => expect(show(() => <Form action="/m">x</Form>)).toContain('action="/t/eulenrode/m"'))

  it('fills its fields with what was typed and says at each what is wrong', () => {
    const html = show(() => (
      <Form action="/m" state={{ input: { text: '<b>', kind: 'b', news: ['a'], agree: 'on' }, errors: { text: 'Zu kurz.' } }}>
        <Field name="text" label="Text" hint="Kurz" />
        <Select name="kind" label="Art" options={options} />
        <Checks name="news" label="Neues" options={options} />
        <Checkbox name="agree" label="Ja" />
      </Form>
    ))
    expect(html).toContain('value="&lt;b>"')
    expect(html).toMatch(/aria-describedby="f-text-hint f-text-error"/)
    expect(html).toMatch(/aria-invalid="true"/)
    expect(html).toMatch(/<option (?=[^>]*value="b")(?=[^>]*selected)/)
    expect(html).toMatch(/<input (?=[^>]*name="news")(?=[^>]*value="a")(?=[^>]*checked)/)
    expect(html).not.toMatch(/<input (?=[^>]*name="news")(?=[^>]*value="b")(?=[^>]*checked)/)
    expect(html).toMatch(/<input (?=[^>]*name="agree")(?=[^>]*checked)/)
  })

  it('leads from the summary to a field that is there', () => {
    const html = show(() => (
      <Form action="/m" id="melden" state={{ input: {}, errors: { place: 'Wo?', 'questions.0': 'Was?', fine: undefined } }}>
        <Choice name="place" label="Ort" options={options} />
        <Field name="questions.0" label="Frage" />
      </Form>
    ))
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])
    expect(targets).toEqual(['melden-place', 'melden-questions-0'])
    for (const target of targets) expect(html).toContain(` id="${target}"`)
  })

  it('says why it was refused', () =>
    expect(
      show(() => (
        <Form action="/m" state={{ input: {}, errors: {}, refusal: { code: 'taken' } }} refusalText="Schon vergeben.">
          x
        </Form>
      )),
    ).toContain('Schon vergeben.'))

  it('says at the field what a refusal is about, and only there', () => {
    const state = { input: {}, errors: {}, refusal: { code: 'taken', field: 'name' } }
    const form = (more: object = {}) =>
      show(() => (
        <Form action="/m" state={{ ...state, ...more }} refusalText="Schon vergeben.">
          <Field name="name" label="Name" />
          <Field name="email" label="E-Mail" />
        </Form>
      ))
    expect(form()).toMatch(/<input (?=[^>]*id="f-name")(?=[^>]*aria-invalid="true")(?=[^>]*aria-describedby="f-name-error")/)
    expect(form()).toMatch(/id="f-name-error"[\s\S]*Schon vergeben\./)
    expect(form()).not.toMatch(/<input (?=[^>]*id="f-email")(?=[^>]*aria-invalid)/)
    // The page says it above all forms: the alert is not said twice.
    expect([form(), form({ refusalSaid: true })].map((html) => html.split('Schon vergeben.').length - 1)).toEqual([2, 1])
    // What was wrong with the words themselves goes before.
    expect(form({ errors: { name: 'Zu kurz.' } })).not.toMatch(/id="f-name-error"[\s\S]*Schon vergeben\./)
  })

  it('never writes a password back', () =>
    expect(
      show(() => (
        <Form action="/m" state={{ input: { secret: 'hunter2' }, errors: {} }}>
          <Field name="secret" type="password" label="Passwort" />
        </Form>
      )),
    ).not.toContain('hunter2'))
})

describe('values', () => {
  it('become text only where they are text, number or day', () => {
    expect([inputText('a'), inputText(3), inputText(new Date('2026-03-05T12:00:00Z')), inputText({}), inputText(null)]).toEqual([
      'a',
      '3',
      '2026-03-05',
      '',
      '',
    ])
  })

  it('of a group are a list', () => {
    expect([chosen('a'), chosen(['a', 'b']), chosen(''), chosen(undefined)]).toEqual([['a'], ['a', 'b'], [], []])
  })

  it('have ids without characters that an address would not carry', () => expect(fieldId('f', 'a b[0].c')).toBe('f-a-b-0-c'))
})
