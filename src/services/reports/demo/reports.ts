import { type Seeded, seeded } from '#platform/seeded.ts'
import { demoCategories } from './categories.ts'
import type { DemoCategory } from './category.ts'
import { arrived, live } from './life.ts'
import { type Life, lives, planOf } from './lives.ts'
import { scenesOf } from './pictures/choice.ts'
import type { DemoPicture, DemoReport, DemoReporter } from './report.ts'
import { monthOf, oftenIn } from './season.ts'
import { demoStories } from './stories.ts'
import type { DemoText } from './texts/text.ts'
import { demoTexts, readings } from './texts.ts'

/** People who can be given as reporters: half of them with an account, half by e-mail only. */
export type Reporting = { code: string; name: string; email: string; locale: 'de' | 'en' }

export type DemoYear = { seed: number; count: number /** The day the year ends with. */; today: Date; people?: readonly Reporting[] }

const forms = demoCategories.filter(({ danger }) => !danger)
const waiting = forms.filter(({ confirmEmail }) => confirmEmail)
const openers = ['Guten Tag! ', 'Hallo! ', 'Hallo zusammen! ', 'Sehr geehrte Damen und Herren! ', 'Moin! ', 'Liebes Stadt-Team! ']
const closers = [
  ' Danke!',
  ' Vielen Dank im Voraus.',
  ' Viele Grüße',
  ' Mit freundlichen Grüßen',
  ' Danke für Ihre Arbeit.',
  ' LG',
  ' Bitte kümmern Sie sich darum.',
]
const englishClosers = [' Thank you!', ' Thanks a lot.', ' Kind regards', ' Cheers!']

const fits = (text: DemoText, category: DemoCategory, month: number) =>
  text.category === category.code && (text.months.length === 0 || text.months.includes(month))

function worded(random: Seeded, text: DemoText): string {
  const reading = random.pick(readings(text.text))
  const opener =
    text.locale === 'de' && !/^(Guten|Hallo|Entschuldigung|[a-z])/.test(reading) && random.chance(0.2) ? random.pick(openers) : ''
  const closer =
    !/(Dank|danke|bitte|Grüße|:-?\)).{0,40}$/i.test(reading) && random.chance(0.3)
      ? random.pick(text.locale === 'de' ? closers : englishClosers)
      : ''
  return opener + reading + closer
}

/** Chooses what was written: no words twice, and the same idea again only after `apart` days. */
function writer(apart: number) {
  const used = new Map<DemoText, number[]>()
  const said = new Set<string>()
  return (random: Seeded, category: DemoCategory, month: number, daysAgo: number): Written | undefined => {
    const fresh = (text: DemoText) => (used.get(text) ?? []).every((day) => Math.abs(day - daysAgo) >= apart)
    for (const text of random.shuffle(demoTexts.filter((one) => fits(one, category, month) && fresh(one)))) {
      const words = worded(random, text)
      if (said.has(words)) continue
      said.add(words)
      used.set(text, [...(used.get(text) ?? []), daysAgo])
      return { text, words }
    }
    return undefined
  }
}

function reporterFor(random: Seeded, people: readonly Reporting[], locale: 'de' | 'en', byMail: boolean): DemoReporter {
  const speaking = people.map((person, index) => ({ person, account: index % 2 === 0 })).filter(({ person }) => person.locale === locale)
  const fitting = speaking.filter(({ account }) => account !== byMail)
  if (fitting.length === 0 || (!byMail && random.chance(0.5))) return { kind: 'anonymous' }
  const { code, name, email } = random.pick(fitting).person
  return byMail ? { kind: 'email', name, email } : { kind: 'account', person: code }
}

/** Mostly by day, mornings and early evenings a little more. */
const minuteOf = (random: Seeded) =>
  Math.min(
    1439,
    Math.floor(random.pick([random.between(360, 600), random.between(600, 960), random.between(960, 1260), random.between(420, 1380)])),
  )

function picturesOf(random: Seeded, text: DemoText, state: 'before' | 'after'): DemoPicture[] {
  const scenes = text.scene ? [text.scene].filter((scene) => scene !== 'none') : scenesOf(text.category)
  return scenes.length === 0 ? [] : [{ scene: random.pick(scenes), seed: random.int(1, 4), state }]
}

