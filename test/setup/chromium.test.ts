import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './chromium.ts'
import { unpackedChromium } from './unpack-chromium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('draws a page', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 200 } })
  await page.goto('data:text/html,<title>Rathaus</title><style>body{background:rgb(0,90,60);color:white}</style><h1>Stadtplatz</h1>')
  expect(await page.title()).toBe('Rathaus')
  const picture = sharp(await page.screenshot())
  const { width, height } = await picture.metadata()
  expect([width, height]).toEqual([360, 200])
  const { channels } = await picture.stats()
  // Green ground, and white letters on it: so there are fonts.
  expect(channels.slice(0, 3).map(({ min, max }) => [min, max])).toEqual([
    [0, 255],
    [90, 255],
    [60, 255],
  ])
  await page.close()
})

test('has WebGL 2, which the map needs', async () => {
  const page = await browser.newPage()
  const pixel = await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2')
    if (!gl) return undefined
    gl.clearColor(1, 0.2, 0, 1)
    gl.clear(gl.COLOR_BUFFER_BIT)
    const bytes = new Uint8Array(4)
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, bytes)
    return [...bytes]
  })
  expect(pixel).toEqual([255, 51, 0, 255])
  await page.close()
})

test.runIf(process.platform === 'linux' && process.arch === 'x64')('is unpacked once when two tests begin at the same time', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'stadtplatz-chromium-'))
  const folders = await Promise.all([unpackedChromium(cache), unpackedChromium(cache)])
  expect(folders[0]).toBe(folders[1])
  expect(readdirSync(cache).map((name) => join(cache, name))).toEqual([folders[0]])
  rmSync(cache, { recursive: true })
})
