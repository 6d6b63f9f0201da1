import type { Ctx } from '#platform/context.ts'
import { newId, newSecret, speakableCode } from '#platform/ids.ts'
import { isSigned, keyedHash, sign } from '#platform/keys.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { Case, Party, PartyKeys, PartyRole } from './case.rules.ts'
import { caseById, caseByNumber } from './case.sql.ts'
import { readCode, readNumber } from './number.rules.ts'
import { insertParty, partyByCodeHash, partyById, partyBySecretHash } from './party.sql.ts'

export const secretHash = (secret: string): Buffer => keyedHash('case-secret', secret)
/** What is kept of a browser's mark, for a day. */
export const markHash = (mark: string): Buffer => keyedHash('case-mark', mark)
const codeHash = (caseId: string, code: string) => keyedHash('case-code', `${caseId} ${code}`)

const CONFIRM_MS = 24 * 3_600_000
/** Until when an address that is given now can be confirmed. */
export const confirmUntil = (ctx: Ctx): Date => new Date(ctx.now().getTime() + CONFIRM_MS)

export type PartyInput = {
  caseId: string
  role: PartyRole
  personId?: string | undefined
  name?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  mark?: string | undefined
  /** Made by the device, which knows them before it sends; otherwise they are made here. */
  keys?: PartyKeys | undefined
}

/** A party with its keys; `confirmSecret` belongs into a mail to an address that nobody has confirmed yet. */
export type Added = { party: Party; keys: PartyKeys; confirmSecret: string | undefined }

/** Somebody takes part from now on. Undefined if she does already, or if the keys are somebody's. */
export async function addParty(ctx: Ctx, input: PartyInput): Promise<Added | undefined> {
  const keys: PartyKeys = input.keys ?? { secret: newSecret(), code: speakableCode(12) }
  const confirmSecret = input.email && !input.personId ? newSecret() : undefined
  const party = await insertParty(ctx, {
    id: newId(ctx.now().getTime()),
    caseId: input.caseId,
    role: input.role,
    personId: input.personId,
    name: input.name,
    email: input.email?.toLowerCase(),
    phone: input.phone,
    locale: ctx.locale,
    secretHash: secretHash(keys.secret),
    codeHash: codeHash(input.caseId, keys.code),
    ...(confirmSecret ? { confirmHash: secretHash(confirmSecret), confirmUntil: confirmUntil(ctx) } : {}),
    markHash: input.mark ? markHash(input.mark) : undefined,
    since: ctx.now(),
  })
  return party && { party, keys, confirmSecret }
}

type Linked = Pick<Party, 'id' | 'caseId' | 'addressNo'>

/** A link for mails: the secret itself is not kept, so this one is signed. It ends when the party leaves, or gives another address. */
export function partyLink(party: Linked): string {
  const ids = `${short(party.caseId)}.${short(party.id)}`
  return `/s/${ids}.${sign('party-link', claimOf(ids, party))}`
}

const claimOf = (ids: string, { addressNo }: Linked): string => (addressNo === 0 ? ids : `${ids} ${addressNo}`)

const short = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
function long(text: string): string | undefined {
  const hex = Buffer.from(text, 'base64url').toString('hex')
  return hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : undefined
}

/** Who a link belongs to. Unknown and ended ones look the same: undefined. */
export async function partyBySecret(ctx: Ctx, secret: string): Promise<{ case: Case; party: Party } | undefined> {
  const party = secret.includes('.') ? await partyByLink(ctx, secret) : await partyBySecretHash(ctx, secretHash(secret))
  const found = party && (await caseById(ctx, party.caseId))
  return found && party ? { case: found, party } : undefined
}

async function partyByLink(ctx: Ctx, link: string): Promise<Party | undefined> {
  const [caseRef = '', partyRef = '', signature = ''] = link.split('.')
  const [caseId, partyId] = [long(caseRef), long(partyRef)]
  const party = caseId && partyId ? await partyById(ctx, caseId, partyId) : undefined
  return party && isSigned('party-link', claimOf(`${caseRef}.${partyRef}`, party), signature) ? party : undefined
}

/**
 * Opens a case by number and spoken code. Unknown number and wrong code look the same: `unknownCode`. Twelve characters carry 55 bits and
 * the route limits each network, so no count per case is needed; one would only let a stranger lock the reporter out.
 */
export async function partyByCode(
  ctx: Ctx,
  input: { number: string; code: string },
): Promise<Result<{ case: Case; party: Party }, 'unknownCode'>> {
  const refused = refuse('unknownCode', { field: 'code' })
  const number = readNumber(input.number)
  const found = number === undefined ? undefined : await caseByNumber(ctx, number)
  // Hashed and looked for in any case, so that the time tells nothing either.
  const party = await partyByCodeHash(ctx, found?.id ?? newId(), codeHash(found?.id ?? '', readCode(input.code)))
  if (!found || !party) return refused
  return ok({ case: found, party })
}
