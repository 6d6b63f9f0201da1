import type { AnswerValue, PlaceKind } from '../report.ts'
import { type DemoText, say, summer, winter } from './text.ts'

type More = { answers?: Readonly<Record<string, AnswerValue>>; months?: readonly number[]; scene?: string }
const english = (category: string, place: PlaceKind, text: string, more: More = {}) => say(category, place, text, { ...more, locale: 'en' })

/** Newcomers and visitors; the last ones in a German that is still being learned. */
export const newcomerTexts: readonly DemoText[] = [
  english(
    'pothole',
    'street',
    'There is a deep hole in the road, right where bicycles go. [I nearly fell this morning.|My front wheel is bent now.]',
    { answers: { size: 'plate', depth: 7, lane: true } },
  ),
  english('lamp', 'lamp', 'Street lamp {asset} has been dark for [three|four|five] nights.', { answers: { fault: 'off' } }),
  english('lamp', 'street', 'The light outside our student house flickers all night. We have exams, please help :)', {
    answers: { fault: 'flicker' },
  }),
  english('bin', 'park', 'The bins by the river are overflowing [every Sunday|after the weekend]. Maybe bigger ones in summer?', {
    answers: { state: 'full' },
    months: summer,
  }),
  english(
    'winter',
    'path',
    'The footpath to the station is pure ice. Where I come from we have no snow, so [I walk like a penguin|I am learning to fall]. Could somebody grit it?',
    { answers: { where: 'path' }, months: winter },
  ),
  english('signal', 'crossing', 'The button at the pedestrian light does nothing. I waited for [six|eight] minutes.', {
    answers: { fault: 'button' },
  }),
  english(
    'playground',
    'playground',
    'One of the swings hangs by a single chain. [I tied it up so that no child uses it.|Kids are still climbing on it.]',
    { answers: { device: 'swing', hurt: true } },
  ),
  english(
    'dump',
    'street',
    'Someone left a [fridge and a mattress|sofa] on the pavement. Is there a place to report this? I hope this is it.',
    { answers: { what: ['bulky'], amount: 'car' } },
  ),
  english('sign', 'crossing', 'The stop sign at this corner is turned sideways, [drivers do not see it|you only see its back].', {
    answers: { kind: 'traffic' },
  }),
  english(
    'access',
    'landmark',
    'The lift at the station is out of order [again|for the second week]. With a pram there is no way to platform 2.',
    { answers: { kind: 'lift' }, scene: 'none' },
  ),
  english('fountain', 'landmark', 'The drinking fountain on the square gives no water. It is [33|35] degrees today!', {
    answers: { drinking: true },
    months: summer,
  }),
  english('scooter', 'street', 'Five rental scooters block the whole pavement in front of the clinic. Patients on crutches cannot pass.', {
    answers: { operator: 'two different ones' },
  }),
  english('graffiti', 'landmark', 'Somebody sprayed insulting words on the wall of the refugee centre. Please remove them quickly.', {
    answers: { hateful: true },
    scene: 'none',
  }),
  english('gully', 'street', 'The drain is blocked with leaves and the street floods [whenever it rains|with every shower].', {
    answers: { fault: 'blocked' },
  }),
  english('bikeway', 'path', 'Cycle path: tree roots made big bumps. On a cargo bike with kids it is like a trampoline.', {
    answers: { kind: 'surface' },
    scene: 'sidewalk',
  }),
  english('glass', 'path', 'Broken glass all over the cycle path under the bridge.'),
  english('shelter', 'stop', 'Glass of the bus shelter is smashed. I moved the big pieces away.'),
  english(
    'bench',
    'park',
    'The bench next to the pond lost [two|some] slats. My grandmother visits from Nairobi next month and would love to sit there.',
  ),
  english('wreck', 'street', 'A car without number plates has been here since I moved in ([eight|ten] months).', {
    answers: { kind: 'car' },
  }),
  english('hedge', 'path', 'Thorny bushes grow over the path to the school, at the height of a child’s face.', { months: summer }),
  say(
    'container',
    'street',
    'Entschuldigung mein Deutsch. Container für Papier immer voll. [Bitte kommen mehr oft.|Wo ich kann hinbringen Papier?] Danke schön!',
    { answers: { what: ['paper'] } },
  ),
  say(
    'lamp',
    'street',
    'Guten Tag, ich wohne neu hier. Lampe auf Weg zu Sprachkurs ist kaputt, Abend ist sehr dunkel. [Meine Frau hat Angst.|Wir gehen immer zusammen.] Vielen Dank für Ihre Hilfe!',
    { answers: { fault: 'off' }, months: winter },
  ),
  say('playground', 'playground', 'Hallo, Spielplatz Schaukel ist kapput. Meine Kinder ist traurig. Wann Sie machen neu? Danke', {
    answers: { device: 'Schaukel', hurt: false },
  }),
  say(
    'sidewalk',
    'address',
    'Stein auf Gehweg nicht fest. Ich habe gefallen mit Einkauf, alle Eier kaputt. {street} {number}. Bitte reparieren.',
    { answers: { kind: 'loose', fall: true } },
  ),
]
