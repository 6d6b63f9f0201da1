import { begin, plan, type Told } from './tell.ts'

export const MATTRESS = 'mattress-with-an-address'

/** Rubbish, and neighbours who know at once whose it is: each of them needs a moderator, each in another way. */
const path = { story: MATTRESS, category: 'dump', place: 'path', daysAgo: 9 } as const

/** In this order: a photo with something to read on it, a text with a name in it, an insult. */
export const mattressStories: readonly Told[] = [
  {
    ...path,
    minute: 488,
    text: 'Matratze, Reifen und Säcke auf dem Weg. An einem Sack klebt ein Brief mit voller Anschrift, ich habe ihn mitfotografiert.',
    answers: { what: ['bulky', 'tyres'], amount: 'car' },
    scene: 'dump',
    supporters: 3,
    plan: [
      ...begin('cleaning', 'Danke. Den Brief haben wir gesichert, um den Absender kümmert sich das Ordnungsamt.', 3),
      plan('Die Kolonne holt am Freitag alles ab.', 5),
    ],
  },
  {
    ...path,
    minute: 1010,
    text: 'Da liegt Sperrmüll auf dem Weg, seit der Kowalczyk aus der Nummer 14 seinen Keller räumt. Die Matratze kenne ich von seinem Balkon.',
    answers: { what: ['bulky'], amount: 'car' },
    plan: begin('cleaning', 'Wir holen den Sperrmüll ab.', 3),
  },
  {
    ...path,
    minute: 1275,
    text: 'Wer das war, weiß hier jeder. Dieses Pack hat noch nie eine Mülltonne von innen gesehen und gehört aus der Stadt gejagt!',
    answers: { what: ['bulky'], amount: 'truck' },
    byMail: { name: 'Volker Zank', email: 'v.zank@post.example' },
    plan: begin('cleaning', 'Wir holen den Sperrmüll ab.', 3),
  },
]
