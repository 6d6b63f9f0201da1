import { z } from 'zod'
import { assetById } from '#core/places/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { holdersOf, membersOf, namesOf, unitBy } from '../../cases/index.ts'
import { Acceptance, Dismissal, isUnderWay, Progress, type RootCauseState } from './root-cause.rules.ts'
import { type Cursor, linkedReports, rootCauseBy, rootCauseList } from './root-cause.sql.ts'
import { acceptRootCause, dismissRootCause, workOnRootCause } from './root-cause.verbs.ts'
import { PATH, RootCausePage, RootCausesPage } from './root-cause.view.tsx'

const common = { may: 'report.see', audience: 'staff' as const }
const At = z.object({ number: z.string().max(20) })
const tabs = { offen: ['proposed', 'open', 'decided'], beendet: ['closed', 'dismissed'] } as const satisfies Record<
  string,
  readonly RootCauseState[]
>
const Query = z.object({
  stand: z.enum(['offen', 'beendet']).catch('offen').default('offen'),
  nach: z.string().max(100).optional().catch(undefined),
})
const PAGE = 50

function readCursor(text: string | undefined): Cursor | undefined {
  const found = /^(\d+)_([0-9a-f-]{36})$/.exec(text ?? '')
  return found?.[1] && found[2] ? { at: new Date(Number(found[1])).toISOString(), id: found[2] } : undefined
}

async function listPage(ctx: Ctx, { stand, nach }: z.output<typeof Query>) {
  const found = await rootCauseList(ctx, tabs[stand], readCursor(nach), PAGE + 1)
  const last = found[PAGE - 1]
  const next = found.length > PAGE && last ? `${last.proposedAt.getTime()}_${last.id}` : undefined
  const causes = found.slice(0, PAGE)
  const units = await namesOf(
    ctx,
    'core.organisation',
    causes.flatMap(({ unitId }) => unitId ?? []),
  )
  return <RootCausesPage causes={causes} units={units} tab={stand} next={next} />
}

async function onePage(ctx: Ctx, number: string, form: Again, tried?: 'accept' | 'dismiss' | 'progress') {
  const cause = await rootCauseBy(ctx, number.toUpperCase())
  const asset = cause && (await assetById(ctx, cause.assetId))
  if (!cause || !asset) return undefined
  const decide = may(ctx, 'report.route')
  const unit = cause.unitId ? await unitBy(ctx, cause.unitId) : undefined
  const workers = ['clerk', 'lead', 'crew']
  const near =
    !decide || !isUnderWay(cause.state) ? [] : unit ? await membersOf(ctx, unit.id, workers) : await holdersOf(ctx, ['dispatcher'])
  return (
    <RootCausePage
      cause={cause}
      asset={asset}
      unit={unit}
      reports={await linkedReports(ctx, cause.id)}
      may={{ decide, work: may(ctx, 'report.work') }}
      people={near}
      me={ctx.actor.personId}
      form={form}
      tried={tried}
    />
  )
}

const done = (what: string, number: string) => ({
  to: `${PATH}/${number}`,
  flash: { kind: 'success' as const, text: `rootCause.did.${what}` },
})

export const rootCauseRoutes = [
  get(PATH, {
    ...common,
    summary: 'Things that are repaired again and again',
    query: Query,
    show: (ctx, { query }) => listPage(ctx, query),
  }),
  get(`${PATH}/:number`, {
    ...common,
    summary: 'The search for one cause',
    params: At,
    show: (ctx, { params }) => onePage(ctx, params.number, blank),
  }),
  post(`${PATH}/:number/annehmen`, {
    ...common,
    may: 'report.route',
    params: At,
    form: Acceptance,
    run: acceptRootCause,
    done: ({ number }) => done('accept', number),
    again: (ctx, form, { number }) => onePage(ctx, number, form, 'accept'),
  }),
  post(`${PATH}/:number/ablehnen`, {
    ...common,
    may: 'report.route',
    params: At,
    form: Dismissal,
    run: dismissRootCause,
    done: ({ number }) => done('dismiss', number),
    again: (ctx, form, { number }) => onePage(ctx, number, form, 'dismiss'),
  }),
  post(`${PATH}/:number/stand`, {
    ...common,
    may: 'report.work',
    params: At,
    form: Progress,
    run: workOnRootCause,
    done: ({ number }, _, { step }) => done(step, number),
    again: (ctx, form, { number }) => onePage(ctx, number, form, 'progress'),
  }),
]
