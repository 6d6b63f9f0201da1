import { begin, note, plan, start, type Told } from './tell.ts'

export const UNDERPASS = 'water-in-the-underpass'

/** Five people and one flood, or so it seemed: the lid that rattles next to it is another story. */
const water = { story: UNDERPASS, category: 'gully', place: 'street', daysAgo: 6 } as const

export const underpassStories: readonly Told[] = [
  {
    ...water,
    minute: 402,
    text: 'In der Senke steht das Wasser knöcheltief auf dem Radweg, der Ablauf ist zu. Ich bin durchgefahren und habe jetzt nasse Socken und Respekt.',
    answers: { fault: 'blocked' },
    scene: 'gully',
    supporters: 6,
    plan: [
      ...begin('drainage', 'Danke. Unser Spülwagen ist unterwegs, bitte fahren Sie solange außen herum.', 2),
      note('Fünf Meldungen in zwei Stunden, wohl alles dieselbe Senke. Zusammenführen.', 0.5),
      plan('Gespült haben wir schon, das Wasser kommt wieder. Morgen sehen wir mit der Kamera ins Rohr.', 6),
      start('Die Kamera zeigt eine Wurzel im Rohr. Wir fräsen sie heraus.', 7),
    ],
  },
  {
    ...water,
    minute: 431,
    text: 'Gully verstopft, großer See. Eine Ente ist schon da.',
    answers: { fault: 'blocked' },
    who: 'jonas.wiechert',
    plan: [...begin('drainage', 'Wir sehen uns die Senke an.', 2)],
  },
  {
    ...water,
    minute: 447,
    text: 'Da kommt man mit dem Rollator nicht mehr durch! Außen herum sind es 800 Meter.',
    answers: { fault: 'blocked' },
    who: 'anneliese.roettger',
    plan: begin('drainage', '').slice(0, 3),
  },
  {
    ...water,
    minute: 465,
    text: 'Underpass is flooded again. Cyclists are riding on the road instead, quite dangerous.',
    locale: 'en',
    answers: { fault: 'blocked' },
    who: 'daniel.okafor',
    plan: begin('drainage', '').slice(0, 3),
  },
  {
    ...water,
    minute: 498,
    text: 'Der Kanaldeckel neben der Unterführung klappert bei jedem Auto, seit das Wasser darüberläuft noch lauter. Wir schlafen mit Ohrstöpseln.',
    answers: { fault: 'rattle' },
    plan: begin('drainage', '').slice(0, 3),
  },
]
