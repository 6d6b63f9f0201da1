import { expect, test } from 'vitest'
import { testProgram } from '../../../test/setup/program.ts'

const program = await testProgram()

test('the proof as a table has every line, newest first, and nobody else reads it', async () => {
  const { visitor: admin } = await program.signedIn({ roles: ['admin'], kind: 'authority' })
  await program.pool.query(
    `BEGIN; SET LOCAL app.tenant_id = '${program.town.id}';
     INSERT INTO services.deletion_record (tenant_id, id, case_id, action, kind, number, type_id, result, stage, received_at, closed_at, rule_days,
       rule_reason, run_id, at)
     SELECT '${program.town.id}', ('01900000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, gen_random_uuid(), 'deleted', 'report', 'M-' || i,
       gen_random_uuid(), 'done', 'done', '2020-01-01', '2020-02-01', 365, 'Regel', gen_random_uuid(), '2026-05-01'
     FROM generate_series(1, 4500) i; COMMIT`,
  )
  const { status, body } = await admin.get('/verwaltung/aufbewahrung/nachweis.csv')
  expect(status).toBe(200)
  const numbers = [...body.matchAll(/;(M-\d+);/g)].map(([, number]) => number)
  expect(numbers).toEqual(Array.from({ length: 4500 }, (_, i) => `M-${4500 - i}`))
  // The mark of the byte order at the beginning is taken off by who reads it; there is no other.
  expect(body).not.toContain('\uFEFF')
  expect((await (await program.signedIn({ roles: ['clerk'] })).visitor.get('/verwaltung/aufbewahrung/nachweis.csv')).status).toBe(403)
})
