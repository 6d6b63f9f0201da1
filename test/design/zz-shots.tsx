import { launchBrowser } from '/work/main/test/setup/chromium.ts'
import { staticHouse } from '/work/main/test/design/static-house.ts'
import { sampleFrame } from '/work/main/src/design/gallery/sample-frame.ts'
import { GalleryPage, ErrorPage, designTexts } from '/work/main/src/design/index.ts'
import { registerTexts } from '/work/main/src/platform/text.ts'
import { readFileSync } from 'node:fs'
import { h } from 'preact'
registerTexts(designTexts)
const house = await staticHouse()
const browser = await launchBrowser()
const axe = readFileSync('/work/main/node_modules/axe-core/axe.min.js', 'utf8')
const only = process.argv[2]
for (const width of [360, 1280, 320]) for (const theme of ['light', 'dark'] as const) {
  if (only && !`${width}-${theme}`.includes(only)) continue
  const ctx = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: false, colorScheme: theme })
  const page = await ctx.newPage()
  page.on('console', m => m.type()==='error' && console.log(width, theme, m.text()))
  page.on('pageerror', e => console.log('pageerror', e.message))
  await page.route('**/*', route => {
    const url = new URL(route.request().url())
    const a = house.asset(url.pathname)
    if (a) return route.fulfill({ body: a.body, headers: a.headers })
    const frame = sampleFrame({ theme: 'auto', locale: width===1280 ? 'de' : 'de' })
    if (url.pathname === '/error') return route.fulfill(house.page({...frame, person: undefined, flash: []}, () => h(ErrorPage, { status: 404, title: 'Diese Seite gibt es nicht', text: 'Vielleicht wurde sie umgezogen. Suchen Sie oben, oder beginnen Sie auf der Startseite.', reference: 'K7-22F9' })))
    return route.fulfill(house.page(frame, () => h(GalleryPage, {})))
  })
  await page.goto('http://stadt.example/design')
  await page.waitForLoadState('networkidle')
  const over = await page.evaluate(() => ({ s: document.documentElement.scrollWidth, c: document.documentElement.clientWidth, wide: [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 8).map(e => e.className + ' ' + e.tagName) }))
  console.log(width, theme, JSON.stringify(over))
  const small = await page.evaluate(() => [...document.querySelectorAll('a,button,summary,input,select,label')].filter(e => e.checkVisibility() && e.getBoundingClientRect().width > 2 && e.getBoundingClientRect().height < 24).map(e => e.className + '|' + e.textContent.slice(0, 30) + '|' + Math.round(e.getBoundingClientRect().height)).slice(0, 20))
  console.log('small', small.join('; '))
  await page.addScriptTag({ content: axe }).catch(() => page.evaluate(axe))
  const result = await page.evaluate(() => (window as any).axe.run(document, { resultTypes: ['violations'] }))
  for (const v of result.violations) console.log('AXE', v.id, v.impact, v.nodes.length, v.nodes.slice(0, 4).map((n: any) => n.target.join(' ') + ' :: ' + n.failureSummary.split('\n').slice(1, 2).join(' ')).join('\n     '))
  await page.evaluate(() => scrollTo(0, 0))
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  const step = width === 1280 ? 1700 : 2000
  await page.screenshot({ path: `/tmp/e3/full-${width}-${theme}.png`, fullPage: true })
  if (width !== 320) {
    await page.goto('http://stadt.example/error'); await page.screenshot({ path: `/tmp/e3/error-${width}-${theme}.png` })
    if (width === 360) { await page.goto('http://stadt.example/design'); await page.click('.header__menu-button'); await page.waitForTimeout(300); await page.screenshot({ path: `/tmp/e3/menu-${theme}.png` }) }
    else { await page.goto('http://stadt.example/design');await page.waitForLoadState('networkidle'); await page.click('.account__button'); await page.waitForTimeout(200); await page.screenshot({ path: `/tmp/e3/account-${theme}.png` }) }
  }
  await ctx.close()
}
await browser.close()
