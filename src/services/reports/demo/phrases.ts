import type { ReasonCode } from './report.ts'

/** What the town says. German is the town's language; questions to people who wrote in English are asked in English. */

export const acceptedPhrases = [
  'Danke für den Hinweis. Wir schauen uns die Stelle in den nächsten Tagen an.',
  'Vielen Dank. Wir haben die Meldung übernommen und in den Arbeitsplan aufgenommen.',
  'Danke, das ist bei uns richtig. Wir kümmern uns darum.',
  'Danke für das gute Foto, damit finden wir die Stelle sofort.',
  'Ihre Meldung ist angekommen. Ein Kollege fährt vorbei und entscheidet, was zu tun ist.',
]

export const plannedPhrases = [
  'Die Arbeit ist eingeplant. Wenn das Wetter hält, sind wir [nächste Woche|in den nächsten zehn Tagen] da.',
  'Wir haben das Material bestellt. Sobald es da ist, geht es los.',
  'Der Auftrag steht im Wochenplan der Kolonne.',
  'Wir erledigen das zusammen mit zwei Stellen in der Nähe, dann müssen wir nur einmal sperren.',
]

export const startedPhrases = [
  'Die Kolonne ist unterwegs.',
  'Die Arbeiten haben begonnen.',
  'Wir sind vor Ort. Bitte gehen Sie vorsichtig vorbei.',
]

export const handedOutPhrases = [
  'Den Auftrag hat eine Fachfirma bekommen. Wir bleiben verantwortlich und berichten hier.',
  'Dafür brauchen wir Spezialgerät. Eine Firma aus der Region übernimmt die Arbeit.',
]

export const reportedBackPhrases = ['Firma meldet fertig, Abnahme steht aus.', 'Rückmeldung der Firma mit Foto. Schaue ich mir morgen an.']

export const rejectedPhrases = [
  'Nicht unser Bestand laut Kataster. Zurück an die Leitstelle.',
  'Fläche gehört nicht zu uns. Bitte neu zuordnen.',
  'Sachlich andere Stelle zuständig, Karte liegt bei.',
]

export const triagePhrases = ['Keine Regel passt: Lage und Art widersprechen sich.', 'Ort liegt genau auf der Grenze zweier Reviere.']

export const notePhrases = [
  'Vor Ort gewesen, Maße genommen. Zwei Leute, halber Tag.',
  'Angerufen im Revier: Wagen ist in der Werkstatt, frühestens übermorgen.',
  'Stelle war schon im letzten Jahr dran. Ursache prüfen, nicht nur flicken.',
  'Absperrung gestellt, zwei Baken.',
  'Material im Lager vorhanden.',
  'Mit Nachbaramt abgesprochen, wir machen es gleich mit.',
  'Achtung Schulweg: vor 7:30 Uhr oder nach 9 Uhr arbeiten.',
  'Anwohnerin vor Ort getroffen, sehr freundlich, Kaffee bekommen.',
  'Foto passt nicht ganz zum angegebenen Punkt, Stelle liegt etwa 15 Meter weiter.',
  'Bitte bei der nächsten Runde mitnehmen.',
]

export const vetoPhrases = [
  'Leider ist es schon wieder wie vorher. Ich war gerade dort.',
  'Erledigt? Nein. Ich stehe davor, es hat sich nichts geändert.',
  'Es wurde nur die Hälfte gemacht. Die linke Seite ist noch kaputt.',
]

export const reopenedPhrases = [
  'Danke für den Einspruch. Wir sehen noch einmal nach.',
  'Sie haben recht, da ist etwas liegen geblieben. Wir kommen noch einmal.',
]

