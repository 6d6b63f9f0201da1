import { expect, test } from 'vitest'
import { fieldOf, formOf, pageOf } from '../../forms/testing/forms.ts'
import { addressIn, readWish } from './offered.rules.ts'

const form = formOf([
  pageOf('who', [
    fieldOf('company', 'organisation', { parts: ['name', 'email'] }),
    fieldOf('applicant', 'person', { parts: ['firstName', 'lastName', 'email'] }),
    fieldOf('mail', 'email'),
    {
      kind: 'group',
      key: 'children',
      label: { de: 'K', en: 'K' },
      itemLabel: { de: 'K', en: 'K' },
      min: 1,
      max: 2,
      items: [fieldOf('theirs', 'email')],
    },
  ]),
])

test.each([
  [{}, undefined],
  [{ mail: 'ich@post.example', applicant: { email: 'person@post.example' } }, 'ich@post.example'],
  [{ applicant: { lastName: 'Muster', email: 'person@post.example' } }, 'person@post.example'],
  [{ company: { name: 'Firma', email: 'firma@post.example' }, applicant: { email: 'person@post.example' } }, 'firma@post.example'],
  [{ company: { name: 'Firma' }, applicant: { email: '' }, mail: 7 }, undefined],
  [{ children: [{ theirs: 'kind@post.example' }], other: 'nobody@post.example' }, undefined],
])('of %j it offers %s', (answers, offered) => expect(addressIn(form, answers)).toBe(offered))

test('who signs as well is somebody else', () => {
  const cosigners = [{ person: 'applicant', declares: { de: 'Ja', en: 'Yes' } }]
  expect(addressIn({ ...form, cosigners }, { applicant: { email: 'zweite@post.example' } })).toBeUndefined()
})

test('the address counts only where news are wanted', () => {
  expect(readWish({ perMail: undefined, email: 'ich@post.example' })).toMatchObject({ ok: true, value: undefined })
  expect(readWish({ perMail: 'on', email: 'ich@post.example' })).toMatchObject({ ok: true, value: 'ich@post.example' })
  for (const email of ['', 'ich', 'a@b', 'a b@post.example']) expect(readWish({ perMail: 'on', email }).ok).toBe(false)
})
