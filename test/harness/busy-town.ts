import { staffRoles } from '#core/organisations/index.ts'
import { type Ctx, system } from '#platform/context.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { CategoryInput, saveCategory, saveGroup } from '#services/reports/index.ts'
import { lastMailTo } from '../setup/mailbox.ts'
import { type Program, type SignedIn, testProgram } from '../setup/program.ts'
import type { Seen, Visitor } from '../setup/visitor.ts'

export type BusyTown = {
  program: Program
  /** Has every role of the town hall, and runs the installation. */
  staff: SignedIn
  colleague: SignedIn
  citizen: SignedIn
  as<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>
  /** A public report of somebody without an account; `visitor` holds its keys. */
  report(more?: Record<string, string>, visitor?: Visitor): Promise<{ number: string; visitor: Visitor }>
  step(number: string, fields: Record<string, string>, by?: Visitor): Promise<Seen>
  /** Gives a report to a firm. Returns the path of the firm's page. */
  toFirm(number: string): Promise<string>
}

/** A town in the middle of its work, made through its own pages. Call at the top of a test file. */
export async function busyTown(environment: Record<string, string> = {}): Promise<BusyTown> {
  const program = await testProgram(environment)
  const staff = await program.signedIn({ name: 'Alma Alles', roles: staffRoles, operator: true })
  const organisationId = staff.organisationId!
  const colleague = await program.signedIn({ name: 'Kuno Kollege', roles: ['clerk', 'lead', 'dispatcher', 'crew'], organisationId })
  const citizen = await program.signedIn({ name: 'Berta Bürger' })
  const as: BusyTown['as'] = (work) =>
    inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor: system }, work)
  await as(async (ctx) => {
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    const category = (input: Partial<CategoryInput> & { code: string }) =>
      saveCategory(
        ctx,
        CategoryInput.parse({ groupCode: 'street', name: { de: input.code, en: input.code }, unitId: organisationId, ...input }),
      )
    await category({ code: 'pothole', publish: 'atOnce' })
    await category({ code: 'lamp', publish: 'atOnce' })
    await category({ code: 'tree', publish: 'afterCheck', proof: 'signoff' })
  })

  const report: BusyTown['report'] = async (more = {}, visitor = program.visitor()) => {
    const sent = await visitor.post('/meldungen', { category: 'pothole', text: 'Ein tiefes Loch', lat: '49.05', lon: '11.05', ...more })
    const number = /M-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(sent.location ?? '')?.[0]
    if (!number) throw new Error(`the report was not taken: ${sent.status} ${sent.body.slice(0, 500)}`)
    const receipt = await visitor.follow(sent)
    const link = /value="https?:\/\/[^/"]+(\/s\/[^"]+)"/.exec(receipt.body)?.[1]
    if (link) await visitor.get(link)
    return { number, visitor }
  }
  return {
    program,
    staff,
    colleague,
    citizen,
    as,
    report,
    step: (number, fields, by = staff.visitor) => by.post(`/amt/meldungen/${number}/schritt`, fields),
    async toFirm(number) {
      const desk = `/amt/meldungen/${number}/firma`
      const given = await staff.visitor.fill(desk, desk, { name: 'Bau Kurz', email: 'bau@example.org', text: 'Bitte füllen.', days: '10' })
      const link = /\/auftrag\/[\w-]+\.[\w-]+/.exec((await staff.visitor.get(desk)).body)?.[0]
      if (!link) throw new Error(`the firm does not get ${number}: ${given.status}`)
      return link
    },
  }
}

/** Reports in every state, and what hangs on them. Returns pages from which a walk can begin, each with who opens it. */
export async function inFullWork(town: BusyTown): Promise<{ path: string; who: Visitor }[]> {
  const { program, staff, citizen, report, step } = town
  const starts: { path: string; who: Visitor }[] = []
  const at = (path: string, who: Visitor) => starts.push({ path, who })
  const atDesk = async (steps: Record<string, string>[], more: Record<string, string> = {}, visitor?: Visitor) => {
    const sent = await report(more, visitor)
    for (const fields of steps) {
      const done = await step(sent.number, fields)
      if (done.status !== 303) throw new Error(`${fields.verb} of ${sent.number} was refused: ${done.status}`)
    }
    at(`/amt/meldungen/${sent.number}`, staff.visitor)
    at(`/status/${sent.number}`, sent.visitor)
    return sent
  }
  const accept = { verb: 'accept' }
  const finish = { verb: 'finish', noPhotoReason: 'unsafe', text: 'Das Loch ist gefüllt.' }
  await atDesk([], { category: 'tree', text: 'Ein Ast hängt herab' })
  for (let nth = 0; nth < 3; nth += 1) await atDesk([], { text: `Loch Nummer ${nth}` })
  await atDesk([accept], { text: 'Angenommenes Loch' })
  await atDesk([accept], { text: 'Noch eines, das angenommen ist' })
  await atDesk([accept, { verb: 'start' }], { text: 'Hier wird gebaut' })
  await atDesk([accept, { verb: 'ask', text: 'Auf welcher Seite ist das?' }], { text: 'Wo genau?' })
  await atDesk([accept, finish], { text: 'Ist schon zu' })
  await atDesk([accept], { text: 'Von einer Bürgerin' }, citizen.visitor)
  const objected = await atDesk([accept, finish], { text: 'Angeblich zu' })
  await objected.visitor.post(`/status/${objected.number}/widerspruch`, { text: 'Der Schaden ist noch da.' })

  for (const path of ['', '/annehmen']) {
    const { number } = await atDesk([accept], { text: 'Für die Firma' })
    const link = await town.toFirm(number)
    const firm = program.visitor()
    if (path) await firm.post(link + path, {})
    at(link, firm)
    at(`/amt/meldungen/${number}/firma`, staff.visitor)
  }

  const subscriber = program.visitor()
  await subscriber.post('/meldungen/abo', { was: 'gebiet', email: 'abo@example.org', wann: 'now', umkreis: '500', ...point })
  at((await lastMailTo(program, 'abo@example.org')).text.match(/\/abos\/[\w.-]+\/bestaetigen/)?.[0] ?? '/meldungen/abo', subscriber)
  const mailed = await report({ text: 'Mit Adresse', email: 'melderin@example.org' })
  at((await lastMailTo(program, 'melderin@example.org')).text.match(/\/meldungen\/bestaetigen\/[\w.-]+/)?.[0] ?? '/', mailed.visitor)

  const writer = program.visitor()
  const begun = await writer.fill('/meldungen/neu', '/meldungen/neu', { text: 'Loch in der Fahrbahn', category: 'pothole' })
  const draft = (begun.location ?? '').split('/').slice(0, 4).join('/')
  for (const page of ['', '/ort', '/art', '/fragen', '/aehnlich', '/absenden']) at(draft + page, writer)
  return starts
}

const point = { placeLat: '49.05', placeLon: '11.05', placeWay: 'map' }
