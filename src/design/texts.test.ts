import { expect, it } from 'vitest'
import { designTexts } from './texts.ts'

it('every text exists in both languages', () => expect(Object.keys(designTexts.en)).toEqual(Object.keys(designTexts.de)))
