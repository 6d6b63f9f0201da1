import { execFile, spawnSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/**
 * The folder into which the archives of @sparticuz/chromium are unpacked, once per version and user: `chromium`, its software
 * renderer, `fonts` and `al2023/lib`. Two processes may ask at the same time; each unpacks on its own and one wins.
 */
export async function unpackedChromium(cache = ownFolder()): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const home = join(dirname(entry), '..')
  const { version }: { version: string } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const folder = join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder

  const draft = mkdtempSync(`${folder}.`)
  try {
    await unpackInto(draft, entry, join(home, 'bin'))
    writeFileSync(join(draft, 'fonts', 'fonts.conf'), fontConfiguration(folder))
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** What is missing on a bare machine (three libraries, all fonts) is taken from the package. */
export function environmentFor(folder: string): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
  const complete = spawnSync(join(folder, 'chromium'), ['--version']).status === 0
  const libraries = complete
    ? {}
    : { LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') }
  return { ...Object.fromEntries(own), ...fonts, ...libraries }
}

/** The package unpacks only into the folder for temporary files, so a process gets the draft as that folder. */
async function unpackInto(draft: string, entry: string, archives: string): Promise<void> {
  const source = `
    import chromium, { inflate } from ${JSON.stringify(pathToFileURL(entry).href)}
    await chromium.executablePath()
    await inflate(${JSON.stringify(join(archives, 'al2023.tar.br'))})`
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', source], { env: { ...process.env, TMPDIR: draft } })
}

/** The package's own font configuration points to folders of another machine. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`
}

/** Programs are started from here, so nobody else may have put the folder there. */
function ownFolder(): string {
  const uid = process.getuid?.() ?? 0
  const folder = join(tmpdir(), `stadtplatz-tests-${uid}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stats = lstatSync(folder)
  if (!stats.isDirectory() || (process.getuid && (stats.uid !== uid || (stats.mode & 0o022) !== 0)))
    throw new Error(`${folder} belongs to somebody else; remove it.`)
  return folder
}
