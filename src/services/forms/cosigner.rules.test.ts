import { describe, expect, test } from 'vitest'
import { cosignersAsked } from './cosigner.rules.ts'
import { proveForm } from './proof/proof.rules.ts'
import { eq, facts, fieldOf, formOf, pageOf, words } from './testing/forms.ts'

const person = (key: string, more = {}) => fieldOf(key, 'person', { parts: ['firstName', 'lastName', 'email'], ...more })
const pages = [
  pageOf('who', [
    fieldOf('joint', 'yesNo'),
    fieldOf('large', 'yesNo'),
    person('other', { visibleIf: eq('joint', true) }),
    fieldOf('name', 'text'),
    {
      kind: 'group',
      key: 'more',
      label: words('more'),
      itemLabel: words('one'),
      min: 0,
      max: 2,
      items: [person('helper')],
    },
    person('unreached', { parts: ['firstName', 'lastName'] }),
  ]),
]
const form = (cosigners: object[], more = {}) =>
  formOf(pages, {
    trustLevel: 'basis',
    cosigners: cosigners.map((one) => ({ declares: words('Einverstanden', 'I agree'), ...one })),
    ...more,
  })
const other = { firstName: 'Kai', lastName: 'Muster', email: 'KAI@post.example' }

describe('who has to sign too', () => {
  const always = form([{ person: 'other' }])
  const ifLarge = form([{ person: 'other', when: eq('large', true) }])

  test.each([
    ['named and seen', always, { joint: true, other }, ['Kai Muster']],
    ['not named', always, { joint: true }, []],
    ['hidden, whatever was typed before', always, { joint: false, other }, []],
    ['its condition holds', ifLarge, { joint: true, large: true, other }, ['Kai Muster']],
    ['its condition does not hold', ifLarge, { joint: true, large: false, other }, []],
    ['nobody, where the form says nothing', form([]), { joint: true, other }, []],
  ])('%s', (_, definition, answers, names) => {
    expect(cosignersAsked(definition, answers, facts).map(({ name }) => name)).toEqual(names)
  })

  test('is reached by an address as the answer is kept', () => {
    expect(cosignersAsked(always, { joint: true, other }, facts)).toMatchObject([{ person: 'other', email: 'kai@post.example' }])
  })
})

describe('the proof', () => {
  const faults = (definition: ReturnType<typeof form>) =>
    proveForm(definition, { today: '2026-06-15' }).flatMap(({ kind, grade }) => (grade === 'fault' ? [kind] : []))

  test.each([
    ['a person who can be reached', form([{ person: 'other' }]), []],
    ['and a condition that can be', form([{ person: 'other', when: eq('large', true) }]), []],
    ['nobody of that name', form([{ person: 'nobody' }]), ['unknownField']],
    ['no person', form([{ person: 'name' }]), ['unknownField']],
    ['one of several', form([{ person: 'helper' }]), ['outOfScope']],
    ['a person without an address', form([{ person: 'unreached' }]), ['cosignerUnreachable']],
    ['the same one twice', form([{ person: 'other' }, { person: 'other' }]), ['doubledKey']],
    ['nothing to declare', form([{ person: 'other', declares: words('', '') }]), ['wordsMissing']],
    ['in one language alone', form([{ person: 'other', declares: words('Ja', '') }]), ['languageMissing']],
    ['a condition on what is not there', form([{ person: 'other', when: eq('small', true) }]), ['unknownField', 'cosignerNever']],
    ['a condition that never meets the person', form([{ person: 'other', when: eq('joint', false) }]), ['cosignerNever']],
    ['without an account', form([{ person: 'other' }], { trustLevel: 'none' }), ['cosignerAnonymous']],
  ])('%s', (_, definition, expected) => {
    expect(faults(definition)).toEqual(expected)
  })
})
