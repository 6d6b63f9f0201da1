import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Settings for a small machine that is shared with the program. A town that outgrows them has a server of its own. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // No socket file: nothing to clean up after a crash, and no limit on the length of the folder's path.
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  // After a crash only what came since the last checkpoint is done once more: seconds, not half a minute.
  checkpoint_timeout: '60s',
  random_page_cost: '1.1',
  // A confirmed report must survive a power failure.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // A query whose client was killed ends, instead of holding its locks to the end.
  client_connection_check_interval: process.platform === 'linux' ? '2s' : '0',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgres-%Y%m%d-%H%M%S.log',
  log_rotation_size: '5MB',
  log_rotation_age: '0',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  // Parameters of statements are personal data.
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
}

/** Command-line arguments, so that a newer program brings newer settings to an old cluster. */
export function serverArguments(binaries: string, cluster: string, port: number): string[] {
  const settings = { ...SETTINGS, port: String(port), ...preloaded(binaries) }
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

function preloaded(binaries: string): { shared_preload_libraries?: string } {
  const folders = ['lib/postgresql', 'lib']
  const there = folders.some((folder) =>
    ['so', 'dylib', 'dll'].some((end) => existsSync(join(binaries, folder, `pg_stat_statements.${end}`))),
  )
  return there ? { shared_preload_libraries: 'pg_stat_statements' } : {}
}
