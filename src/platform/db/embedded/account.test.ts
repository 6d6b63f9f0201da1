import { chmodSync, chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { isRoot, unprivilegedAccount } from './account.ts'
import { canEnter } from './reach.ts'

describe.runIf(isRoot())('the account root hands the server to', () => {
  test.each([
    ['root:x:0:0::/root:/bin/sh\nnobody:x:65534:65533::/:/bin/false', { uid: 65534, gid: 65533 }],
    ['nobody:x:65534:65534::/:/bin/false\npostgres:x:70:71::/:/bin/sh', { uid: 70, gid: 71 }],
    ['nobody:*:-2:-2::/:/bin/false\ndaemon:*:1:1::/:/bin/false', { uid: 1, gid: 1 }],
    ['postgres:x:0:0::/:/bin/sh\ndaemon:x:1:1::/:/bin/sh', { uid: 1, gid: 1 }],
  ])('is taken from %j', (passwd, expected) => expect(unprivilegedAccount(passwd)).toEqual(expected))

  test('is asked for when the system has none', () => {
    expect(() => unprivilegedAccount('root:x:0:0::/root:/bin/sh')).toThrow('Start as an ordinary user, or set DATABASE_URL.')
  })
})

test.runIf(!isRoot())('an ordinary user runs the server itself', () => expect(unprivilegedAccount()).toBeUndefined())

describe.runIf(isRoot())('a folder can be entered', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'stadtplatz-reach-')))
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  const account = { uid: 4001, gid: 4002 }

  test.each([
    ['by everybody', 0o711, 0, 0, true],
    ['by nobody else', 0o700, 0, 0, false],
    ['by its owner', 0o700, 4001, 0, true],
    ['by its group', 0o710, 0, 4002, true],
    ['by everybody but its owner', 0o077, 4001, 0, false],
    ['by everybody but its group', 0o707, 0, 4002, false],
  ])('%s', (_, mode, uid, gid, expected) => {
    chmodSync(root, 0o755)
    const outer = mkdtempSync(join(root, 'outer-'))
    const inner = join(outer, 'inner')
    mkdirSync(inner, { mode: 0o755 })
    chownSync(outer, uid, gid)
    chmodSync(outer, mode)
    expect(canEnter(account, outer)).toBe(expected)
    expect(canEnter(account, inner)).toBe(expected)
  })
})
