import { draftPath } from '../pages/paths.ts'

/** For who wrote the draft: who has signed, and what can be done. */
export const waitingPath = (draftId: string) => `${draftPath(draftId)}/unterschriften`
/** For the second person, without account. */
export const linkPath = (secret: string) => `/mitzeichnen/${secret}`
