import { defineProcess } from '#platform/process.ts'
import { lastDayToRetrieve, type Way } from '../remedy/delivery.rules.ts'
import type { LetterData } from '../template/letter-data.rules.ts'

/** `portal`: into the account of the party, `post`: printed, `none`: handed over in person or not at all. */
export const channels = ['portal', 'post', 'none'] as const
export type Channel = (typeof channels)[number]
export type LetterState = 'draft' | 'signed' | 'handedOver' | 'withdrawn'

/** What becomes of a letter. `sign` leads from draft to signed with the last signature that the template asks for. */
export const letterProcess = defineProcess({
  kind: 'letter',
  states: { draft: 'draft', signed: 'accepted', handedOver: 'done', withdrawn: 'ended' },
  start: 'draft',
  ends: ['handedOver', 'withdrawn'],
  steps: {
    change: { from: ['draft'], to: 'same', may: 'work', audience: 'internal' },
    sign: { from: ['draft'], to: 'signed', may: 'work', audience: 'internal' },
    redate: { from: ['signed'], to: 'same', may: 'work', audience: 'internal' },
    handOver: { from: ['signed'], to: 'handedOver', may: 'work', audience: 'parties' },
    withdraw: { from: ['draft', 'signed'], to: 'withdrawn', may: 'work', audience: 'internal' },
  },
})

export type Letter = {
  id: string
  caseId: string
  templateId: string
  templateVersion: number
  state: LetterState
  channel: Channel
  way: Way
  locale: 'de' | 'en'
  subject: string
  data: LetterData
  draftedBy: string | undefined
  draftedAt: Date
  contentHash: Buffer | undefined
  signedBy: string | undefined
  signedAt: Date | undefined
  secondSignedBy: string | undefined
  secondSignedAt: Date | undefined
  /** `YYYY-MM-DD`, like every day here. */
  letterDate: string | undefined
  fileId: string | undefined
  pdfSha256: Buffer | undefined
  handedOverAt: Date | undefined
  handedOverBy: string | undefined
  handedOverOn: string | undefined
  retrievedAt: Date | undefined
  lapsedAt: Date | undefined
  deemedDeliveredOn: string | undefined
  remedyUntil: string | undefined
  /** Counts changes; a form that was made from an older one is refused with `letterChanged`. */
  version: number
}

/** Whether a party may open the document: from handing over on, and where it has to be fetched once it was. */
export const openToParties = ({ state, way, retrievedAt }: Pick<Letter, 'state' | 'way' | 'retrievedAt'>): boolean =>
  state === 'handedOver' && (way !== 'retrieval' || retrievedAt !== undefined)

/** Whether it waits for the party to fetch it: to the end of its tenth day, also where nobody has noted yet that it lapsed. */
export const waitsForRetrieval = (letter: Letter, today: string): boolean =>
  letter.state === 'handedOver' && !openToParties(letter) && !letter.lapsedAt && today <= lastDayToRetrieve(letter.handedOverOn!)
