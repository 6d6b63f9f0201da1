import { type DemoText, say, summer, winter } from './text.ts'

export const furnitureTexts: readonly DemoText[] = [
  say(
    'bench',
    'bench',
    'An unserer Lieblingsbank fehlen [zwei|drei] Latten. Wir sitzen dort seit 20 Jahren jeden Abend, mein Mann und ich.',
  ),
  say('bench', 'park', 'Bank [kaputtgetreten|durchgebrochen]. Splitter überall.'),
  say(
    'bench',
    'bench',
    'Die Bank am Fluss wackelt so, dass ich mich [nicht mehr traue|nur noch am Rand hinsetze]. Ich bin 84 und brauche die Pause auf dem Weg zum Arzt.',
  ),
  say('bench', 'park', 'Der Picknicktisch ist morsch, [die Platte biegt sich|ein Bein ist ab].', { months: summer }),
  say(
    'bench',
    'landmark',
    'Warum wurden die Bänke am Markt abgebaut? Gestern waren sie noch da. [Kommen sie wieder?|Werden sie repariert?]',
    { scene: 'none' },
  ),
  say('shelter', 'stop', 'Scheibe vom Wartehäuschen [eingeschlagen|zersprungen]. Es zieht und überall liegt Glas.'),
  say('shelter', 'stop', 'Fahrplan [ist der vom letzten Jahr|fehlt]. Nicht jeder hat ein Handy mit Internet!', { scene: 'none' }),
  say('shelter', 'stop', 'Die Anzeige zeigt seit Tagen „Bitte Ansage beachten“. [Es gibt keine Ansage.|Welche Ansage?]', { scene: 'none' }),
  say('shelter', 'stop', 'Dach undicht. Es tropft [genau auf die Sitzbank|einem in den Nacken].', { scene: 'none' }),
  say('shelter', 'stop', 'Sitz im Bushäuschen abgebrochen. Der Bus kommt [stündlich|nur alle 40 Minuten], da will man sitzen.', {
    scene: 'bench',
  }),
  say(
    'building',
    'landmark',
    'Die öffentliche Toilette am Markt ist [abgeschlossen|seit Tagen zu]. Für ältere Menschen ist das ein echtes Problem. Der Bäcker lässt uns auf seine, aber das ist keine Lösung.',
    { answers: { closed: true }, scene: 'none' },
  ),
  say('building', 'landmark', 'An der Turnhalle läuft die Dachrinne über und das Wasser rinnt [an der Wand herunter|in den Eingang].', {
    answers: { closed: false },
    scene: 'none',
  }),
  say(
    'building',
    'landmark',
    'Die Heizung in der Grundschule ist [ausgefallen|seit Montag kalt]. Die Kinder sitzen mit Jacken da. Klasse 3b friert.',
    { answers: { closed: false }, months: winter, scene: 'none' },
  ),
  say(
    'building',
    'landmark',
    'Geländer an der Rathaustreppe ist lose. [Es hängt nur noch an einer Schraube.|Wenn sich da jemand festhält, fällt er mit dem Geländer um.]',
    { answers: { closed: false }, scene: 'none' },
  ),
  say('building', 'landmark', 'Automatische Tür der Bücherei geht nur [halb|jedes zweite Mal] auf.', {
    answers: { closed: false },
    scene: 'none',
  }),
  say(
    'access',
    'landmark',
    'Der Aufzug am Bahnhof ist [wieder|schon wieder|seit gestern] außer Betrieb. Ich sitze im Rollstuhl und komme nicht zum Gleis. Der Umweg wäre der nächste Bahnhof, 14 Kilometer.',
    { answers: { kind: 'lift' }, scene: 'none' },
  ),
  say(
    'access',
    'crossing',
    'Bordstein ist hier nicht abgesenkt, [auf der anderen Straßenseite schon|gegenüber schon]. Ich komme also hinüber, aber nicht hinauf.',
    { answers: { kind: 'kerb' }, scene: 'none' },
  ),
  say('access', 'path', 'Die Schranke am Parkeingang ist so eng, dass [kein Rollstuhl|kein Zwillingskinderwagen] durchpasst.', {
    answers: { kind: 'narrow' },
    scene: 'none',
  }),
  say('access', 'stop', 'Die Leitlinie am Boden endet [an einem Fahrradständer|vor einer Werbetafel]. Wer hat das geplant?', {
    answers: { kind: 'guide' },
    scene: 'none',
  }),
  say(
    'access',
    'landmark',
    'Die Rampe am Bürgerbüro ist mit [Blumenkübeln|Fahrrädern] zugestellt. Gut gemeint, aber ich komme nicht hinein.',
    { answers: { kind: 'narrow' }, scene: 'none' },
  ),
  say('other', 'landmark', 'Die Turmuhr geht [sieben|vier] Minuten vor. Ich verpasse deswegen nie den Bus, aber es stört mich.', {
    scene: 'none',
  }),
  say(
    'other',
    'park',
    'Jemand stellt nachts kleine gehäkelte Figuren in den Park. Das ist kein Schaden. Ich wollte nur sagen: [Bitte nicht wegräumen!|Bitte lassen Sie sie stehen!]',
    { scene: 'none' },
  ),
  say('other', 'street', 'Seit der Umstellung klingelt das Glockenspiel [um 5:45 Uhr|noch vor sechs]. War das Absicht?', { scene: 'none' }),
  say('other', 'landmark', 'Der Geldautomat am Markt piept die ganze Nacht. Ich weiß nicht, wem ich das sonst sagen soll.', {
    scene: 'none',
  }),
  say(
    'other',
    'street',
    'Auf der Straße liegt eine lange Ölspur, [vom Kreisverkehr bis zur Tankstelle|ungefähr 200 Meter]. Motorradfahrer, passt auf!',
    { scene: 'none' },
  ),
  say(
    'other',
    'water',
    'Mein Drachen hängt im Baum am Wehr. Können Sie den mit der großen Leiter holen? Er ist rot mit einem Hai. Paul, [8|7] Jahre.',
    { scene: 'none', months: [9, 10] },
  ),
]