/** The same place afterwards; where a picture is the proof there is always one. */
function afterPictures(random: Seeded, { code, proof }: DemoCategory, before: readonly DemoPicture[]): DemoPicture[] {
  if (proof === 'photo' && before.length === 0) return scenesOf(code).map((scene) => ({ scene, seed: random.int(1, 4), state: 'after' }))
  return proof === 'photo' || random.chance(0.5) ? before.map((picture) => ({ ...picture, state: 'after' })) : []
}

function reportOf({ random, life, category, daysAgo, written, people }: Drawn, key: string): DemoReport {
  const { text, words } = written
  const byMail = life.byMail ?? (life.phases.length > 1 && people.length > 0 && random.chance(0.4))
  const before = random.chance(0.85) ? picturesOf(random, text, 'before') : []
  const after = afterPictures(random, category, before)
  const steps = live(planOf(life, { random, category, locale: text.locale, byMail, after }))
  const department = steps.findLast((step) => step.department)?.department ?? category.department
  return {
    key,
    category: category.code,
    locale: text.locale,
    text: words,
    answers: text.answers,
    reporter: reporterFor(random, people, text.locale, byMail),
    place: text.place,
    daysAgo,
    minute: minuteOf(random),
    steps,
    state: arrived(steps),
    department,
    supporters: daysAgo > 0 && random.chance(0.35) ? Math.floor(random.between(0, 1) ** 3 * 22) + 1 : 0,
    pictures: before,
  }
}

type Written = { text: DemoText; words: string }
type Drawn = {
  random: Seeded
  life: Life
  category: DemoCategory
  daysAgo: number
  written: Written
  people: readonly Reporting[]
}

/**
 * A year of a town in reports, oldest first: the hand-written stories and as many others as `count` leaves room for.
 * The same arguments give the same reports.
 */
export function demoReports({ seed, count, today, people = [] }: DemoYear): DemoReport[] {
  const stories = demoStories(people, today)
  const write = writer(Math.min(45, (demoTexts.length * 365) / count / 4))
  const reports: DemoReport[] = []
  for (let index = 0; reports.length < count - stories.length; index++) {
    if (index > count * 20) throw new Error(`the texts do not suffice for ${count} different reports`)
    const random = seeded(seed, 'report', index)
    const one = lives[index]
    const life = one ?? random.weighted(lives, ({ often }) => often)
    // The one of each kind that there must be began long enough ago to have come as far as its kind comes.
    const daysAgo = one ? one.days[1] : random.int(...life.days)
    const month = monthOf(today, daysAgo)
    const category = random.weighted(life.byMail ? waiting : forms, ({ code }) => oftenIn(code, month))
    const written = write(random, category, month, daysAgo)
    if (written) reports.push(reportOf({ random, life, category, daysAgo, written, people }, `r${String(index).padStart(5, '0')}`))
  }
  return joinDuplicates([...stories, ...reports].sort((a, b) => b.daysAgo - a.daysAgo || a.minute - b.minute || a.key.localeCompare(b.key)))
}

/** What was ended as a duplicate needs an earlier report to belong to; without one, nothing was found. */
function joinDuplicates(reports: readonly DemoReport[]): DemoReport[] {
  const story = new Map<string, string>()
  for (const [index, report] of reports.entries()) {
    if (report.story || !isDuplicate(report)) continue
    const first = reports
      .slice(0, index)
      .findLast((one) => one.category === report.category && one.daysAgo - report.daysAgo < 30 && !isDuplicate(one) && !one.story)
    if (first) for (const { key } of [first, report]) story.set(key, `same-${first.key}`)
  }
  return reports.map((report) => {
    const joined = report.story ?? story.get(report.key)
    if (joined) return { ...report, story: joined }
    return isDuplicate(report) ? withoutDuplicate(report) : report
  })
}

const isDuplicate = ({ steps }: DemoReport) => steps.some(({ reason }) => reason === 'duplicate')

const withoutDuplicate = (report: DemoReport): DemoReport => ({
  ...report,
  steps: report.steps.map((step) =>
    step.reason === 'duplicate'
      ? {
          ...step,
          reason: 'notFound',
          publicText: 'Wir waren zweimal dort und haben nichts mehr gefunden. Ist es noch da? Dann schreiben Sie uns bitte.',
        }
      : step,
  ),
})
