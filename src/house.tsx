import { noteSeen, setExports } from '#core/accounts/index.ts'
import { programOf, setScopes } from '#core/api-keys/index.ts'
import { filesFrom, receiveThrough, useFiles } from '#core/files/index.ts'
import { setListeners } from '#core/memory/index.ts'
import { setLive, setNotifications, unreadCount, validSessions } from '#core/notifications/index.ts'
import { ownerMark } from '#core/offline/index.ts'
import { actorOf, permissionTable, setPermissions } from '#core/organisations/index.ts'
import { useMapStyle } from '#core/places/index.ts'
import { setSearchers } from '#core/search/index.ts'
import { createDirectory, type Directory, publicAddress } from '#core/towns/index.ts'
import { ErrorPage } from '#design/index.ts'
import { setDeclared } from '#desk/operations/index.ts'
import type { Config } from '#platform/config.ts'
import type { Town } from '#platform/context.ts'
import { isMigrated } from '#platform/db/migrate.ts'
import type { Pool } from '#platform/db/pool.ts'
import { openAddresses } from '#platform/egress/post.ts'
import { readAssets } from '#platform/http/assets.ts'
import type { House } from '#platform/http/house.ts'
import { createLimits } from '#platform/http/limits.ts'
import { PageCache } from '#platform/http/page-cache.ts'
import { useKeys } from '#platform/keys.ts'
import { createLane } from '#platform/lane.ts'
import { onChange, onConnection } from '#platform/live/changes.ts'
import { createStreams } from '#platform/live/streams.ts'
import type { Log } from '#platform/log.ts'
import { setMailing } from '#platform/mail/mailing.ts'
import { smtpTransport } from '#platform/mail/transport.ts'
import { navigation, setNavigation } from '#platform/navigation.ts'
import { setDataSources } from '#platform/open-data/data-set.ts'
import { registerTexts, t } from '#platform/text.ts'
import { applicationExports } from '#services/applications/index.ts'
import { useProviderAt } from '#services/payments/index.ts'
import { reportExports } from '#services/reports/index.ts'
import { modulesFor } from './app.ts'

export type WholeHouse = House & {
  directory: Directory
  towns(): Promise<Town[]>
  townById(id: string): Promise<Town | undefined>
  /** Ends the live streams, which would stay open by themselves. */
  hangUp(): void
}

/** Puts the parts together for one process. `pool` connects as the role that owns nothing. */
export function buildHouse(config: Config, pool: Pool, log: Log, clock: () => Date = () => new Date()): WholeHouse {
  const modules = modulesFor(config)
  for (const { texts } of modules) registerTexts(texts)
  setListeners(modules.flatMap((module) => module.listeners ?? []))
  setPermissions(permissionTable(modules.map((module) => module.permissions ?? {})))
  setScopes(modules.flatMap((module) => module.scopes ?? []))
  setNavigation(modules.flatMap((module) => module.nav ?? []))
  setExports([...reportExports, ...applicationExports])
  setSearchers(modules.flatMap((module) => module.searchers ?? []))
  setDataSources(modules.flatMap((module) => module.dataSets ?? []))

  useKeys(config.key)
  useMapStyle(config.mapStyleUrl)
  openAddresses(config.outgoingAllowed)
  if (config.mollieUrl) useProviderAt(config.mollieUrl)
  useFiles(filesFrom(config))

  const directory = createDirectory(pool, clock)
  setMailing({
    transport: config.smtpUrl ? smtpTransport(config.smtpUrl) : undefined,
    from: /<([^>]+)>/.exec(config.mailFrom)?.[1] ?? config.mailFrom,
    demo: config.demo,
    addressOf: async (town) => publicAddress(town, await directory.hostsOf(town.id), config),
  })
  const cache = new PageCache()
  onChange(({ townId, tags }) => cache.changed(tags.map((tag) => `${townId}:${tag}`)))
  onConnection((connected) => cache.switch(connected))
  // Name, colour and arms of a town stand on each of its pages.
  onChange(({ tags }) => {
    if (!tags.includes('town')) return
    directory.forget()
    cache.flush()
  })

  setDeclared(modules)
  setNotifications(modules.flatMap((module) => module.notificationKinds ?? []))
  const streams = createStreams({ valid: (ids) => validSessions(pool, ids, clock()) })
  setLive(
    streams,
    modules.flatMap((module) => module.topics ?? []),
  )
  onChange(streams.changed)
  onConnection((connected) => connected && streams.missed())

  return {
    modules,
    pool,
    log,
    clock,
    cache,
    limits: createLimits(pool, config.rateLimitFactor),
    writing: createLane({ atOnce: Math.max(1, Math.floor(config.databasePool / 2)), waiting: 200, what: 'writes', retryAfter: 2 }),
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    demo: config.demo,
    metricsToken: config.metricsToken,
    mapSources: config.mapStyleUrl ? [new URL(config.mapStyleUrl).origin] : [],
    assets: readAssets(),
    directory,
    towns: () => directory.all(),
    townById: (id) => directory.byId(id),
    townOf: (where) => ('slug' in where ? directory.bySlug(where.slug) : directory.byHost(where.host)),
    // A program that names a key is never taken for the person whose browser it may run in.
    actorOf: async (ctx, { session, bearer }) => (bearer ? await programOf(ctx, bearer) : noteSeen(ctx, await actorOf(ctx, session))),
    frameOf: async (ctx, path) => ({
      nav: navigation(ctx, 'main', path),
      ...(/^\/verwaltung(\/|$)/.test(path) ? { side: navigation(ctx, 'admin', path) } : {}),
      unread: await unreadCount(ctx),
      ...(ctx.actor.kind === 'person'
        ? {
            person: {
              name: ctx.actor.name ?? '',
              actingFor: ctx.actor.organisation?.name,
              mayActForOthers: ctx.actor.mayActForOthers,
              mark: ownerMark(ctx),
            },
          }
        : {}),
    }),
    hangUp: () => streams.stop(),
    receiveFile: receiveThrough,
    errorPage: ({ status, reference }) => <ProblemPage status={status} reference={reference} />,
    ready: async () => {
      const client = await pool.connect().catch(() => undefined)
      try {
        return client !== undefined && (await isMigrated(client))
      } catch {
        return false
      } finally {
        client?.release()
      }
    },
  }
}

const ProblemPage = ({ status, reference }: { status: number; reference: string }) => (
  <ErrorPage status={status} title={t(`problem.${status}.title`)} text={t(`problem.${status}.text`)} reference={reference} />
)
