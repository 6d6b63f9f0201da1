import { Client } from 'pg'
import { expect, it } from 'vitest'
import { testDatabase } from '../../test/setup/database.ts'

const { adminUrl, pool } = await testDatabase()

it('keeps a job whose task is named by a worker in the very moment in which it is written', async () => {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`
    INSERT INTO graphile_worker._private_tasks (identifier) VALUES ('known');
    CREATE FUNCTION public.name_late() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO graphile_worker._private_tasks (identifier) VALUES ('late') ON CONFLICT DO NOTHING;
      RETURN NULL;
    END $$;
    CREATE TRIGGER name_late AFTER INSERT ON graphile_worker._private_jobs FOR EACH STATEMENT EXECUTE FUNCTION public.name_late();`)
  const job = (task: string) => ({ task, payload: {}, attempts: 1 })
  await pool.query('SELECT platform.enqueue_all($1::json)', [JSON.stringify([job('known'), job('late')])])
  const { rows } = await admin.query<{ task: string }>(
    `SELECT t.identifier AS task FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY 1`,
  )
  await admin.end()
  expect(rows.map(({ task }) => task)).toEqual(['known', 'late'])
})
