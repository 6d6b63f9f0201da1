import sharp from 'sharp'
import { type Actor, type Ctx, system } from '#platform/context.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { caseByNumber } from '#services/cases/index.ts'
import { tasksOf } from '#services/reports/contractor/task.sql.ts'
import { CategoryInput, saveCategory, saveGroup, sendReport, takeStep } from '#services/reports/index.ts'
import { testProgram } from './program.ts'
import { anybody, place } from './reports.ts'
import type { Visitor } from './visitor.ts'

/** A town whose unit gives reports to firms. Call at the top of a test file. */
export async function firmTown() {
  const program = await testProgram()
  const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) =>
    inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town: program.town, actor }, work)
  const clerk = await program.signedIn({ roles: ['clerk'] })
  const other = await program.signedIn({ roles: ['clerk'] })
  await as(system, async (ctx) => {
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    const name = { de: 'Schlagloch', en: 'Pothole' }
    const unitId = clerk.organisationId!
    await saveCategory(ctx, CategoryInput.parse({ code: 'pothole', groupCode: 'street', name, publish: 'atOnce', unitId }))
  })
  const jpeg = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
  const photo = () => new File([new Uint8Array(jpeg)], 'nachher.jpg', { type: 'image/jpeg' })

  /** A report that its unit has accepted. */
  async function accepted() {
    const sent = await as(anybody, (ctx) =>
      sendReport(ctx, { category: 'pothole', place, text: 'Ein tiefes Loch', name: 'Berta Beispiel', email: 'berta@example.org' }),
    )
    if (!sent.ok) throw new Error(sent.refusal.code)
    await as(system, (ctx) => takeStep(ctx, { number: sent.value.number, verb: 'accept' }))
    return sent.value
  }

  /** One that was given to a firm; its desk page and the firm's link. */
  async function handedOut(more: Record<string, string> = {}): Promise<Order> {
    const { number, caseId, secret } = await accepted()
    const desk = `/amt/meldungen/${number}/firma`
    const given = await clerk.visitor.fill(desk, desk, {
      name: 'Bau Kurz',
      email: 'bau@example.org',
      text: 'Bitte Loch füllen.',
      days: '10',
      ...more,
    })
    if (given.status !== 303) throw new Error(`the firm does not get ${number}: ${given.status}`)
    const link = /\/auftrag\/[\w-]+\.[\w-]+/.exec((await clerk.visitor.get(desk)).body)![0]
    return { number, desk, link, firm: program.visitor(), caseId, secret }
  }
  const stateOf = async (number: string) => (await as(system, (ctx) => caseByNumber(ctx, number)))?.state

  const taskOf = async (caseId: string) => (await as(system, (ctx) => tasksOf(ctx, [caseId])))[0]!
  const mailsTo = (email: string) =>
    as(system, (ctx) => ctx.db.selectFrom('core.mail').select(['kind', 'subject']).where('to_address', '=', email).orderBy('id').execute())

  const moderator: Actor = {
    ...anybody,
    kind: 'person',
    personId: clerk.personId,
    permissions: new Set(['everyone', 'report.see', 'report.moderate']),
  }
  return { program, as, clerk, other, photo, accepted, handedOut, stateOf, taskOf, mailsTo, moderator }
}

/** A report with a firm. */
export type Order = { number: string; desk: string; link: string; firm: Visitor; caseId: string; secret: string }
