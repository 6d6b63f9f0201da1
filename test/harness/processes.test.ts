import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#platform/root.ts'
import { drivers, undriven } from '../setup/process-drivers.ts'
import { expectNothing } from '../setup/said.ts'

/** The kind of each table that is given to `defineProcess`: there is no list of them to ask. */
function definedKinds(): string[] {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.test\.tsx?$/.test(file))
  return files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\bdefineProcess\((?:\{\s*kind: '(\w+)')?/g)].map(
      ([, kind]) => kind ?? `a process in ${file} that does not begin with its kind`,
    ),
  )
}

test('every process is driven through its roles, steps and states, or says why it is not', () => {
  const kinds = definedKinds()
  const driven = drivers.map(({ process }) => process.kind)
  expect(kinds).toEqual(expect.arrayContaining(driven))
  expectNothing(kinds.filter((kind) => !driven.includes(kind) && !(kind in undriven)).map((kind) => `${kind} has no driver`))
  expectNothing(
    Object.keys(undriven)
      .filter((kind) => !kinds.includes(kind) || driven.includes(kind))
      .map((kind) => `${kind} needs no excuse`),
  )
})
