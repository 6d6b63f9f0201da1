import { expect, test } from 'vitest'
import type { Pool } from '#platform/db/pool.ts'
import { createDirectory } from './directory.ts'

test('what was being read when towns changed is not kept', async () => {
  const answers: ((name: string) => void)[] = []
  const query = () =>
    new Promise((resolve) => {
      answers.push((name) =>
        resolve({
          rows: [{ id: '1', slug: 'town', name, land: 'BY', locales: ['de'], time_zone: 'Europe/Berlin', hosts: [], arms: null }],
        }),
      )
    })
  const directory = createDirectory({ query } as unknown as Pool, () => new Date(0))
  const before = directory.bySlug('town')
  directory.forget()
  const after = directory.bySlug('town')
  answers[1]?.('New')
  expect((await after)?.name).toBe('New')
  answers[0]?.('Old')
  expect((await before)?.name).toBe('Old')
  expect((await directory.bySlug('town'))?.name).toBe('New')
  expect(answers).toHaveLength(2)
})
