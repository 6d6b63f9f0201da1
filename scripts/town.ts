// `npm run town -- create --slug neustadt --name "Neustadt" --land BY --admin name@town.example [--hosts "a.example b.example"]`
// `npm run town -- list`
// Opens a town in the database of the configuration, as the page /verwaltung/staedte does, and prints the invitation for its administration.
import { parseArgs } from 'node:util'
import { createTown, NewTown, townLines } from '#core/towns/index.ts'
import { loadConfig } from '#platform/config.ts'
import { noTown, system } from '#platform/context.ts'
import { textOfRefusal } from '#platform/http/refusal-text.ts'
import { inContext } from '#platform/open-context.ts'
import { type Installation, openInstallation } from '../src/installation.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    slug: { type: 'string' },
    name: { type: 'string' },
    land: { type: 'string' },
    admin: { type: 'string' },
    hosts: { type: 'string', default: '' },
  },
})

async function list({ house }: Installation): Promise<number> {
  const lines = await inContext(house, { town: noTown, actor: system, readOnly: true }, townLines)
  for (const { slug, name, land, hosts } of lines) say(`${slug}\t${name}\t${land}\t${hosts.join(' ')}`)
  return 0
}

async function create({ house }: Installation): Promise<number> {
  const wish = NewTown.safeParse({ slug: values.slug, name: values.name, land: values.land, adminEmail: values.admin, hosts: values.hosts })
  if (!wish.success) {
    for (const { path } of wish.error.issues) say(`--${path[0] === 'adminEmail' ? 'admin' : String(path[0])} is missing or cannot be used.`)
    return 2
  }
  const made = await inContext(house, { town: noTown, actor: system }, (ctx) => createTown(ctx, wish.data))
  if (!made.ok) {
    say(textOfRefusal(made.refusal, 'en'))
    return 1
  }
  const address = `${config.publicUrl ?? `http://localhost:${config.port}`}/t/${made.value.town.slug}`
  say(`${made.value.town.name} is open at ${address}`)
  say(`The invitation goes to ${wish.data.adminEmail}: ${address}${made.value.invitation}`)
  return 0
}

const config = loadConfig()
const commands: Record<string, (installation: Installation) => Promise<number>> = { create, list }
const command = commands[positionals[0] ?? '']
if (!command) {
  say('Say what: npm run town -- list, or npm run town -- create --slug … --name … --land … --admin …')
  process.exit(2)
}
const endings: (() => Promise<unknown>)[] = []
// The embedded database alone does not keep the process alive.
const keepAlive = setInterval(() => {}, 1_000)
try {
  process.exitCode = await command(await openInstallation(config, endings, say))
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
} finally {
  for (const end of endings.reverse()) await end()
  clearInterval(keepAlive)
}
