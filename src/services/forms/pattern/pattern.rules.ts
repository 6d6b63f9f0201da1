import { type Pattern, parsePattern } from './pattern.parse.rules.ts'

/** A step of the machine: a sign that must fit, a fork, or the end. */
type Step = { fits: (sign: string) => boolean; next: number } | { fork: [number, number] } | { end: true }

const MOST_STEPS = 5_000
const machines = new Map<string, readonly Step[] | undefined>()

/** Whether the whole text fits, in time that grows with the text and not faster. A pattern that is not understood fits everything. */
export function fitsPattern(regex: string, text: string): boolean {
  const steps = machineOf(regex)
  if (!steps) return true
  let active = reach(steps, [0])
  for (const sign of text) {
    active = reach(
      steps,
      active.flatMap((at) => nextOf(steps[at]!, sign)),
    )
    if (active.length === 0) return false
  }
  return active.some((at) => 'end' in steps[at]!)
}

const nextOf = (step: Step, sign: string) => ('fits' in step && step.fits(sign) ? [step.next] : [])

/** All steps that are reached without a sign. */
function reach(steps: readonly Step[], from: readonly number[]): number[] {
  const seen = new Set<number>()
  const waiting = [...from]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    const step = steps[at]!
    if ('fork' in step) waiting.push(...step.fork)
  }
  return [...seen]
}

function machineOf(regex: string): readonly Step[] | undefined {
  if (machines.has(regex)) return machines.get(regex)
  if (machines.size > 1_000) machines.clear()
  const pattern = parsePattern(regex)
  const steps: Step[] = []
  const built = pattern && sizeOf(pattern) <= MOST_STEPS ? build(pattern, steps) : undefined
  if (built) join(built, steps.push({ end: true }) - 1)
  machines.set(regex, built && steps)
  return machines.get(regex)
}

const sizeOf = (pattern: Pattern): number => {
  if (pattern.kind === 'sign') return 1
  if (pattern.kind !== 'repeat') return pattern.of.reduce((n, one) => n + 2 + sizeOf(one), 0)
  return (sizeOf(pattern.of) + 2) * (Number.isFinite(pattern.max) ? Math.max(pattern.max, 1) : pattern.min + 1)
}

/** Whether a pattern is understood and small enough. */
export const knowsPattern = (regex: string): boolean => machineOf(regex) !== undefined

/** The fewest and the most signs of what fits; undefined if the pattern is not understood. */
export function lengthsOf(regex: string): { min: number; max: number } | undefined {
  const pattern = knowsPattern(regex) ? parsePattern(regex) : undefined
  return pattern && lengths(pattern)
}

function lengths(pattern: Pattern): { min: number; max: number } {
  if (pattern.kind === 'sign') return { min: 1, max: 1 }
  if (pattern.kind === 'repeat') {
    const { min, max } = lengths(pattern.of)
    return { min: min * pattern.min, max: max === 0 || pattern.max === 0 ? 0 : max * pattern.max }
  }
  const all = pattern.of.map(lengths)
  return pattern.kind === 'row'
    ? { min: all.reduce((n, one) => n + one.min, 0), max: all.reduce((n, one) => n + one.max, 0) }
    : { min: Math.min(...all.map(({ min }) => min)), max: Math.max(...all.map(({ max }) => max)) }
}

/** Sets the step that follows. */
type Open = (to: number) => void
const join = (open: readonly Open[], to: number) => {
  for (const set of open) set(to)
}

/** Adds the steps of a pattern from the end of `steps` on; what is returned are the ways out of it. */
function build(pattern: Pattern, steps: Step[]): Open[] {
  if (pattern.kind === 'sign') {
    const step = { fits: pattern.fits, next: -1 }
    steps.push(step)
    return [
      (to) => {
        step.next = to
      },
    ]
  }
  if (pattern.kind === 'repeat') return buildRepeat(pattern, steps)
  if (pattern.kind === 'either') return buildEither(pattern.of, steps)
  let open: Open[] = [pass(steps)]
  for (const part of pattern.of) {
    const first = steps.length
    const next = build(part, steps)
    join(open, first)
    open = next
  }
  return open
}

/** A step without a sign, so that a row without parts has a first step too. */
function pass(steps: Step[]): Open {
  const step = { fork: [-1, -1] as [number, number] }
  steps.push(step)
  return (to) => {
    step.fork = [to, to]
  }
}

function fork(steps: Step[], first: number): Open {
  const step = { fork: [first, first] as [number, number] }
  steps.push(step)
  return (to) => {
    step.fork[1] = to
  }
}

function buildEither(of: readonly Pattern[], steps: Step[]): Open[] {
  const [one, ...others] = of
  if (others.length === 0) return build(one!, steps)
  const second = fork(steps, steps.length + 1)
  const open = build(one!, steps)
  second(steps.length)
  return [...open, ...buildEither(others, steps)]
}

function buildRepeat({ of, min, max }: Extract<Pattern, { kind: 'repeat' }>, steps: Step[]): Open[] {
  let open: Open[] = [pass(steps)]
  const follow = (next: () => Open[]) => {
    const first = steps.length
    const after = next()
    join(open, first)
    return after
  }
  for (let n = 0; n < min; n++) open = follow(() => build(of, steps))
  const out: Open[] = []
  for (let n = min; n < (Number.isFinite(max) ? max : min + 1); n++) {
    const at = steps.length
    open = follow(() => {
      out.push(fork(steps, at + 1))
      return build(of, steps)
    })
    if (!Number.isFinite(max)) {
      join(open, at)
      open = []
    }
  }
  return [...open, ...out]
}
