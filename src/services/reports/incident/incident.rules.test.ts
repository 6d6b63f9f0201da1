import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inWindow, type Membership, seenOf, windowsOf } from './history.rules.ts'
import { type Change, headOf, MOST_MEMBERS, planMerge, planSplit, planUndo, type Resting } from './incident.rules.ts'

/** The tables in small: cases, memberships with their times, changes, and events that happen to single cases. */
function makeWorld(size: number) {
  const cases: Resting[] = Array.from({ length: size }, (_, i) => ({
    id: `c${i}`,
    incidentId: undefined,
    open: true,
    ended: false,
    published: true,
  }))
  const memberships: Membership[] = []
  const changes: (Change & { undone: boolean })[] = []
  const events: { caseId: string; at: Date; id: number }[] = []
  let time = 0
  const tick = () => new Date(++time)
  const one = (id: string) => cases.find((it) => it.id === id)!
  const headFor = (id: string) => one(headOf(one(id)))
  const membersOf = (id: string) => cases.filter(({ incidentId }) => incidentId === id)
  const move = (moves: readonly { caseId: string; to: string | undefined }[]) => {
    const at = tick()
    for (const { caseId, to } of moves) {
      for (const each of memberships) if (each.caseId === caseId && !each.until) each.until = at
      one(caseId).incidentId = to
      if (to) memberships.push({ incidentId: to, caseId, since: at, until: undefined })
    }
  }
  return {
    cases,
    memberships,
    changes,
    events,
    one,
    state: () => cases.map(({ id, incidentId }) => `${id}>${incidentId ?? ''}`).join(' '),
    happen: (id: string) => void events.push({ caseId: headFor(id).id, at: tick(), id: events.length }),
    merge: (into: string, chosen: readonly string[]): boolean => {
      const head = headFor(into)
      const plan = planMerge(head, chosen.filter((id) => id !== into).map(one), membersOf)
      if (!plan.ok) return false
      move(plan.value.map(({ caseId }) => ({ caseId, to: head.id })))
      changes.push({ kind: 'merge', incidentId: head.id, moves: plan.value, undone: false })
      return true
    },
    split: (of: string, count: number): boolean => {
      const head = headFor(of)
      const plan = planSplit(head, membersOf(head.id).slice(0, count))
      if (!plan.ok) return false
      move(plan.value.map(({ caseId }) => ({ caseId, to: undefined })))
      changes.push({ kind: 'split', incidentId: head.id, moves: plan.value, undone: false })
      return true
    },
    undo: (of: string): boolean => {
      const last = changes.findLast(({ incidentId, undone }) => incidentId === of && !undone)
      const plan = last && planUndo(last, one, (id) => membersOf(id).length > 0)
      if (!last || !plan?.ok) return false
      move(plan.value)
      last.undone = true
      return true
    },
    /** Ids of the events that the history of a case shows. */
    history: (caseId: string): number[] => {
      const incidents = new Set([caseId, ...memberships.filter((each) => each.caseId === caseId).map(({ incidentId }) => incidentId)])
      const known = memberships.filter(({ incidentId }) => incidents.has(incidentId))
      const windows = windowsOf(caseId, known)
      return events.filter(({ caseId: of, at }) => windows.some((each) => each.caseId === of && inWindow(at, each))).map(({ id }) => id)
    },
  }
}
type World = ReturnType<typeof makeWorld>

const SIZE = 7
const id = fc.integer({ min: 0, max: SIZE - 1 }).map((n) => `c${n}`)
type Op =
  | { do: 'merge'; into: string; chosen: string[] }
  | { do: 'split'; of: string; count: number }
  | { do: 'undo' | 'happen' | 'close' | 'end' | 'hide'; of: string }
const op: fc.Arbitrary<Op> = fc.oneof(
  fc.record({ do: fc.constant('merge' as const), into: id, chosen: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }) }),
  fc.record({ do: fc.constant('split' as const), of: id, count: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ do: fc.constantFrom('undo' as const, 'happen' as const, 'close' as const, 'end' as const, 'hide' as const), of: id }),
)

function run(world: World, one: Op): boolean {
  if (one.do === 'merge') return world.merge(one.into, one.chosen)
  if (one.do === 'split') return world.split(one.of, one.count)
  if (one.do === 'undo') return world.undo(one.of)
  const it = world.one(one.of)
  if (one.do === 'happen') world.happen(one.of)
  else if (one.do === 'hide') it.published = false
  // Who rests is not closed by itself.
  else if (!it.incidentId) Object.assign(it, { open: false, ended: it.ended || one.do === 'end' })
  return true
}

