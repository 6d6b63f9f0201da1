import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '#platform/root.ts'
import type { Mutant } from './mutant.ts'

const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && name !== 'mutant.ts' && !name.endsWith('.test.ts'))

test.each(names)('%s can still be planted, and is told in test/README.md', async (name) => {
  const { default: mutant } = (await import(join(import.meta.dirname, name))) as { default: Mutant }
  for (const { file, find } of mutant.edits)
    expect(readFileSync(join(root, file), 'utf8').split(find).length - 1, `${file}: ${find}`).toBe(1)
  expect(readFileSync(join(root, 'test/README.md'), 'utf8')).toContain(`\`${name.replace(/\.ts$/, '')}\``)
})
