import { type Browser, chromium } from 'playwright'
import { environmentFor, unpackedChromium } from './unpack-chromium.ts'

/** No call home, no first-run pages, and WebGL in software, because test machines have no graphics card. */
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
  '--ignore-gpu-blocklist',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // Maps alone are drawn as on a graphics card: to do so with whole pages takes more time than everything else in a test.
  '--disable-gpu-compositing',
]

/**
 * A headless Chromium for tests, the one from npm. `CHROMIUM_PATH` names another; on systems for which npm brings none, an
 * installed Chrome is used.
 */
export async function launchBrowser(): Promise<Browser> {
  // The sandbox of Chromium refuses root.
  const args = process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) return chromium.launch({ executablePath: chosen, args })
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome', args })
  const folder = await unpackedChromium()
  return chromium.launch({ executablePath: `${folder}/chromium`, args, env: environmentFor(folder) })
}
