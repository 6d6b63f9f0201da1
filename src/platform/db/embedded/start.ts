import { join } from 'node:path'
import { checkAccount, unprivilegedAccount } from './account.ts'
import { packagedBinaries, usableBinaries } from './binaries.ts'
import { openCluster } from './cluster.ts'
import { ensureDatabase } from './database.ts'
import { findHome } from './home.ts'
import { keepRunning } from './keep-running.ts'
import { takeLock } from './lock.ts'

export type EmbeddedOptions = {
  /** Folder of this copy's data; made if missing. Two copies need two folders. */
  dataDir: string
  /** Takes progress lines meant for the operator's terminal. */
  log: (text: string) => void
  /** Folder with bin, lib and share of another PostgreSQL (15 or newer); default: the one from npm. */
  binaries?: string
}

/** `url` is the superuser's address of the database `stadtplatz`; it stays valid until `stop`. */
export type Embedded = { url: string; stop(): Promise<void> }

/**
 * Starts the PostgreSQL that came with npm on 127.0.0.1. Works as an ordinary user and as root, and after any kind of crash.
 * Throws with a sentence for the operator when the database of this folder is already running or can not be started.
 */
export async function startEmbedded({ dataDir, log, binaries: source = packagedBinaries() }: EmbeddedOptions): Promise<Embedded> {
  const { folder: home, account } = findHome(dataDir, unprivilegedAccount(), log)
  checkAccount(account)
  const release = takeLock(join(home, 'lock'))
  try {
    const binaries = usableBinaries(source, account)
    const { folder: cluster, password } = await openCluster(home, binaries, account, log)
    const running = await keepRunning({ binaries, cluster, home, account }, log)
    try {
      const url = await ensureDatabase(running.port, password)
      return { url, stop: () => running.stop().finally(release) }
    } catch (error) {
      await running.stop()
      throw error
    }
  } catch (error) {
    release()
    throw error
  }
}
