import { type DemoText, say, summer } from './text.ts'

export const playTexts: readonly DemoText[] = [
  say(
    'playground',
    'playground',
    'Eine Kette der Schaukel ist gerissen. [Ich habe die Schaukel hochgebunden.|Sie hängt nur noch an einer Seite.]',
    { answers: { device: 'Schaukel', hurt: true } },
  ),
  say(
    'playground',
    'playground',
    'die rutsche hat unten ein [scharfes|kaputtes] blech. meine tochter hat sich die hose und das bein aufgerissen',
    { answers: { device: 'Rutsche', hurt: true }, scene: 'none' },
  ),
  say(
    'playground',
    'playground',
    'Die Seilbahn bleibt [in der Mitte|nach drei Metern] stehen. Alle Kinder im Viertel vermissen sie! (Ich auch, ich bin 9.)',
    { answers: { device: 'Seilbahn', hurt: false }, scene: 'none' },
  ),
  say(
    'playground',
    'playground',
    'Tor vom Spielplatz schließt nicht mehr. Direkt daneben ist die Straße. [Zweijährige sind schnell.|Gestern ist ein Kind hinausgelaufen.]',
    { answers: { device: 'Tor', hurt: true }, scene: 'none' },
  ),
  say('playground', 'playground', 'Im Holz vom Kletterturm sind lange Splitter, und eine Schraube steht [2 cm|fingerbreit] heraus.', {
    answers: { device: 'Kletterturm', hurt: true },
    scene: 'none',
  }),
  say('playground', 'playground', 'Der Sand im Sandkasten ist [steinhart und schmutzig|voller Kippen]. Wann wird er getauscht?', {
    answers: { device: 'Sandkasten', hurt: false },
    months: [3, 4, 5, 6],
    scene: 'none',
  }),
  say(
    'playground',
    'playground',
    'Schaukelsitz fehlt. [Wahrscheinlich geklaut?!|Seit den Ferien schon.] Unsere Kita kommt jeden Mittwoch und die Kinder streiten um die eine, die noch da ist.',
    { answers: { device: 'Schaukel', hurt: false } },
  ),
  say('sports', 'park', 'Das Tornetz auf dem Bolzplatz ist [zerrissen|völlig kaputt]. Der Ball landet jedes Mal im Bach.', {
    answers: { usable: 'partly' },
  }),
  say('sports', 'park', 'Basketballkorb hängt schief. [Zwei Schrauben fehlen.|Der nächste Dunk und er fällt.]', {
    answers: { usable: 'partly' },
    scene: 'none',
  }),
  say(
    'sports',
    'park',
    'Auf der Skateanlage hat die große Rampe ein Loch in der Platte. Wenn man da mit der Rolle reinkommt, [gute Nacht|fliegt man].',
    { answers: { usable: 'no' }, months: summer, scene: 'none' },
  ),
  say('sports', 'park', 'Tischtennisplatte: Die Netze aus Blech sind [verbogen|weg]. Wir spielen über Rucksäcke.', {
    answers: { usable: 'partly' },
    scene: 'none',
  }),
  say(
    'sports',
    'landmark',
    'Die Laufbahn hat hinten in der Kurve große Blasen. Unsere D-Jugend trainiert da [dienstags|montags und mittwochs].',
    { answers: { usable: 'partly' }, scene: 'none' },
  ),
]