/** Question of the town, and what was answered. */
export const questionPhrases: readonly { category?: string; ask: string; answer: string }[] = [
  {
    ask: 'Wir haben die Stelle nicht gefunden. Ist es auf der Seite mit den geraden Hausnummern?',
    answer: 'Ja, gerade Seite, ungefähr gegenüber vom Briefkasten.',
  },
  {
    ask: 'Können Sie uns bitte noch ein Foto aus etwas mehr Abstand schicken?',
    answer: 'Klar, ist angehängt. Man sieht rechts den Eingang als Orientierung.',
  },
  {
    ask: 'Ist der Schaden noch da? Unser Team hat heute nichts gesehen.',
    answer: 'Ja, aber man sieht es nur, wenn man von der anderen Seite kommt.',
  },
  {
    category: 'lamp',
    ask: 'Welche Nummer steht am Mast? Dort stehen drei Laternen eng beieinander.',
    answer: 'Die Nummer ist überklebt. Es ist die mittlere, direkt am Übergang.',
  },
  {
    category: 'signal',
    ask: 'Zu welcher Uhrzeit fällt Ihnen das auf? Nachts läuft ein anderes Programm.',
    answer: 'Morgens zwischen sieben und halb acht, an Schultagen.',
  },
  { category: 'tree', ask: 'Hängt der Ast über dem Weg oder über der Wiese?', answer: 'Über dem Weg. Wir haben ein Flatterband gespannt.' },
  {
    category: 'pest',
    ask: 'Wie hoch hängt das Nest ungefähr, und fliegen die Tiere aus einem Loch im Holz?',
    answer: 'Etwa zwei Meter hoch, sie kommen aus dem Balken links.',
  },
  {
    category: 'dump',
    ask: 'Haben Sie gesehen, wer das abgeladen hat? Sie müssen nicht antworten.',
    answer: 'Nein, es lag am Morgen einfach da. Gegen Mitternacht habe ich einen Transporter gehört.',
  },
  {
    category: 'gully',
    ask: 'Läuft das Wasser nach dem Regen langsam ab oder gar nicht?',
    answer: 'Gar nicht. Am nächsten Tag steht es immer noch da.',
  },
  {
    category: 'playground',
    ask: 'Welches der beiden Geräte ist gemeint, das vordere oder das am Zaun?',
    answer: 'Das am Zaun, mit dem roten Dach.',
  },
]

export const englishQuestions: readonly { ask: string; answer: string }[] = [
  { ask: 'Thank you. Could you tell us which side of the street it is on?', answer: 'The side with the pharmacy, close to the corner.' },
  { ask: 'Is it still there? Our team could not find it today.', answer: 'Yes, I passed it an hour ago. It is behind the bus shelter.' },
]

export const endedPhrases: Record<ReasonCode, readonly string[]> = {
  notOurs: [
    'Die Fläche gehört der Bahn. Wir haben Ihre Meldung mit Foto dorthin weitergegeben.',
    'Diese Anlage betreibt nicht die Stadt. Wir haben den Betreiber benachrichtigt.',
  ],
  otherAuthority: [
    'Das ist eine Landesstraße. Zuständig ist der Landesbetrieb; er hat Ihre Meldung heute von uns bekommen.',
    'Für dieses Gewässer ist das Landratsamt zuständig. Wir haben alles weitergeleitet.',
  ],
  privateGround: ['Die Stelle liegt auf privatem Grund. Wir haben den Eigentümer angeschrieben, selbst dürfen wir dort nicht arbeiten.'],
  noDefect: [
    'Wir waren vor Ort und haben gemessen: Die Anlage arbeitet, wie sie soll. Danke trotzdem fürs Hinschauen.',
    'Das ist so gewollt: Die Fläche wird nur zweimal im Jahr gemäht, damit Insekten Nahrung finden.',
  ],
  notFound: ['Wir haben zweimal gesucht und nichts gefunden. Wenn es noch da ist, schreiben Sie uns bitte mit Foto noch einmal.'],
  alreadyPlanned: ['Die ganze Straße wird im nächsten Jahr erneuert. Bis dahin sichern wir die Stelle, reparieren sie aber nicht einzeln.'],
  noBudget: [
    'Dafür reicht das Geld in diesem Jahr nicht. Der Wunsch steht auf der Liste für den nächsten Haushalt, über die der Rat öffentlich berät.',
  ],
  notLawful: ['Ein Schild dürfen wir hier nach der Straßenverkehrs-Ordnung nicht aufstellen. Die Gründe stehen in unserer Antwort.'],
  duplicate: ['Diese Stelle ist schon gemeldet. Wir haben Ihre Meldung damit verbunden, Sie erfahren jeden Schritt.'],
  noAnswer: ['Wir konnten die Stelle nicht finden und haben auf unsere Rückfrage keine Antwort bekommen.'],
  withdrawn: ['Die meldende Person hat die Meldung zurückgezogen: Der Schaden war am nächsten Tag behoben.'],
  abuse: ['Die Meldung enthielt nur Beleidigungen und wurde geschlossen.'],
  handledByEmergency: ['Die Feuerwehr war schon da und hat die Gefahr beseitigt.'],
}
