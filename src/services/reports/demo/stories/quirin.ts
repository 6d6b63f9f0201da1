import type { PlaceKind } from '../report.ts'
import { begin, done, end, note, plan, settle, start, type Told } from './tell.ts'

/** The night of the storm "Quirin": one big tree, and what else fell. */
const quirin = (category: string, place: PlaceKind, minute: number, text: string, told: Partial<Told> = {}): Told => ({
  story: 'storm-quirin',
  category,
  place,
  daysAgo: 143,
  months: [6, 7, 8],
  minute,
  text,
  plan: [
    ...begin('green', 'Wir wissen von dem Baum und sind mit der Feuerwehr unterwegs. Bitte halten Sie Abstand.', 1),
    end(
      'duplicate',
      'Dieser Baum wurde in der Sturmnacht mehrfach gemeldet. Wir haben Ihre Meldung verbunden, Sie erfahren jeden Schritt.',
      2,
    ),
  ],
  ...told,
})

const fallen = { state: 'fallen' }
const branch = { state: 'branch' }

export const quirinStories: readonly Told[] = [
  quirin(
    'tree',
    'street',
    1311,
    'Große Linde liegt quer über der Straße! Ein Auto steht darunter, es sitzt zum Glück niemand drin. Feuerwehr ist verständigt.',
    {
      who: 'nils.overbeck',
      answers: fallen,
      scene: 'tree',
      supporters: 27,
      plan: [
        ...begin('green', 'Wir sind mit zwei Kolonnen und der Feuerwehr vor Ort. Die Straße ist gesperrt.', 1),
        start('Der Stamm wird zerlegt. Vorher haben wir nachgesehen, ob Vögel oder Fledermäuse darin wohnen.', 2),
        note('Wurzelteller 3,40 m, Fäule im Kern, von außen nicht zu sehen. Gutachten für alle Linden der Reihe beauftragt.', 4),
        done('Die Straße ist frei. Im Herbst pflanzen wir drei junge Linden nach; aus dem Stamm wird eine Bank.', 6, 'tree'),
        settle,
      ],
    },
  ),
  quirin('tree', 'street', 1316, 'Hier ist gerade mit einem riesigen Krach ein Baum umgefallen. Wir haben gedacht, das Haus stürzt ein.', {
    answers: fallen,
  }),
  quirin('tree', 'street', 1319, 'baum auf straße!! kein durchkommen', { answers: fallen }),
  quirin('tree', 'street', 1324, 'A huge tree has come down and blocks the whole street. Everybody seems to be okay.', {
    locale: 'en',
    who: 'daniel.okafor',
    answers: fallen,
    scene: 'tree',
  }),
  quirin(
    'tree',
    'street',
    1330,
    'Der Bus der Linie 4 steht vor dem umgestürzten Baum und kann nicht wenden. 11 Fahrgäste, alle wohlauf. Ich bin der Fahrer.',
    { who: 'dariusz.kowalczyk', answers: fallen },
  ),
  quirin(
    'tree',
    'street',
    1344,
    'Die alte Linde ist gefallen, unter der mein Mann mir 1963 den Antrag gemacht hat. Ich weiß, Sie haben jetzt Wichtigeres zu tun. Könnte ich ein Stück Holz bekommen?',
    {
      who: 'anneliese.roettger',
      answers: fallen,
      supporters: 12,
      plan: [
        ...begin('green', 'Das machen wir sehr gern.', 4),
        done('Eine Scheibe vom Stamm liegt für Sie bereit, unsere Kollegin bringt sie am Freitag vorbei.', 16),
        settle,
      ],
    },
  ),
  quirin(
    'tree',
    'park',
    1352,
    'Im Park sind mehrere Äste abgebrochen, einer hängt noch oben. Ich habe den Weg mit meinem Fahrrad versperrt, holen Sie es bitte nicht ab :-)',
    {
      answers: branch,
      plan: [
        ...begin('green', 'Danke! Das Fahrrad bleibt stehen, bis wir da sind.', 2),
        start('Die Krone wird gesichert.', 8),
        done('Alles gesichert, Ihr Fahrrad lehnt am Eingang.', 4),
        settle,
      ],
    },
  ),
  quirin('signal', 'crossing', 1358, 'Ampel ist durch den Sturm verdreht und zeigt jetzt in den Himmel. Die Vögel haben Rot.', {
    answers: { fault: 'off' },
    scene: 'signal',
    plan: [
      ...begin('traffic', 'Danke, wir schalten die Anlage ab und stellen Schilder auf.', 1),
      start('Montage läuft.', 3),
      done('Ausgerichtet und festgezogen. Ampel läuft.', 2),
      settle,
    ],
  }),
  quirin(
    'sign',
    'street',
    1366,
    'Drei Verkehrsschilder liegen auf der Straße, dazu ein Trampolin. Das Trampolin ist bestimmt nicht Ihres.',
    {
      answers: { kind: 'traffic' },
      scene: 'sign',
      plan: [
        ...begin('traffic', 'Danke, wir räumen beides weg.', 2),
        done('Die Schilder stehen wieder. Das Trampolin wartet im Fundbüro auf seine Familie.', 8, 'sign'),
        settle,
      ],
    },
  ),
  quirin('site', 'street', 1372, 'Der Bauzaun ist auf ganzer Länge umgeweht und die Planen fliegen herum.', {
    answers: { kind: 'fallen' },
    scene: 'site',
    plan: [...begin('traffic', 'Wir haben die Baufirma geweckt.', 1), done('Der Zaun steht und ist mit Sandsäcken beschwert.', 3), settle],
  }),
  quirin('shelter', 'stop', 1379, 'Das Dach vom Wartehäuschen ist weg. Ich sehe es von meinem Fenster aus im Garten gegenüber liegen.', {
    answers: {},
    plan: [
      ...begin('buildings', 'Danke. Das Dach holen wir heute ab.', 2),
      plan('Ein neues Dach ist bestellt, Lieferzeit drei Wochen.'),
      done('Neues Dach, diesmal mit vier Schrauben mehr.', 110),
      settle,
    ],
  }),
  quirin('gully', 'street', 1388, 'Äste und Laub haben alle Gullys zugesetzt, das Wasser steht bis an die Haustüren.', {
    answers: { fault: 'blocked' },
    scene: 'gully',
    plan: [...begin('drainage', 'Der Spülwagen ist unterwegs.', 1), done('Sechs Abläufe gespült, das Wasser ist weg.', 3, 'gully'), settle],
  }),
  quirin('lamp', 'lamp', 1396, 'Ganze Straße dunkel seit 22:50 Uhr. Vermutlich Kurzschluss durch den Baum.', {
    answers: { fault: 'several' },
    plan: [
      ...begin('lighting', 'Danke, das Kabel wurde mitgerissen.', 1),
      start('Reparatur läuft.', 4),
      done('Alle 14 Laternen brennen wieder.', 5),
      settle,
    ],
  }),
  quirin(
    'tree',
    'tree',
    1421,
    'Der Storch sitzt noch im Nest, aber der Mast wackelt sehr. Können Sie morgen nachsehen? Der Sturm soll Quirin heißen. Unser Storch heißt Otto.',
    {
      who: 'marlies.entenmann',
      answers: branch,
      supporters: 19,
      plan: [
        ...begin('green', 'Wir sehen morgen als Erstes nach Otto.', 2),
        done('Mast abgespannt, Nest sicher. Otto hat zugesehen.', 5),
        settle,
      ],
    },
  ),
]
