import type { DeskSort, PageAsked, PageOf } from '#services/cases/index.ts'

const MOST = 5000
const AT_ONCE = 200

/** A whole list as it is filtered, for the export; at most 5,000 rows. */
export async function allRows<Row>(sort: DeskSort, read: (page: PageAsked<DeskSort>) => Promise<PageOf<Row>>): Promise<Row[]> {
  const rows: Row[] = []
  let after: string | undefined
  do {
    const page = await read({ sort, after, limit: AT_ONCE })
    rows.push(...page.items)
    after = page.next
  } while (after && rows.length < MOST)
  return rows
}
