import type { Party } from '../cases/index.ts'
import { partyLink } from '../cases/party.verbs.ts'

/** Where somebody ends the mails of one report without signing in. */
export const unsubscribePath = (party: Party): string => partyLink(party).replace(/^\/s\//, '/meldungen/abmelden/')
