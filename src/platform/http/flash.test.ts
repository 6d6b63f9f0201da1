import { expect, test } from 'vitest'
import { testProgram } from '../../../test/setup/program.ts'

const program = await testProgram()

test('a message stays on the page that first showed it, however often that is asked for, and is gone on the next', async () => {
  const { visitor } = await program.signedIn({ roles: ['admin'] })
  const name = 'Verein der Leitern'
  const made = await visitor.fill('/verwaltung/organisationen/neu', '/verwaltung/organisationen', { name, kind: 'club' })
  expect(made.status).toBe(303)
  const shows = async (path: string) => /class="flash__text">([^<]*)/.exec((await visitor.get(path)).body)?.[1]?.includes(name) ?? false
  const page = made.location ?? ''
  expect([await shows(page), await shows(page), await shows('/verwaltung'), await shows(page)]).toEqual([true, true, false, false])
})

test('a cookie of somebody’s own making shows nothing and is taken away', async () => {
  const visitor = program.visitor()
  for (const cookie of ['x', Buffer.from('["success","<b>no key</b>",{}]').toString('base64url')]) {
    visitor.cookies.set('hinweis', cookie)
    expect((await visitor.get('/status')).body).not.toContain('flash__text')
    expect(visitor.cookies.has('hinweis')).toBe(false)
  }
})
