import sharp from 'sharp'
import { type Box, storeBuffer } from '#core/files/index.ts'
import { type Actor, type Ctx, system } from '#platform/context.ts'
import { createServer } from '#platform/http/server.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { Sender } from '../../src/core/files/testing/sender.ts'
import { partyBySecret } from '../../src/services/cases/index.ts'
import { CategoryInput, saveCategory, saveGroup, sendReport } from '../../src/services/reports/index.ts'
import { confirmed } from '../../src/services/reports/party.verbs.ts'
import { testProgram } from './program.ts'
import { anybody, place } from './reports.ts'

/** A town with a moderator, a clerk, and reports that need them. */
export async function moderated() {
  const program = await testProgram()
  const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>, at = program.clock.at) =>
    inContext({ pool: program.pool, log: quietLog, clock: () => at }, { town: program.town, actor }, work)
  const visitor = program.visitor()
  const answering = createServer(program.house)
  const stranger = new Sender((request) => answering(request, '192.0.2.12'))
  const moderator = await program.signedIn({ name: 'Mona Mod', roles: ['moderator'] })
  const clerk = await program.signedIn({ name: 'Karl Klerk', roles: ['clerk'] })
  const mod: Actor = {
    ...anybody,
    kind: 'person',
    personId: moderator.personId,
    permissions: new Set(['everyone', 'report.see', 'report.moderate']),
  }

  const staff: Actor = { ...mod, permissions: new Set([...mod.permissions, 'report.work', 'report.route']) }

  await as(system, async (ctx) => {
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    const name = { de: 'Baum', en: 'Tree' }
    await saveCategory(ctx, CategoryInput.parse({ code: 'tree', groupCode: 'street', name, publish: 'atOnce' }))
  })

  /** White all over, so that whatever is dark was blacked out. */
  async function white(): Promise<string> {
    const bytes = await sharp({ create: { width: 1000, height: 500, channels: 3, background: '#ffffff' } })
      .jpeg()
      .toBuffer()
    const stored = await as(anybody, (ctx) => storeBuffer(ctx, bytes, { name: 'foto.jpg', kinds: ['image'] }))
    if (!stored.ok) throw new Error(stored.refusal.code)
    return stored.value
  }

  async function sent(more: Partial<Parameters<typeof sendReport>[1]> = {}) {
    const result = await as(anybody, (ctx) => sendReport(ctx, { category: 'tree', place, text: 'Ast hängt tief', ...more }))
    if (!result.ok) throw new Error(result.refusal.code)
    return result.value
  }
  /** Opened the link in the mail. */
  const confirm = (secret: string) =>
    as(anybody, async (ctx) => {
      const { case: it, party } = (await partyBySecret(ctx, secret))!
      await confirmed(ctx, it, party)
    })
  const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) => (result.ok ? 'ok' : result.refusal.code)
  const box: Box = { x: 10, y: 20, w: 30, h: 40 }
  const parts = ['small', 'medium', 'large', 'original']

  /** How bright the picture is at a point given in percent. */
  async function brightness(bytes: Uint8Array, x: number, y: number): Promise<number> {
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    return data[(Math.floor((y / 100) * info.height) * info.width + Math.floor((x / 100) * info.width)) * info.channels]!
  }

  return { program, as, visitor, answering, stranger, moderator, clerk, mod, staff, white, sent, confirm, codeOf, box, parts, brightness }
}
