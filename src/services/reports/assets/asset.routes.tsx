import { z } from 'zod'
import { assetById, assetByNumber } from '#core/places/index.ts'
import { may } from '#platform/context.ts'
import { get } from '#platform/http/route.ts'
import { reportTags } from '../pages/cache-tags.ts'
import { isSearched } from '../rootcause/root-cause.rules.ts'
import { rootCausesAt } from '../rootcause/root-cause.sql.ts'
import { yearsOf } from './asset-history.rules.ts'
import { publicReportsAt } from './asset-history.sql.ts'
import { AssetPage } from './asset-page.view.tsx'

/** More than one lamp has in its life. */
const MOST = 200

export const assetRoutes = [
  get('/objekte/:number', {
    may: 'everyone',
    audience: 'public',
    summary: 'A thing with a plate and everything that was reported of it; by number or id',
    params: z.object({ number: z.string().max(40) }),
    cache: (town) => [...reportTags(town), `${town}:rootCause`],
    show: async (ctx, { params: { number } }) => {
      const asset = (await assetById(ctx, number)) ?? (await assetByNumber(ctx, number))
      if (!asset) return undefined
      const found = await publicReportsAt(ctx, asset.id, MOST + 1)
      const reports = found.slice(0, MOST)
      const staff = may(ctx, 'report.see')
      const cause = (await rootCausesAt(ctx, asset.id)).find(({ state }) => isSearched(state) || (staff && state === 'proposed'))
      return (
        <AssetPage
          cause={cause}
          staff={staff}
          asset={asset}
          reports={reports}
          years={yearsOf(reports, ctx.town.timeZone)}
          more={found.length > MOST}
        />
      )
    },
  }),
]
