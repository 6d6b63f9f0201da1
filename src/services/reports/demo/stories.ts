import { demoCategory } from './categories.ts'
import { arrived, live } from './life.ts'
import { scenesOf } from './pictures/choice.ts'
import type { DemoReport, DemoReporter, DemoStep } from './report.ts'
import { daysAgoIn } from './season.ts'
import { mattressStories } from './stories/mattress.ts'
import { natureStories } from './stories/nature.ts'
import { objectionStories } from './stories/objections.ts'
import { quirinStories } from './stories/quirin.ts'
import { streetStories } from './stories/streets.ts'
import type { Told } from './stories/tell.ts'
import { underpassStories } from './stories/underpass.ts'

/** The stories that a guide would tell about the year. */
export const toldStories: readonly Told[] = [
  ...streetStories,
  ...quirinStories,
  ...natureStories,
  ...underpassStories,
  ...mattressStories,
  ...objectionStories,
]

/** The stories as reports; a person who isn't among `people` stays anonymous. */
export const demoStories = (people: readonly { code: string }[], today: Date): DemoReport[] =>
  toldStories.map((told, index) => {
    const daysAgo = told.months ? daysAgoIn(told.months, today, told.daysAgo) : told.daysAgo
    return { ...storyReport(told, index, people), daysAgo }
  })

/** Where a picture is the proof, each time that something was done there is one. */
const proven = (category: string, steps: readonly DemoStep[]): DemoStep[] =>
  steps.map((step) => {
    if (step.kind !== 'work.done' || step.pictures || demoCategory(category).proof !== 'photo') return step
    return { ...step, pictures: scenesOf(category).map((scene) => ({ scene, seed: 1, state: 'after' })) }
  })

function storyReport(told: Told, index: number, people: readonly { code: string }[]): DemoReport {
  const steps = proven(told.category, live(told.plan))
  const known = people.find(({ code }) => code === told.who)
  const reporter: DemoReporter = known
    ? { kind: 'account', person: known.code }
    : told.byMail
      ? { kind: 'email', ...told.byMail }
      : { kind: 'anonymous' }
  return {
    key: `s${String(index).padStart(3, '0')}`,
    category: told.category,
    locale: told.locale ?? 'de',
    text: told.text,
    answers: told.answers ?? {},
    reporter,
    place: told.place,
    daysAgo: told.daysAgo,
    minute: told.minute,
    steps,
    state: arrived(steps),
    department: steps.findLast((step) => step.department)?.department ?? demoCategory(told.category).department,
    supporters: told.supporters ?? 0,
    pictures: told.scene ? [{ scene: told.scene, seed: 1, state: 'before' }] : [],
    story: told.story,
  }
}