describe('clusters, whatever is done in whatever order', () => {
  it('keep each report in at most one incident, without chains and circles, and every history whole', () => {
    fc.assert(
      fc.property(fc.array(op, { maxLength: 40 }), (ops) => {
        const world = makeWorld(SIZE)
        for (const one of ops) {
          const before = new Map(world.cases.map((it) => [it.id, world.history(it.id)]))
          const headBefore = new Map(world.cases.map((it) => [it.id, it.incidentId]))
          run(world, one)
          for (const it of world.cases) {
            // Nobody comes to rest where the work has ended, or where everybody sees nothing of it any more.
            const head = it.incidentId === headBefore.get(it.id) || !it.incidentId ? undefined : world.one(it.incidentId)
            if (head) expect([it.open && head.ended, it.published && !head.published]).toEqual([false, false])
            // Nobody rests at somebody who rests.
            if (it.incidentId) expect(world.one(it.incidentId).incidentId).toBeUndefined()
            expect(world.memberships.filter((each) => each.caseId === it.id && !each.until).map(({ incidentId }) => incidentId)).toEqual(
              it.incidentId ? [it.incidentId] : [],
            )
            // What happened to a report, and to the one that goes on for it now, is in its history.
            const seen = world.history(it.id)
            expect(seen).toEqual([...seen].sort((a, b) => a - b))
            for (const event of world.events) if (event.caseId === it.id || event.caseId === it.incidentId) expect(seen).toContain(event.id)
            // While nobody parts, nothing vanishes from a history.
            if (one.do !== 'split' && one.do !== 'undo') for (const known of before.get(it.id)!) expect(seen).toContain(known)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('are as before when a change is undone: same incidents, same histories; unless one would rest where none may', () => {
    fc.assert(
      fc.property(fc.array(op, { maxLength: 25 }), op, (ops, last) => {
        const world = makeWorld(SIZE)
        for (const one of ops) run(world, one)
        const state = world.state()
        const histories = world.cases.map((it) => world.history(it.id))
        if (last.do !== 'merge' && last.do !== 'split') return
        if (!run(world, last)) return void expect(world.state()).toBe(state)
        const change = world.changes.at(-1)!
        const lost = change.moves.some(({ caseId, from }) => {
          const head = from === undefined ? undefined : world.one(from)
          return head && (head.ended || (world.one(caseId).published && !head.published))
        })
        expect(world.undo(change.incidentId)).toBe(!lost)
        if (lost) return
        expect(world.state()).toBe(state)
        expect(world.cases.map((it) => world.history(it.id))).toEqual(histories)
      }),
      { numRuns: 500 },
    )
  })

  it('let those who parted remember the time together, and no more', () => {
    const world = makeWorld(3)
    world.happen('c0')
    world.merge('c0', ['c1'])
    world.happen('c1')
    world.split('c0', 1)
    world.happen('c0')
    world.happen('c1')
    expect(world.history('c1')).toEqual([1, 3])
    expect(world.history('c0')).toEqual([0, 1, 2])
    expect(world.undo('c0')).toBe(true)
    expect(world.history('c1')).toEqual([0, 1, 2, 3])
  })
})

describe('what cannot be joined', () => {
  const open = (id: string, incidentId?: string): Resting => ({ id, incidentId, open: true, ended: false, published: true })
  const none = () => []
  it.each([
    ['sameIncident', [open('a')]],
    ['sameIncident', [open('b', 'a')]],
    ['sameIncident', []],
    ['inOtherIncident', [open('b', 'z')]],
    ['cannotJoin', [{ ...open('b'), open: false }]],
  ] as const)('%s', (code, chosen) => {
    expect(planMerge(open('a'), chosen, none)).toMatchObject({ ok: false, refusal: { code } })
  })

  it.each([
    ['goesOnUnknown', { ...open('a'), ended: true, open: false }],
    ['goesOnHidden', { ...open('a'), published: false }],
  ] as const)('to a report that may not go on: %s', (code, head) => {
    expect(planMerge(head, [open('b')], none)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('brings members along, up to a limit', () => {
    const many = Array.from({ length: MOST_MEMBERS - 1 }, (_, i) => open(`m${i}`, 'b'))
    const membersOf = (of: string) => (of === 'b' ? many : [])
    expect(planMerge(open('a'), [open('b')], membersOf).ok).toBe(true)
    expect(planMerge(open('a'), [open('b'), open('d')], membersOf)).toMatchObject({ refusal: { code: 'incidentFull' } })
  })
})

describe('who sees what of an event', () => {
  const event = { caseId: 'b', audience: 'parties', kindAudience: 'parties', shared: false, published: true } as const
  const party = { caseId: 'a', audience: 'parties' } as const
  it.each([
    [{ caseId: 'a', audience: 'internal' }, event, 'whole'],
    [{ caseId: 'b', audience: 'parties' }, event, 'whole'],
    [party, event, 'nothing'],
    [party, { ...event, shared: true }, 'whole'],
    [party, { ...event, kindAudience: 'public' }, 'bare'],
    [party, { ...event, audience: 'internal', kindAudience: 'public' }, 'nothing'],
    [party, { ...event, audience: 'public' }, 'whole'],
    [{ caseId: 'a', audience: 'public' }, { ...event, audience: 'public' }, 'whole'],
    [{ caseId: 'a', audience: 'public' }, { ...event, audience: 'public', published: false }, 'nothing'],
    [{ caseId: 'a', audience: 'public' }, { ...event, shared: true }, 'nothing'],
  ] as const)('%o %o: %s', (reader, one, seen) => expect(seenOf(reader, one)).toBe(seen))
})
