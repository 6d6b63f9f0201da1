/** A page that works without network: the same for everybody, without a word about who looks at it. Paths below the town's base. */
export type OfflinePage = {
  /** Open to everyone; it carries `standsIn` (see StandIn) and fills itself from what the device keeps. */
  path: string
  /** Pages in whose place it is shown when they cannot be had: `/amt/touren/:id` stands for one more part. */
  insteadOf: readonly string[]
  /** Text key of its link on the page that stands in for all others; undefined: no link. */
  text?: string
  /** Kept by every device, or only once it or a page in whose place it stands was looked at. */
  kept: 'always' | 'onceSeen'
}

const pages = new Map<string, OfflinePage>()

/** Called by modules when they are loaded. */
export const registerOfflinePage = (page: OfflinePage): void => void pages.set(page.path, page)

export const offlinePages = (): OfflinePage[] => [...pages.values()]

/** What waits, and what can be done without network. Stands in for all pages that have no better one. */
export const WAITING_PATH = '/ohne-netz'
