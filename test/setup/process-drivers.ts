import type { Pool } from 'pg'
import type { Process } from '#platform/process.ts'
import { reportProcess } from '#services/reports/index.ts'
import { rootCauseProcess } from '../../src/services/reports/rootcause/root-cause.rules.ts'

export type Subject = { number: string; unit: string }

/** How a process is driven from outside: a subject that can be put into any state, and the address and fields of each step. */
export type Driver = {
  process: Process<string, string>
  /** Steps that those who take part take with the keys of their links, not members of staff. */
  notByStaff: readonly string[]
  /** Who may work on all subjects, those of other units as well. */
  all: string
  /** Steps for which that is not enough. */
  ownOnly: readonly string[]
  subjects(admin: Pool, town: string, unit: string): Promise<{ own: Subject; others: Subject }>
  put(admin: Pool, town: string, subject: Subject, state: string): Promise<void>
  stateOf(admin: Pool, town: string, number: string): Promise<string>
  request(verb: string, number: string, unit: string): { path: string; fields: Record<string, string> }
}

async function one<T extends object>(admin: Pool, sql: string, values: unknown[]): Promise<T> {
  const { rows } = await admin.query<T>(sql, values)
  if (!rows[0]) throw new Error(`nothing for ${sql}`)
  return rows[0]
}

const withUnit = `SELECT number, unit_id AS unit FROM services.case WHERE tenant_id = $1 AND kind = 'report' AND incident_id IS NULL AND anonymised_at IS NULL
  AND NOT EXISTS (SELECT FROM services.incident_member m WHERE m.tenant_id = $1 AND m.incident_id = services.case.id)
  AND unit_id`

const reports: Driver = {
  process: reportProcess as unknown as Process<string, string>,
  notByStaff: ['confirm', 'answer', 'withdraw'],
  all: 'report.route',
  ownOnly: ['turnDown'],
  subjects: async (admin, town, unit) => ({
    own: await one(admin, `${withUnit} = $2 ORDER BY number LIMIT 1`, [town, unit]),
    others: await one(
      admin,
      `${withUnit} IN (SELECT o.id FROM core.organisation o WHERE o.tenant_id = $1 AND o.kind = 'department' AND o.id <> $2
        AND NOT EXISTS (SELECT FROM core.organisation own WHERE own.tenant_id = $1 AND own.id = $2 AND own.parent_id = o.id)) ORDER BY number LIMIT 1`,
      [town, unit],
    ),
  }),
  async put(admin, town, { number, unit }, state) {
    const stage = (reportProcess.states as Record<string, string>)[state]
    await admin.query(
      `UPDATE services.case SET state = $3, stage = $4, before_state = CASE WHEN $3 = 'question' THEN 'accepted' END, published = true, unit_id = $5,
         closed_at = CASE WHEN $3 IN ('done', 'ended') THEN updated_at END, result = CASE WHEN $3 IN ('done', 'ended') THEN $3 END
       WHERE tenant_id = $1 AND number = $2`,
      [town, number, state, stage, unit],
    )
    // A third objection waits for the lead, and no step of an earlier cell has closed the report again since.
    await admin.query(
      'DELETE FROM services.report_closing WHERE tenant_id = $1 AND case_id = (SELECT id FROM services.case WHERE tenant_id = $1 AND number = $2)',
      [town, number],
    )
    await admin.query(
      `INSERT INTO services.report_closing (tenant_id, case_id, closing, done_at, object_until, outcome)
       SELECT tenant_id, id, 1, updated_at, updated_at + interval '14 days', 'lead' FROM services.case WHERE tenant_id = $1 AND number = $2`,
      [town, number],
    )
  },
  stateOf: async (admin, town, number) =>
    (await one<{ state: string }>(admin, 'SELECT state FROM services.case WHERE tenant_id = $1 AND number = $2', [town, number])).state,
  request: (verb, number, unit) => ({
    path: `/amt/meldungen/${number}/schritt`,
    fields: {
      verb,
      unitId: unit,
      text: 'Geprüft und entschieden.',
      date: '2026-06-12',
      noPhotoReason: 'unsafe',
      reason: verb === 'handOn' ? 'notOurs' : verb === 'reopen' ? 'notFixed' : 'noDefect',
    },
  }),
}

const rootCauses: Driver = {
  process: rootCauseProcess as unknown as Process<string, string>,
  notByStaff: [],
  all: 'report.route',
  ownOnly: [],
  async subjects(admin, town, unit) {
    const { rows } = await admin.query<{ number: string }>('SELECT number FROM services.root_cause WHERE tenant_id = $1 ORDER BY number', [
      town,
    ])
    const [own, others] = rows.map((row) => row.number)
    if (!own || !others) throw new Error('the demo has no two searches for a cause')
    await admin.query('UPDATE services.root_cause SET unit_id = $3 WHERE tenant_id = $1 AND number = $2', [town, own, unit])
    await admin.query(
      `UPDATE services.root_cause SET unit_id = (SELECT id FROM core.organisation WHERE tenant_id = $1 AND kind = 'department' AND id <> $3 ORDER BY code LIMIT 1)
       WHERE tenant_id = $1 AND number = $2`,
      [town, others, unit],
    )
    return { own: { number: own, unit }, others: { number: others, unit: '' } }
  },
  put: async (admin, town, { number }, state) => {
    const ended = state === 'closed' || state === 'dismissed'
    await admin.query(
      `UPDATE services.root_cause SET state = $3, task_id = NULL, ended_at = CASE WHEN $4 THEN proposed_at END WHERE tenant_id = $1 AND number = $2`,
      [town, number, state, ended],
    )
    await admin.query('DELETE FROM services.case_task WHERE tenant_id = $1', [town])
  },
  stateOf: async (admin, town, number) =>
    (await one<{ state: string }>(admin, 'SELECT state FROM services.root_cause WHERE tenant_id = $1 AND number = $2', [town, number]))
      .state,
  request: (verb, number, unit) => ({
    path: `/amt/ursachen/${number}/${verb === 'accept' ? 'annehmen' : verb === 'dismiss' ? 'ablehnen' : 'stand'}`,
    fields: {
      step: verb,
      reason: 'Kein Rätsel.',
      question: 'Warum?',
      days: '5',
      who: `unit:${unit}`,
      findings: 'Feuchtigkeit',
      measure: 'Abdichten',
    },
  }),
}

export const drivers: readonly Driver[] = [reports, rootCauses]

/** Processes that are not driven role by role and state by state, and why. */
export const undriven: Record<string, string> = {
  application: 'each workflow that a town makes is a table of its own; who may take a step it says itself, for each state',
  letter: 'who works on the case of a letter works on the letter; its pages ask more than a verb (signatures, days, ways of delivery)',
}
