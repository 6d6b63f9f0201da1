import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allItems, FormDefinition } from '../../forms/index.ts'
import { dogForm, fieldOf, formOf, pageOf, words } from '../../forms/testing/forms.ts'
import { editedForm, type FormEdit } from './edit.rules.ts'

const keysOf = (form: FormDefinition) => [...allItems(form)].map(({ path }) => path)
const result = (form: FormDefinition, edit: FormEdit) => editedForm(form, edit)?.form

describe('a change of a form', () => {
  it('adds, moves and removes pages and fields, and names what it added', () => {
    const empty = formOf([])
    const one = editedForm(empty, { do: 'addPage', title: words('Über Sie') })!
    expect(one.key).toBe('ueberSie')
    const two = editedForm(one.form, { do: 'addItem', at: { page: 'ueberSie' }, kind: 'choice', label: words('Größe des Hundes') })!
    expect(two.key).toBe('groesseDesHundes')
    const three = editedForm(two.form, { do: 'addItem', at: { page: 'ueberSie' }, kind: 'text', label: words('Größe des Hundes') })!
    expect(three.key).toBe('groesseDesHundes2')
    expect(keysOf(result(three.form, { do: 'moveItem', key: 'groesseDesHundes2', by: -1 })!)).toEqual([
      'groesseDesHundes2',
      'groesseDesHundes',
    ])
    expect(keysOf(result(three.form, { do: 'removeItem', key: 'groesseDesHundes' })!)).toEqual(['groesseDesHundes2'])
    expect(result(three.form, { do: 'removePage', key: 'ueberSie' })!.pages).toEqual([])
    expect(result(three.form, { do: 'removePage', key: 'gone' })).toBeUndefined()
  })

  it('places a field in a group, before another, and never a group in itself', () => {
    const into = result(dogForm, { do: 'placeItem', key: 'reduced', at: { page: 'dogs', group: 'dogs', before: 'breed' } })!
    expect(keysOf(into).filter((path) => path.startsWith('dogs.'))).toEqual([
      'dogs.name',
      'dogs.reduced',
      'dogs.breed',
      'dogs.permit',
      'dogs.born',
    ])
    expect(keysOf(into)).not.toContain('reduced')
    expect(result(dogForm, { do: 'placeItem', key: 'dogs', at: { page: 'dogs', group: 'dogs' } })).toBeUndefined()
    expect(result(dogForm, { do: 'placeItem', key: 'reduced', at: { page: 'nowhere' } })).toBeUndefined()
    expect(result(dogForm, { do: 'placeItem', key: 'reduced', at: { page: 'owner', before: 'reduced' } })).toEqual(dogForm)
  })

  it('keeps what stands in a group when its properties change', () => {
    const group = { kind: 'group' as const, key: 'dogs', label: words('Tiere'), itemLabel: words('Tier {n}'), min: 0, max: 2, items: [] }
    const changed = result(dogForm, { do: 'changeItem', key: 'dogs', item: group })!
    expect(keysOf(changed)).toEqual(keysOf(dogForm))
    expect(changed.pages[2]!.items[0]).toMatchObject({ max: 2, label: words('Tiere') })
  })

  it('puts and removes exits, settings and rules', () => {
    const { key: _, ...exit } = dogForm.exits[0]!
    const added = editedForm(dogForm, { do: 'putExit', key: undefined, exit: { ...exit, title: words('Zu jung') } })!
    expect(added.key).toBe('zuJung')
    expect(added.form.exits).toHaveLength(2)
    expect(result(added.form, { do: 'removeExit', key: 'elsewhere' })!.exits.map(({ key }) => key)).toEqual(['zuJung'])
    const settings = { title: words('Neu'), languages: ['de' as const], trustLevel: 'basis' as const }
    expect(result(dogForm, { do: 'settings', settings })).toMatchObject({ key: 'probe', trustLevel: 'basis', pages: dogForm.pages })
    const rule = { ref: 'R1', place: 'p', text: 't' }
    expect(result({ ...dogForm, openRules: [rule] }, { do: 'dropRule', at: 0 })!.openRules).toEqual([])
    expect(result(dogForm, { do: 'dropRule', at: 0 })).toBeUndefined()
  })
})

it('whatever is changed in whatever order, nothing is lost or doubled, and the draft can be kept', () => {
  const edit = fc.oneof(
    fc.record({
      do: fc.constant('moveItem' as const),
      key: fc.constantFrom('reduced', 'dogs', 'name', 'tax', 'gone'),
      by: fc.constantFrom(-1 as const, 1 as const),
    }),
    fc.record({
      do: fc.constant('movePage' as const),
      key: fc.constantFrom('where', 'dogs', 'pay'),
      by: fc.constantFrom(-1 as const, 1 as const),
    }),
    fc.record({
      do: fc.constant('placeItem' as const),
      key: fc.constantFrom('reduced', 'dogs', 'name', 'tax', 'owner'),
      at: fc.record({
        page: fc.constantFrom('where', 'dogs', 'pay'),
        group: fc.constantFrom(undefined, 'dogs'),
        before: fc.constantFrom(undefined, 'born', 'iban', 'tax'),
      }),
    }),
  )
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
      const form = edits.reduce((now: FormDefinition, one) => result(now, one) ?? now, dogForm)
      const names = (one: FormDefinition) => [...allItems(one)].map(({ item }) => item.key).sort()
      expect(names(form)).toEqual(names(dogForm))
      expect(FormDefinition.safeParse(form).success).toBe(true)
    }),
  )
})

it('a new field of each kind can be kept', () => {
  const form = formOf([pageOf('one', [fieldOf('a', 'text')])])
  const group = editedForm(form, { do: 'addItem', at: { page: 'one' }, kind: 'group', label: words('Kinder') })!
  const inside = editedForm(group.form, { do: 'addItem', at: { page: 'one', group: 'kinder' }, kind: 'calculated', label: words('Summe') })!
  expect(keysOf(FormDefinition.parse(inside.form))).toEqual(['a', 'kinder', 'kinder.summe'])
})
