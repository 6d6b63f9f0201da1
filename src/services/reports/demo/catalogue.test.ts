import { describe, expect, it } from 'vitest'
import { demoCategories, demoGroups } from './categories.ts'
import { donePhrases } from './phrases.done.ts'
import { seasons } from './season.ts'
import { demoTexts, readings, withPlace } from './texts.ts'

const codes = demoCategories.map(({ code }) => code)

describe('the catalogue', () => {
  it('has a code of its own for each category and a group for it', () => {
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBeGreaterThanOrEqual(28)
    for (const { group } of demoCategories) expect(demoGroups.map(({ code }) => code)).toContain(group)
  })

  it('says everything in both languages', () => {
    for (const { name, hint, questions, code } of demoCategories) {
      for (const text of [
        name,
        hint,
        ...questions.map(({ label }) => label),
        ...questions.flatMap(({ options = [] }) => options.map(({ label }) => label)),
      ]) {
        expect(text.de.trim(), code).not.toBe('')
        expect(text.en.trim(), code).not.toBe('')
      }
    }
  })

  it('gives options to choices and only to them', () => {
    for (const question of demoCategories.flatMap(({ questions }) => questions)) {
      const choice = question.kind === 'singlechoice' || question.kind === 'multichoice'
      expect((question.options?.length ?? 0) > 1, question.code).toBe(choice)
    }
  })

  it('writes keywords in lower case', () => {
    for (const { keywords } of demoCategories) for (const word of [...keywords.de, ...keywords.en]) expect(word).toBe(word.toLowerCase())
  })

  it('knows season and last words for every category with a form', () => {
    for (const { code } of demoCategories.filter(({ danger }) => !danger)) {
      expect(seasons[code], code).toHaveLength(12)
      expect(donePhrases[code]?.length, code).toBeGreaterThan(0)
    }
  })
})

describe('the texts', () => {
  it('are many, in German and English', () => {
    expect(new Set(demoTexts.map(({ text }) => text)).size).toBe(demoTexts.length)
    expect(demoTexts.filter(({ locale }) => locale === 'de').length).toBeGreaterThanOrEqual(160)
    expect(demoTexts.filter(({ locale }) => locale === 'en').length).toBeGreaterThanOrEqual(20)
  })

  it('answer questions that are asked, with options that exist and are no emergency', () => {
    for (const { category, answers, text } of demoTexts) {
      const questions = demoCategories.find(({ code }) => code === category)?.questions
      expect(questions, category).toBeDefined()
      for (const [code, value] of Object.entries(answers)) {
        const question = questions?.find((one) => one.code === code)
        expect(question, `${category}.${code}: ${text}`).toBeDefined()
        const options = question?.options
        for (const chosen of options ? [value].flat() : [])
          expect(
            options?.find((option) => option.code === chosen && !option.danger),
            `${category}.${code}: ${text}`,
          ).toBeDefined()
      }
      for (const { code, required } of questions ?? []) if (required) expect(answers[code], `${category}.${code}: ${text}`).toBeDefined()
    }
  })

  it('read in every combination', () => {
    expect(readings('[a|b] c [d|e]')).toEqual(['a c d', 'a c e', 'b c d', 'b c e'])
    expect(readings('plain')).toEqual(['plain'])
  })

  it('take street, number and asset from the place', () => {
    expect(withPlace('Vor {street} {number}: Loch', { street: 'Am Anger', number: '7a' })).toBe('Vor Am Anger 7a: Loch')
    expect(withPlace('Laterne {asset} ist aus.', {})).toBe('Laterne ist aus.')
  })
})
