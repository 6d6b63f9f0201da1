import type { ComponentChildren } from 'preact'
import type { Ctx } from '#platform/context.ts'
import type { Case, Party } from '../../cases/index.ts'
import type { Letter } from './letter.rules.ts'

type Offer = (ctx: Ctx, it: Case, letters: readonly Letter[], party: Party) => Promise<ReadonlyMap<string, ComponentChildren>>

const offers = new Map<string, Offer>()

/** A kind of case says below each of its letters, by the letter's id, what its party can do against it. */
export const registerRemedyOffer = (kind: string, offer: Offer): void => void offers.set(kind, offer)

export const remedyOffers = async (ctx: Ctx, it: Case, letters: readonly Letter[], party: Party) =>
  (await offers.get(it.kind)?.(ctx, it, letters, party)) ?? new Map<string, ComponentChildren>()
