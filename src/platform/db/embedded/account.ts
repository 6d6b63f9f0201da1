import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The operating system account a database process runs under; `undefined` means: the one we are. */
export type Account = { uid: number; gid: number } | undefined

/** Accounts without rights that nearly every system brings. The list ends with the ones that others use too. */
const CANDIDATES = ['stadtplatz', 'postgres', 'nobody', 'daemon']

/**
 * PostgreSQL refuses to run as root, so root hands it to an account without rights. Nothing is created for that: initdb wants
 * a number that has a name, therefore the account is taken from /etc/passwd.
 */
export function unprivilegedAccount(passwd = readPasswd()): Account {
  if (!isRoot()) return undefined
  const accounts = passwd.split('\n').map((line) => line.split(':'))
  for (const name of CANDIDATES) {
    const account = accounts.find((fields) => fields[0] === name)
    const [uid, gid] = [Number(account?.[2]), Number(account?.[3])]
    if (uid > 0 && gid > 0) return { uid, gid }
  }
  throw new Error(
    `PostgreSQL does not run as root and there is no account to run it under (${CANDIDATES.join(', ')}). Start as an ordinary user, or set DATABASE_URL.`,
  )
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** In some containers root may not become somebody else; better to say so than to fail later with EPERM. */
export function checkAccount(account: Account): void {
  if (!account) return
  const { error } = spawnSync('/bin/sh', ['-c', ':'], { ...account, cwd: '/' })
  if (error && 'code' in error && (error.code === 'EPERM' || error.code === 'EINVAL'))
    throw new Error(
      'PostgreSQL does not run as root, and this root may not start processes of another user. Start as an ordinary user, or set DATABASE_URL.',
    )
}

function readPasswd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8')
  } catch {
    return ''
  }
}
