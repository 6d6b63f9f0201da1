import { expect, test } from 'vitest'
import { testProgram } from '../test/setup/program.ts'
import { prepareDemo } from './demo.ts'

const { house } = await testProgram()

test('the demo does not open on a database that holds a town of real people', async () => {
  await expect(prepareDemo(house, () => {})).rejects.toThrow('real people')
  expect(await house.directory.bySlug('lindenfurt')).toBeUndefined()
})
