import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { demoCategories } from '../categories.ts'
import { toldStories } from '../stories.ts'
import { demoTexts } from '../texts.ts'
import { scenesOf } from './choice.ts'
import { KEPT_SEEDS, keptPhoto } from './kept-photo.ts'
import { demoPhoto } from './photo.ts'
import { demoPicture, demoPictureAlt } from './picture.ts'
import { demoScenes } from './scenes.ts'

const names = Object.keys(demoScenes)

/** Tags that are opened and not closed, or the other way round. */
function unbalanced(svg: string): string[] {
  const open: string[] = []
  for (const [, slash, name, , self] of svg.matchAll(/<(\/?)([a-zA-Z]+)((?:"[^"]*"|[^">])*?)(\/?)>/g)) {
    if (self || name === undefined) continue
    if (!slash) open.push(name)
    else if (open.pop() !== name) return [name]
  }
  return open
}

describe('the drawn photos', () => {
  it.each(names)('%s: well-formed, small, free of broken numbers, different before and after', (name) => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const [before, after] = [demoPicture(name, seed, 'before'), demoPicture(name, seed, 'after')]
      expect(before).not.toBe(after)
      for (const svg of [before, after]) {
        expect(svg.length).toBeLessThan(60_000)
        expect(unbalanced(svg)).toEqual([])
        expect(svg).not.toMatch(/NaN|undefined|Infinity|<text|style=/)
      }
    }
  })

  it('repeat themselves for a seed and change with it', () => {
    expect(demoPicture('pothole', 3, 'before')).toBe(demoPicture('pothole', 3, 'before'))
    expect(demoPicture('pothole', 3, 'before')).not.toBe(demoPicture('pothole', 4, 'before'))
  })

  it('exist for every category that wants a photo as proof, and for every text that names one', () => {
    for (const { code } of demoCategories.filter(({ proof }) => proof === 'photo')) expect(scenesOf(code).length, code).toBeGreaterThan(0)
    const named = [
      ...demoCategories.flatMap(({ code }) => scenesOf(code)),
      ...[...demoTexts, ...toldStories].flatMap(({ scene }) => scene ?? []),
    ]
    for (const scene of named.filter((one) => one !== 'none')) expect(names).toContain(scene)
  })

  it('can be told in words', () => {
    expect(demoPictureAlt('pothole', 'before')).toEqual({ de: 'Ein Schlagloch im Asphalt', en: 'A pothole in the asphalt' })
    for (const name of names) for (const state of ['before', 'after'] as const) expect(demoPictureAlt(name, state).de).not.toBe('')
  })

  it('become photos in the sizes of files', async () => {
    const variants = await demoPhoto('lamp', 1, 'after')
    for (const { name, bytes, ...size } of variants) {
      const { format, width, height } = await sharp(bytes).metadata()
      expect([name, { format, width, height }]).toEqual([name, { format: 'webp', ...size }])
    }
  })

  it('are kept for every scene, and stay small', () => {
    for (const scene of names)
      for (const state of ['before', 'after'] as const)
        for (let seed = 0; seed < KEPT_SEEDS; seed += 1)
          for (const { bytes } of keptPhoto({ scene, seed, state })) expect(bytes.length).toBeLessThan(120_000)
  })
})
