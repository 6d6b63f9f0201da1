import { autumn, type DemoText, say, summer, winter } from './text.ts'

export const greenTexts: readonly DemoText[] = [
  say('tree', 'tree', 'Von Baum {asset} ist ein [großer|dicker] Ast abgebrochen und hängt noch in der Krone. Darunter ist ein Gehweg.', {
    answers: { state: 'branch' },
    scene: 'none',
  }),
  say('tree', 'park', 'Umgestürzter Baum liegt quer über dem Weg. [Man muss durchs Gebüsch klettern.|Mit dem Rad kein Durchkommen.]', {
    answers: { state: 'fallen' },
  }),
  say(
    'tree',
    'tree',
    'Der junge Baum vor unserem Haus lässt die Blätter hängen. [Wir gießen schon mit, aber es reicht nicht.|Darf man als Anwohner gießen?] Nummer {asset}.',
    { answers: { state: 'water' }, months: summer, scene: 'none' },
  ),
  say(
    'tree',
    'tree',
    'Die alte Kastanie hat [kaum noch Laub|schon im Juli braune Blätter]. Ich kenne den Baum seit 60 Jahren und mache mir Sorgen. Bitte nicht gleich fällen, sondern erst anschauen.',
    { answers: { state: 'dead' }, months: summer, scene: 'none' },
  ),
  say('tree', 'street', 'Nach dem Sturm liegen [dicke Äste|Äste] auf der Straße, ich habe sie an den Rand gezogen.', {
    answers: { state: 'branch' },
  }),
  say(
    'tree',
    'tree',
    'An der Linde wachsen unten große Pilze aus dem Stamm. [Hallimasch, wenn ich richtig sehe.|Ist der Baum noch sicher?]',
    { answers: { state: 'dead' }, months: autumn, scene: 'none' },
  ),
  say(
    'hedge',
    'path',
    'Brombeeren wachsen über den halben Weg. [Mit kurzen Hosen kommt man zerkratzt an.|Letztes Jahr habe ich selbst geschnitten, heuer kann ich nicht mehr.]',
    { months: summer },
  ),
  say(
    'hedge',
    'crossing',
    'Die Hecke verdeckt die Sicht beim Abbiegen. [Man muss bis auf die Straße vorfahren, um etwas zu sehen.|Gestern hätte es fast gekracht.]',
    { months: [5, 6, 7, 8, 9, 10] },
  ),
  say(
    'hedge',
    'address',
    'Die Hecke bei {street} {number} ragt so weit auf den Gehweg, dass [zwei Personen nicht aneinander vorbeikommen|ich mit dem Rollstuhl auf die Straße muss].',
    { answers: { private: true } },
  ),
  say('hedge', 'street', 'Das Tempo-30-Schild ist [völlig zugewachsen|hinter Zweigen verschwunden].', { months: summer, scene: 'none' }),
  say(
    'hedge',
    'playground',
    'Am Zaun vom Spielplatz wächst etwas mit [roten Beeren|schwarzen Beeren]. Ist das giftig? Mein Kleiner steckt alles in den Mund.',
    { months: autumn, scene: 'none' },
  ),
  say('weeds', 'landmark', 'Das Beet vor [der Kirche|der Bücherei] ist völlig verwildert. Früher war das ein Schmuckstück.', {
    months: summer,
  }),
  say(
    'weeds',
    'street',
    'Aus den Fugen wächst das Unkraut kniehoch. [Sieht aus wie eine Geisterstadt.|Man denkt, hier wohnt keiner mehr.]',
    { months: summer },
  ),
  say(
    'weeds',
    'park',
    'Bitte die Wiese NICHT mähen! [Da brüten gerade Feldlerchen.|Da blüht gerade alles und summt.] Nur als Bitte, weil beim letzten Mal der Mäher kam.',
    { months: [4, 5, 6], scene: 'none' },
  ),
  say('weeds', 'playground', 'Rund um die Rutsche stehen [hüfthohe Brennnesseln|Disteln]. Mein Sohn hat Quaddeln am ganzen Bein.', {
    months: summer,
  }),
  say('weeds', 'street', 'Verkehrsinsel: Gras so hoch, dass man [die Autos nicht mehr sieht|Kinder dahinter nicht sieht].', {
    months: summer,
  }),
  say(
    'pest',
    'playground',
    'Wespennest im Balken vom Klettergerüst. [Ein Kind wurde gestochen, es geht ihm gut.|Heute habe ich etwa 30 Wespen gezählt.]',
    { answers: { animal: 'wasps' }, months: [6, 7, 8, 9], scene: 'wasps' },
  ),
  say('pest', 'street', 'Abends laufen Ratten [bei den Müllcontainern|am Bachufer]. Ich habe [drei|fünf] auf einmal gesehen.', {
    answers: { animal: 'rats' },
  }),
  say(
    'pest',
    'tree',
    'An der Eiche {asset} sind weiße Gespinste mit haarigen Raupen. [Wir haben alle Ausschlag.|Ich glaube, das sind die gefährlichen.]',
    { answers: { animal: 'caterpillars' }, months: [5, 6, 7] },
  ),
  say(
    'pest',
    'tree',
    'Am Straßenbaum hängt ein Bienenschwarm, groß wie ein Fußball. [Wunderschön! Aber vielleicht kennt jemand einen Imker?|Kommt da jemand vom Imkerverein?]',
    { answers: { animal: 'bees' }, months: [5, 6], scene: 'wasps' },
  ),
  say(
    'pest',
    'landmark',
    'Am Bahnhof füttern Leute die Tauben, und alles ist [voll Kot|verdreckt]. Die Bänke kann man nicht mehr benutzen.',
    { answers: { animal: 'other' } },
  ),
  say('leaves', 'path', 'Das nasse Laub auf dem Radweg ist [rutschig wie Seife|glatter als Eis]. Ich bin in der Kurve weggerutscht.', {
    months: autumn,
  }),
  say('leaves', 'street', 'Die Laubsäcke stehen seit [zwei Wochen|zehn Tagen] am Straßenrand. Werden sie noch abgeholt?', {
    months: autumn,
  }),
  say(
    'leaves',
    'landmark',
    'Auf der Treppe [zum Friedhof|am Markt] liegt so viel Laub, dass man die Stufen nicht erkennt. Viele ältere Leute gehen dort.',
    { months: autumn },
  ),
  say('leaves', 'street', 'Laubbläser um 6:40 Uhr. Samstag. [Muss das sein?|Ich war Nachtschicht.] Ein Rechen ist leise.', {
    months: autumn,
    scene: 'none',
  }),
  say(
    'leaves',
    'street',
    'Laub verstopft alle Gullys in unserer Straße, beim nächsten Regen [läuft der Keller voll|steht hier alles]. Bitte vorher kehren.',
    { months: [...autumn, ...winter.slice(0, 1)] },
  ),
]
