import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#platform/db/embedded/index.ts'
import { provision } from '#platform/db/provision.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser's address of the template database with all migrations. */
    templateUrl: string
    /** A folder that lives as long as the server. */
    clusterDir: string
  }
}

/** One server for all tests of a run; each test file gets a copy of the template (database.ts). */
export default (project: TestProject): Promise<() => Promise<void>> => setupCluster(project, process.env.TEST_POSTGRES)

export async function setupCluster(project: TestProject, binaries: string | undefined): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stadtplatz-test-'))
  const database = await startEmbedded({ dataDir, log: () => {}, ...(binaries ? { binaries } : {}) })
  await provision(database.url, { appPassword: 'test' })
  project.provide('templateUrl', database.url)
  project.provide('clusterDir', dataDir)
  return async () => {
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
