import { importPlaces } from '#core/places/index.ts'
import { type Actor, type Ctx, system } from '#platform/context.ts'
import { createServer } from '#platform/http/server.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { type DataSet, dataSets } from '#platform/open-data/data-set.ts'
import {
  addNote,
  CategoryInput,
  hideReport,
  publishReport,
  rewordReport,
  saveCategory,
  saveGroup,
  sendReport,
  writeToParties,
} from '#services/reports/index.ts'
import { figuresSchedule } from '../../src/services/reports/figures/figures.jobs.ts'
import { testProgram } from './program.ts'
import { places } from './registers.ts'
import { anybody, place } from './reports.ts'

/** A town with something in each data set, and with words that must stay in the house. */
export async function openTown() {
  const program = await testProgram()
  const visitor = program.visitor()
  const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>, town = program.town) =>
    inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town, actor }, work)
  const answer = createServer(program.house)
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    answer(new Request(`http://neustadt.test${path}`, { method, headers: { host: 'neustadt.test', ...headers } }), '192.0.2.1')
  const refresh = async () => {
    await as(system, (ctx) => figuresSchedule.run(ctx))
    await program.work()
  }

  /** Everything that must stay in the house. Each word stands in one place only. */
  const planted: string[] = []
  const secret = (word: string): string => {
    planted.push(word)
    return word
  }

  const unit = await program.makeOrganisation(program.town, 'authority', 'Stadt Neustadt')
  const clerk = await program.signedIn({
    name: secret('Klara Geheimrat'),
    email: secret('klara.geheim@neustadt.example'),
    roles: ['dispatcher'],
  })
  const staff: Actor = {
    ...anybody,
    kind: 'person',
    personId: clerk.personId,
    unitIds: clerk.organisationId ? [clerk.organisationId] : [],
    permissions: new Set(['everyone', 'report.see', 'report.work', 'report.route', 'report.moderate', 'report.contact']),
  }
  await as(system, async (ctx) => {
    await ctx.db
      .updateTable('core.organisation')
      .set({ email: 'rathaus@neustadt.example', phone: '+49 5555 1234', code: 'rathaus' })
      .where('tenant_id', '=', ctx.town.id)
      .where('id', '=', unit)
      .execute()
    await importPlaces(ctx, places)
    // What a register may know beside what is public.
    await ctx.db
      .updateTable('core.asset')
      .set({ attributes: JSON.stringify({ gardener: secret('Gernot Gaertner') }) })
      .where('tenant_id', '=', ctx.town.id)
      .where('number', '=', 'L-1')
      .execute()
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    const category = (code: string, publish: 'atOnce' | 'never') =>
      saveCategory(ctx, CategoryInput.parse({ code, groupCode: 'street', name: { de: code, en: code }, publish }))
    await category('pothole', 'atOnce')
    await category('quarrel', 'never')
  })
  const send = async (category: string, text: string, note: string) => {
    const contact = { name: secret('Nora Nachbarin'), email: secret('nora.nachbarin@post.example'), phone: secret('0171 9988776') }
    const sent = await as(anybody, (ctx) =>
      sendReport(ctx, { category, place: { ...place, note: secret(note) }, text: secret(text), ...contact }),
    )
    if (!sent.ok) throw new Error(sent.refusal.code)
    return sent.value.number
  }
  const open = await send('pothole', 'Ein Loch vor der Garage von Familie Xanthippe', 'hinter Xanthippes Hecke')
  const hidden = await send('pothole', 'Die Verborgene hat hier geschimpft', 'neben der Verborgenen')
  const never = await send('quarrel', 'Der Niemand streitet mit dem Keiner', 'bei Niemand im Hof')
  planted.push(hidden, never)
  await as(staff, async (ctx) => {
    for (const number of [open, hidden]) await publishReport(ctx, { number })
    await rewordReport(ctx, { number: open, publicText: secret('Erste Fassung mit Wilhelmine'), reason: 'personalData' })
    await rewordReport(ctx, { number: open, publicText: secret('Zweite Fassung ohne sie, doch mit Worten'), reason: 'personalData' })
    await addNote(ctx, { number: open, text: secret('Interner Vermerk: Quengelt oft') })
    await writeToParties(ctx, { number: open, text: secret('Liebe Nora, wir kommen vorbei') })
    const gone = await hideReport(ctx, { number: hidden, reason: 'personalData' })
    if (!gone.ok) throw new Error(gone.refusal.code)
  })
  await refresh()
  const sets = (): Promise<DataSet[]> => as(system, dataSets)
  const fileOf = async (name: string, ending: string) => (await get(`/opendata/${name}.${ending}`)).text()

  return { program, visitor, as, get, refresh, planted, open, sets, fileOf }
}
