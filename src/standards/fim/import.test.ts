import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { registerTexts } from '#platform/text.ts'
import { xml } from '#platform/xml.ts'
import { FormDefinition, proveForm } from '#services/forms/index.ts'
import { importXdf } from './import.ts'
import { fimTexts } from './texts.ts'
import { faultWords, noteWords } from './words.ts'

registerTexts(fimTexts)

const code = (name: string, value: string) => `<x:${name}><code>${value}</code></x:${name}>`
const identified = (id: string, version: string) =>
  `<x:identifikation><x:id>${id}</x:id><x:version>${version}</x:version></x:identifikation>`
const structure = (count: string, inside: string, basis = '') =>
  `<x:struktur><x:anzahl>${count}</x:anzahl><x:bezug>${basis}</x:bezug><x:enthaelt>${inside}</x:enthaelt></x:struktur>`
const status = (of: 2 | 3) => (of === 2 ? code('status', 'aktiv') : code('freigabestatus', '6'))
const rule = (id: string, of: 2 | 3 = 2) =>
  `<x:regel>${identified(id, '1.0')}<x:name>Regel ${id}</x:name>${of === 2 ? '<x:script>function script() {}</x:script>' : '<x:freitextRegel>Wenn, dann.</x:freitextRegel>'}</x:regel>`
const field = (id: string, more: { of?: 2 | 3; input?: string; type?: string; rest?: string; name?: string } = {}) => {
  const { of = 2, input = 'input', type = 'text', rest = '', name = `Feld ${id}` } = more
  return `<x:datenfeld>${identified(id, of === 2 ? '1.1' : '1.1.0')}<x:name>${name}</x:name><x:bezeichnungEingabe>${name}?</x:bezeichnungEingabe>${status(of)}<x:hilfetextEingabe>Hilfe</x:hilfetextEingabe>${code('feldart', input)}${code('datentyp', type)}${rest}</x:datenfeld>`
}
const group = (id: string, inside: string, of: 2 | 3 = 2) =>
  `<x:datenfeldgruppe>${identified(id, of === 2 ? '1.3' : '1.3.0')}<x:name>Gruppe ${id}</x:name>${status(of)}${inside}</x:datenfeldgruppe>`
