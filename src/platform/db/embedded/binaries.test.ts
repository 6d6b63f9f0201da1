import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Account, isRoot, unprivilegedAccount } from './account.ts'
import { packagedBinaries, program, usableBinaries } from './binaries.ts'
import { environment } from './environment.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'stadtplatz-binaries-')))
const shared = join(root, 'shared')
beforeAll(() => {
  chmodSync(root, 0o755)
  mkdirSync(shared, { mode: 0o755 })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** As npm leaves the package when it was told not to run install scripts: without symbolic links. */
function installWithoutScripts(name: string): string {
  const folder = join(root, name, 'native')
  mkdirSync(join(root, name), { mode: 0o700 })
  cpSync(packagedBinaries(), folder, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() })
  return folder
}

const version = (binaries: string, account: Account) =>
  execFileSync(program(binaries, 'postgres'), ['--version'], { ...account, cwd: '/', env: environment(), encoding: 'utf8' })

describe('the binaries from npm', () => {
  test('are used where they are when that works', () => {
    expect(usableBinaries(packagedBinaries(), undefined, () => shared)).toBe(realpathSync(packagedBinaries()))
    expect(readdirSync(shared)).toEqual([])
  })

  test.runIf(process.platform === 'linux')('get their symbolic links when npm did not make them', () => {
    const bare = installWithoutScripts('without scripts')
    expect(existsSync(join(bare, 'lib', 'libpq.so.5'))).toBe(false)
    expect(usableBinaries(bare, undefined, () => shared)).toBe(bare)
    expect(lstatSync(join(bare, 'lib', 'libpq.so.5')).isSymbolicLink()).toBe(true)
    expect(version(bare, undefined)).toContain('PostgreSQL) 18')
  })

  test.runIf(isRoot())('are copied once, out of a folder that the account can not enter', () => {
    const closed = installWithoutScripts('closed')
    expect(() => version(closed, unprivilegedAccount())).toThrow('EACCES')
    const copy = usableBinaries(closed, unprivilegedAccount(), () => shared)
    expect(version(copy, unprivilegedAccount())).toContain('PostgreSQL) 18')
    const { ino } = lstatSync(copy)
    expect(usableBinaries(closed, unprivilegedAccount(), () => shared)).toBe(copy)
    expect(lstatSync(copy).ino).toBe(ino)
    expect(readdirSync(shared)).toHaveLength(1)
  })
})
