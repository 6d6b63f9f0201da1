import { describe, expect, test } from 'vitest'
import { registerTexts } from '#platform/text.ts'
import { FormDefinition, findingWords, proveForm } from '../../forms/index.ts'
import { forms } from '../../forms/module.ts'
import { onlineDemo } from './online.ts'

registerTexts(forms.texts)

describe.each(onlineDemo.map(({ form }) => [form.key, FormDefinition.parse(form)] as const))('%s', (_, form) => {
  test('is proven without a fault', () => {
    const faults = proveForm(form, { today: '2026-06-15' }).filter(({ grade }) => grade === 'fault')
    expect(faults.map((fault) => findingWords(form, fault, 'en'))).toEqual([])
  })
})