const message = (inside: string, of: 2 | 3 = 2) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<x:xdatenfelder.stammdatenschema.0102 xmlns:x="urn:xoev-de:fim:standard:xdatenfelder_${of === 2 ? '2' : '3.0.0'}">
<x:header><x:nachrichtID>n1</x:nachrichtID><x:erstellungszeitpunkt>2026-01-01T00:00:00Z</x:erstellungszeitpunkt></x:header>
<x:stammdatenschema>${identified('S17', of === 2 ? '1.0' : '1.0.0')}<x:name>Hundesteuer Anmeldung</x:name><x:bezug>§ 1 Satzung</x:bezug>${status(of)}
${inside}
</x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>`

const read = (text: string) => importXdf(new TextEncoder().encode(text))
const taken = (text: string) => {
  const got = read(text)
  if (!got.ok) throw new Error(JSON.stringify(got.fault))
  return got
}
const only = (text: string) => taken(text).form.pages[0]!.items[0]!

describe('a file becomes a draft', () => {
  const whole = taken(
    message(
      rule('R1') +
        structure(
          '1:1',
          group(
            'G1',
            structure('1:1', field('F1', { rest: '<x:praezisierung>{"minLength":"1","maxLength":"120"}</x:praezisierung>' }), '§ 2') +
              structure('0:1', field('F2', { type: 'date' })),
          ),
        ) +
        structure(
          '1:1',
          group(
            'G2',
            structure(
              '0:*',
              group(
                'G3',
                structure(
                  '1:1',
                  field('F3', { type: 'num_currency', rest: '<x:praezisierung>{"minValue":"0","maxValue":"12.5"}</x:praezisierung>' }),
                ),
              ),
            ),
          ),
        ) +
        structure('1:1', field('F4', { type: 'bool' })),
    ),
  )

  it('with pages, groups and fields of their kinds', () => {
    expect(whole.form.key).toBe('hundesteuer-anmeldung-s17')
    expect(whole.form.pages.map(({ key, title }) => [key, title.de])).toEqual([
      ['angaben', 'Hundesteuer Anmeldung'],
      ['pg1', 'Gruppe G1'],
      ['pg2', 'Gruppe G2'],
    ])
    expect(whole.form.pages[1]!.items).toEqual([
      {
        key: 'f1',
        kind: 'text',
        label: { de: 'Feld F1?', en: '' },
        help: { de: 'Hilfe', en: '' },
        checks: { minLength: 1, maxLength: 120 },
        xdfRef: 'F1V1.1',
        legalBasis: '§ 2',
      },
      { key: 'f2', kind: 'date', label: { de: 'Feld F2?', en: '' }, help: { de: 'Hilfe', en: '' }, optional: true, xdfRef: 'F2V1.1' },
    ])
    expect(whole.form.pages[2]!.items[0]).toMatchObject({
      kind: 'group',
      key: 'g3',
      min: 0,
      max: 20,
      items: [{ key: 'f3', kind: 'money', checks: { min: 0, max: 1250 } }],
    })
    expect(whole.taken).toEqual({ pages: 3, groups: 1, fields: 4, rules: 1 })
    expect(whole.notes).toEqual([])
  })

  it('that cannot be published before rules and words are there', () => {
    const kinds = new Set(proveForm(whole.form, { today: '2026-06-15' }).map(({ kind }) => kind))
    expect(kinds).toEqual(new Set(['openRule', 'languageMissing']))
    expect(whole.form.openRules).toEqual([
      { ref: 'R1V1.0', place: 'S17V1.0 Hundesteuer Anmeldung', text: 'Regel R1\nfunction script() {}' },
    ])
  })

  test.each<[string, string, Record<string, unknown>]>([
    [
      'a long text',
      field('F1', { rest: '<x:praezisierung>{"maxLength":"2000"}</x:praezisierung>' }),
      { kind: 'longText', checks: { maxLength: 2000 } },
    ],
    [
      'a note',
      field('F1', { input: 'label', rest: '<x:inhalt>Bitte lesen.</x:inhalt>' }),
      { kind: 'info', help: { de: 'Bitte lesen.', en: '' } },
    ],
    ['a whole number', field('F1', { type: 'num_int' }), { kind: 'number' }],
    ['a number', field('F1', { type: 'num' }), { kind: 'number', decimals: 2 }],
    ['a file', field('F1', { type: 'file' }), { kind: 'upload' }],
  ])('%s', (_, inside, expected) => expect(only(message(structure('1:1', inside)))).toMatchObject(expected))

  test.each<[string, string, Record<string, unknown>]>([
    [
      'limits as attributes',
      field('F1', { of: 3, rest: '<x:praezisierung minLength="2" maxLength="5" pattern="[0-9]+"/>' }),
      { checks: { minLength: 2, maxLength: 5, pattern: { regex: '[0-9]+' } } },
    ],
    [
      'options',
      field('F1', {
        of: 3,
        input: 'select',
        rest: '<x:werte><x:wert><x:code>01</x:code><x:name>Ja</x:name></x:wert><x:wert><x:code>0 1</x:code><x:name>Nein</x:name><x:hilfe>Hilfe</x:hilfe></x:wert></x:werte>',
      }),
      {
        kind: 'choice',
        options: [
          { key: '01', label: { de: 'Ja', en: '' } },
          { key: '0-1', help: { de: 'Hilfe' } },
        ],
      },
    ],
    ['what is locked', field('F1', { of: 3, input: 'locked' }), { readOnly: true, prefill: { source: 'register', attribute: 'F1' } }],
    ['what is filled in before', field('F1', { of: 3, rest: code('vorbefuellung', 'optional') }), { prefill: { source: 'register' } }],
    [
      'days',
      field('F1', { of: 3, type: 'date', rest: '<x:praezisierung minValue="2020-01-01" maxValue="2030-12-31"/>' }),
      { checks: { earliest: { day: '2020-01-01' }, latest: { day: '2030-12-31' } } },
    ],
    ['an empty element beside another', field('F1', { of: 3, rest: '<x:inhalt/><x:inhalt>Inhalt</x:inhalt>' }), { kind: 'text' }],
  ])('of version 3: %s', (_, inside, expected) => expect(only(message(structure('1:1', inside), 3))).toMatchObject(expected))

  it('from a single group of version 3', () => {
    const text = message('', 3)
      .replaceAll('stammdatenschema.0102', 'datenfeldgruppe.0103')
      .replace('<x:stammdatenschema>', '<x:datenfeldgruppe>')
      .replace('</x:stammdatenschema>', `${structure('1:1', field('F1', { of: 3 }))}</x:datenfeldgruppe>`)
    expect(taken(text).form.pages[0]!.items).toHaveLength(1)
  })

  test.each<[string, string, string]>([
    [
      'a code list that is not there',
      field('F1', {
        input: 'select',
        rest: '<x:codelisteReferenz><x:identifikation><x:id>C1</x:id></x:identifikation><x:genericodeIdentification><x:canonicalVersionUri>urn:de:liste_1</x:canonicalVersionUri></x:genericodeIdentification></x:codelisteReferenz>',
      }),
      'codeList urn:de:liste_1',
    ],
    ['a limit in words', field('F1', { rest: '<x:praezisierung>höchstens drei</x:praezisierung>' }), 'limit höchstens drei'],
    [
      'a limit that is none',
      field('F1', { type: 'date', rest: '<x:praezisierung>{"minValue":"2026-02-30"}</x:praezisierung>' }),
      'limit earliest 2026-02-30',
    ],
    ['a pattern', field('F1', { rest: '<x:praezisierung>{"pattern":"(?=a)"}</x:praezisierung>' }), 'pattern (?=a)'],
    ['an object', field('F1', { type: 'obj' }), 'type obj'],
    ['a third level', group('G1', structure('1:*', group('G2', structure('1:*', group('G3', structure('1:*', field('F1'))))))), 'depth '],
  ])('what could not be taken is told: %s', (_, inside, expected) => {
    const { notes } = taken(message(structure('1:*', inside)))
    expect(notes.map((note) => `${note.code} ${note.value ?? ''}`)).toContain(expected)
    for (const note of notes) for (const locale of ['de', 'en'] as const) expect(noteWords(note, locale)).not.toMatch(/undefined/)
  })

  it('with different keys for the same field twice', () => {
    const { form } = taken(message(structure('1:1', field('F1')) + structure('1:1', field('F1'))))
    expect(form.pages[0]!.items.map(({ key }) => key)).toEqual(['f1', 'f1n2'])
  })

  it('and a large one is cut and says so', () => {
    const many = Array.from({ length: 700 }, (_, n) => structure('1:1', field(`F${n}`))).join('')
    const { form, notes } = taken(message(structure('1:1', group('G1', many))))
    expect(form.pages.length).toBe(9)
    expect(notes.map((note) => note.code)).toEqual(['tooMany'])
  })
})

const sound = message(structure('1:1', field('F1')))
describe('a broken file is refused with line and column', () => {
  test.each<[string, string, string, number, number | undefined, string]>([
    [
      'another namespace',
      sound.replace('xdatenfelder_2', 'xdatenfelder_9'),
      'unknownNamespace',
      2,
      1,
      'xdatenfelder.stammdatenschema.0102',
    ],
    ['another root', '<a/>', 'unknownNamespace', 1, 1, 'a'],
    [
      'another message',
      sound.replaceAll('stammdatenschema.0102', 'stammdatenschema.0999'),
      'unexpectedElement',
      2,
      1,
      'xdatenfelder.stammdatenschema.0999',
    ],
    ['a missing id', sound.replace('<x:id>S17</x:id>', ''), 'missing', 4, 21, 'identifikation'],
    ['an empty id', sound.replace('>S17<', '> <'), 'empty', 4, 39, 'id'],
    ['two ids', sound.replace('<x:id>S17</x:id>', '<x:id>S17</x:id>\n<x:id>S18</x:id>'), 'doubled', 5, 1, 'id'],
    ['an unknown element', sound.replace('<x:bezug>§ 1', '<x:unbekannt/><x:bezug>§ 1'), 'unexpectedElement', 4, undefined, 'unbekannt'],
    ['an unknown status', sound.replace('aktiv', 'kaputt'), 'badStatus', 4, undefined, 'code'],
    [
      'a state of release that there is not',
      message(structure('1:1', field('F1', { of: 3 })), 3).replace('>6<', '>10<'),
      'badStatus',
      4,
      undefined,
      'code',
    ],
    ['fewer than at least', sound.replace('1:1', '2:1'), 'badCount', 5, undefined, 'anzahl'],
    ['no number of times', sound.replace('1:1', 'oft'), 'badCount', 5, undefined, 'anzahl'],
    ['an unknown kind', sound.replace('>input<', '>hidden<'), 'badCode', 5, undefined, 'feldart'],
    ['an unknown type', sound.replace('>text<', '>bild<'), 'badCode', 5, undefined, 'datentyp'],
    ['nothing inside', message(structure('1:1', '')), 'missing', 5, undefined, 'enthaelt'],
    ['two inside', message(structure('1:1', field('F1') + group('G1', ''))), 'doubled', 5, undefined, 'datenfeld'],
    ['no XML', `${sound}<`, 'notWellFormed', 6, undefined, ''],
    ['a document type', sound.replace('?>\n', '?>\n<!DOCTYPE x SYSTEM "file:///etc/passwd">\n'), 'doctype', 2, 1, ''],
  ])('%s', (_, text, code, line, column, node) => {
    const got = read(text)
    expect(got).toMatchObject({ ok: false, fault: { code, line, node, ...(column !== undefined && { column }) } })
    if (!got.ok) for (const locale of ['de', 'en'] as const) expect(faultWords(got.fault, locale)).not.toMatch(/undefined/)
  })
})

it('any file of the right shape is a draft that can be kept, or is refused', () => {
  const word = fc.string({ unit: 'binary', maxLength: 40 }).map(xml)
  const count = fc.constantFrom('1:1', '0:1', '0:*', '2:300', '5:*')
  const anyField = fc
    .record({
      name: word,
      input: fc.constantFrom('input', 'select', 'label', 'locked'),
      type: fc.constantFrom('text', 'date', 'num', 'num_currency', 'obj', 'file'),
      min: word,
      max: word,
      pattern: word,
      code: word,
      id: word,
    })
    .map(({ name, input, type, min, max, pattern, code, id }) =>
      field(`F${id}`, {
        of: 3,
        name: `n${name}`,
        input,
        type,
        rest: `<x:praezisierung minLength="${min}" maxLength="${max}" minValue="${min}" maxValue="${max}" pattern="${pattern}"/><x:werte><x:wert><x:code>${code}</x:code><x:name>n</x:name></x:wert><x:wert><x:code>c${code}</x:code><x:name>n</x:name></x:wert></x:werte>`,
      }),
    )
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      anyField,
      fc
        .array(fc.tuple(count, tie('node')), { maxLength: 4 })
        .map((children) => group('G1', children.map(([times, child]) => structure(times, child, 'Norm')).join(''), 3)),
    ),
  }))
  fc.assert(
    fc.property(fc.array(fc.tuple(count, node), { maxLength: 5 }), (children) => {
      const got = read(message(children.map(([times, child]) => structure(times, child)).join(''), 3))
      if (got.ok) expect(FormDefinition.parse(JSON.parse(JSON.stringify(got.form)))).toEqual(got.form)
      else expect(got.fault.code).toBe('empty')
      if (got.ok) expect(proveForm(got.form, { today: '2026-06-15' }).map(({ kind }) => kind)).not.toContain('doubledKey')
    }),
    { numRuns: 150 },
  )
})
