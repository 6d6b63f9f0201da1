import type { Ctx } from '#platform/context.ts'
import type { Page } from '#platform/http/route.ts'
import type { Case, Party } from './case.rules.ts'

type Show = (ctx: Ctx, of: Case, party: Party) => Promise<Page | undefined>

const pages = new Map<string, Show>()

/** A kind of case says what its parties see at `/status/{number}`. */
export const registerPartyPage = (kind: string, show: Show): void => void pages.set(kind, show)

/** Undefined for a kind that shows it itself. */
export const partyPageOf = (kind: string): Show | undefined => pages.get(kind)
