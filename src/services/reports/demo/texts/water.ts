import { type DemoText, say, summer } from './text.ts'

export const waterTexts: readonly DemoText[] = [
  say('gully', 'street', 'Gully verstopft. Bei jedem Regen steht die Straße [unter Wasser|10 cm tief unter Wasser].', {
    answers: { fault: 'blocked' },
  }),
  say(
    'gully',
    'address',
    'Der Kanaldeckel vor {number} klappert bei jedem Auto. Klack-klack, die ganze Nacht. [Ich bin am Ende.|Ich zähle schon mit: 214 Mal gestern Nacht.]',
    { answers: { fault: 'rattle' }, scene: 'none' },
  ),
  say(
    'gully',
    'crossing',
    'Nach dem Gewitter lief das Wasser aus dem Gully heraus statt hinein. [Unser Keller war feucht.|Die ganze Kreuzung war ein See.]',
    { answers: { fault: 'blocked' }, months: summer },
  ),
  say('gully', 'street', 'Es stinkt aus dem Kanal, vor allem [morgens|bei Hitze]. Man kann kein Fenster aufmachen.', {
    answers: { fault: 'smell' },
    months: summer,
    scene: 'none',
  }),
  say('gully', 'path', 'Riesige Pfütze am Radweg, die [nie|wochenlang nicht] wegläuft. Ich glaube, der Ablauf ist zu tief voll Schlamm.', {
    answers: { fault: 'blocked' },
  }),
  say('fountain', 'landmark', 'Der Brunnen am Markt läuft nicht. [Bei 34 Grad!|Schade, gerade jetzt.] Die Kinder haben sich so gefreut.', {
    months: summer,
  }),
  say('fountain', 'landmark', 'Trinkbrunnen tropft nur noch. Um eine Flasche zu füllen, braucht man [fünf Minuten|ewig].', {
    answers: { drinking: true },
    months: summer,
  }),
  say('fountain', 'landmark', 'Jemand hat Spülmittel in den Brunnen gekippt. [Der halbe Platz ist voll Schaum.|Lustig sieht es ja aus.]', {
    months: summer,
    scene: 'none',
  }),
  say('fountain', 'park', 'Die Handpumpe am Wasserspielplatz lässt sich nicht mehr bewegen. [Verrostet?|Hat wohl Sand abbekommen.]', {
    months: summer,
    scene: 'none',
  }),
  say('fountain', 'landmark', 'Das Wasser im Brunnen ist [grün|trüb und grün] und riecht. Letztes Jahr war es auch so.', {
    months: summer,
    scene: 'none',
  }),
  say('stream', 'water', 'Im Bach hängt ein [Einkaufswagen|Fahrrad] fest, dahinter staut sich der ganze Müll.', {
    answers: { what: 'rubbish' },
  }),
  say('stream', 'water', 'Am Ufer ist ein Stück vom Weg [weggebrochen|abgerutscht], nach dem Hochwasser. Da fehlt bestimmt ein Meter.', {
    answers: { what: 'bank' },
    months: [1, 2, 3, 6, 7],
  }),
  say(
    'stream',
    'water',
    'Teich ist von Algen zugewachsen, die Enten [waten eher, als dass sie schwimmen|sind grün]. Tote Fische habe ich keine gesehen.',
    { answers: { what: 'algae' }, months: summer },
  ),
  say('stream', 'water', 'Am Steg fehlen [zwei|drei] Bretter. Wir legen dort mit den Kanus vom Verein an.', {
    answers: { what: 'bank' },
    months: summer,
  }),
  say('stream', 'water', 'Das Wasser ist hinter dem Rohr [milchig weiß|grau]. Heute um halb acht gesehen, da kam es noch heraus.', {
    answers: { what: 'algae' },
  }),
]
