import { type DemoText, say, winter } from './text.ts'

export const lightTexts: readonly DemoText[] = [
  say('lamp', 'lamp', 'Laterne {asset} ist [seit drei Tagen|seit Sonntag|seit über einer Woche] aus.', { answers: { fault: 'off' } }),
  say(
    'lamp',
    'lamp',
    'Die Lampe vor unserem Schlafzimmer [flackert|blinkt] die ganze Nacht wie eine Disco. [Wir schlafen schon im Wohnzimmer.|Bitte, bitte, bitte reparieren.]',
    { answers: { fault: 'flicker' } },
  ),
  say('lamp', 'lamp', 'Diese Laterne brennt [Tag und Nacht|auch mittags]. Schade um den Strom.', {
    answers: { fault: 'day' },
    scene: 'none',
  }),
  say(
    'lamp',
    'street',
    'In der ganzen Straße sind [fünf|sechs|die] Laternen dunkel. Meine Tochter kommt um halb sieben vom Training und traut sich nicht mehr allein heim.',
    { answers: { fault: 'several' }, months: winter },
  ),
  say(
    'lamp',
    'lamp',
    'Ein Lieferwagen hat den Laternenmast [angefahren|gestreift]. Er steht jetzt schief, Nummer {asset}. Der Fahrer ist weitergefahren.',
    { answers: { fault: 'leaning' } },
  ),
  say('lamp', 'lamp', 'Lampe aus. Nummer am Mast: {asset}.', { answers: { fault: 'off' }, scene: 'none' }),
  say('lamp', 'lamp', 'Das Glas der Laterne ist [zerbrochen|eingeworfen] und das Licht geht nicht mehr. Scherben habe ich weggefegt.', {
    answers: { fault: 'off' },
  }),
  say(
    'lamp',
    'park',
    'Am Parkeingang geht die Laterne immer nach ein paar Minuten aus und [später wieder an|dann wieder an]. Vielleicht ein Wackelkontakt? Viele Grüße von einem ehemaligen Elektriker.',
    { answers: { fault: 'flicker' } },
  ),
  say(
    'signal',
    'crossing',
    'Ampel [komplett aus|ausgefallen], [im Berufsverkehr|mitten im Feierabend]. Es geht gerade so, weil alle vorsichtig sind.',
    { answers: { fault: 'off' } },
  ),
  say(
    'signal',
    'crossing',
    'Ich bin blind und überquere diese Kreuzung täglich. Das Tonsignal der Ampel ist [seit Montag|seit einigen Tagen] stumm. Ich kann dort nicht sicher hinüber und muss einen Umweg von 600 Metern gehen.',
    {
      answers: { fault: 'sound' },
      scene: 'none',
    },
  ),
  say(
    'signal',
    'crossing',
    'Der Drücker an der Fußgängerampel reagiert nicht. Man wartet und wartet. [Die Schulkinder gehen dann bei Rot.|Irgendwann geht jeder bei Rot.]',
    { answers: { fault: 'button' } },
  ),
  say(
    'signal',
    'crossing',
    'Grünphase für Fußgänger ist viel zu kurz. [Meine Großmutter kommt nur bis zur Mitte.|Mit Rollator schafft man es nicht.]',
    { answers: { fault: 'short' }, scene: 'none' },
  ),
  say('signal', 'crossing', 'Rotes Licht fehlt bei der Ampel Richtung [Bahnhof|Innenstadt]. Man sieht nur, wenn grün ist.', {
    answers: { fault: 'bulb' },
  }),
  say(
    'darkspot',
    'path',
    'Der Weg hinter [der Turnhalle|dem Bahnhof] ist stockdunkel. Ich [gehe|laufe] dort jeden Abend mit der Handylampe.',
    { months: winter },
  ),
  say(
    'darkspot',
    'landmark',
    'In der Unterführung brennt nur noch eine von vier Lampen. Abends ist es dort [unheimlich|wirklich unangenehm], viele Frauen meiden sie.',
  ),
  say(
    'darkspot',
    'lamp',
    'Die Äste der Linde sind so dicht um Laterne {asset} gewachsen, dass [kein Licht mehr unten ankommt|nur noch der Baum beleuchtet wird]. Hübsch, aber unpraktisch.',
    { answers: { hidden: true }, months: [5, 6, 7, 8, 9, 10] },
  ),
  say(
    'darkspot',
    'stop',
    'An der Haltestelle gibt es kein Licht. Der Bus fährt [öfter|manchmal] vorbei, weil der Fahrer uns nicht sieht.',
    { months: winter },
  ),
  say(
    'darkspot',
    'path',
    'Fußweg zum Neubaugebiet: 200 Meter ohne eine einzige Lampe. [Wann kommt da was?|Ist da etwas geplant?] Ich frage für etwa 80 Familien.',
  ),
]
