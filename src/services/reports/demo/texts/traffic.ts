import { type DemoText, say } from './text.ts'

export const trafficTexts: readonly DemoText[] = [
  say(
    'sign',
    'crossing',
    'Vorfahrtschild ist [umgefahren|verdreht], jetzt haben laut Schild beide Seiten Vorfahrt. [Spannend.|Das geht nicht lange gut.]',
    { answers: { kind: 'traffic' } },
  ),
  say('sign', 'street', 'Das Straßenschild fehlt. Der Rettungswagen hat uns letzte Woche [gesucht|erst nach fünf Minuten gefunden].', {
    answers: { kind: 'street' },
    scene: 'none',
  }),
  say(
    'sign',
    'street',
    'Verkehrszeichen steht so schief, dass es [bald umkippt|in den Radweg ragt]. Ich habe mir den Kopf daran gestoßen (1,92 m).',
    { answers: { kind: 'traffic' } },
  ),
  say('sign', 'crossing', 'Der Spiegel an der Ausfahrt ist [blind|zerbrochen]. Ohne ihn sieht man nichts von rechts.', {
    answers: { kind: 'mirror' },
    scene: 'none',
  }),
  say('sign', 'landmark', 'Wegweiser „Schwimmbad“ zeigt zum Friedhof. [Mein Enkel fand es lustig.|Ein Scherzkeks war am Werk.]', {
    answers: { kind: 'guide' },
  }),
  say('parking', 'street', 'Jeden [Abend|Freitag] ist der Gehweg zugeparkt. Mit dem Doppelkinderwagen muss ich auf die Straße.', {
    answers: { when: 'evening' },
    scene: 'none',
  }),
  say(
    'parking',
    'landmark',
    'Vor der Schule halten morgens die Autos in zweiter Reihe. [Wir Eltern sind selbst schuld, aber jemand muss einmal durchgreifen.|Elterntaxi-Chaos von 7:35 bis 7:55.]',
    { answers: { when: 'morning' }, scene: 'none' },
  ),
  say(
    'parking',
    'street',
    'Feuerwehrzufahrt ist am Wochenende immer dicht. Als Feuerwehrmann sage ich: Wenn es brennt, [kommen wir da nicht durch|kostet das Minuten].',
    { answers: { when: 'weekend' }, scene: 'none' },
  ),
  say(
    'parking',
    'street',
    'Der Platz für Menschen mit Behinderung wird [dauernd|fast jeden Tag] von Lieferwagen benutzt. „Nur fünf Minuten“ dauert dort eine Stunde.',
    { answers: { when: 'always' }, scene: 'none' },
  ),
  say(
    'parking',
    'crossing',
    'Autos parken bis in die Kurve. Der Müllwagen ist [zweimal|schon wieder] umgedreht und unsere Tonnen stehen voll da.',
    { answers: { when: 'always' }, scene: 'none' },
  ),
  say('scooter', 'street', '[Drei|Vier] E-Roller liegen quer auf dem Gehweg.', { scene: 'scooter' }),
  say(
    'scooter',
    'landmark',
    'Leihroller steht genau auf der Leitlinie für blinde Menschen. Ich habe mir das Schienbein gestoßen. [Das passiert jede Woche.|Bitte sprechen Sie mit dem Anbieter.]',
  ),
  say('scooter', 'water', 'Ein E-Scooter liegt im [Fluss|Teich]. Akku inklusive. Da freuen sich die Fische.', { scene: 'none' }),
  say('scooter', 'stop', 'An der Haltestelle sind so viele Roller abgestellt, dass man [nicht mehr zum Bus kommt|Slalom läuft].'),
  say('scooter', 'address', 'Roller steht seit [neun|zehn|zwölf] Tagen vor unserer Haustür, {street} {number}. Batterie ist längst leer.', {
    answers: { operator: 'weiß ich nicht, er ist grün' },
  }),
  say('wreck', 'street', 'Seit [Monaten|dem Sommer] steht hier ein Auto ohne Kennzeichen. Die Reifen sind platt, innen wächst Schimmel.', {
    answers: { kind: 'car' },
  }),
  say(
    'wreck',
    'landmark',
    'Am Bahnhof sind [mindestens 15|bestimmt 20] Fahrradleichen angekettet. Für richtige Räder ist kein Platz mehr.',
    { answers: { kind: 'bicycle' }, scene: 'none' },
  ),
  say(
    'wreck',
    'street',
    'Ein Wohnwagen parkt seit [dem Frühjahr|über einem Jahr] an derselben Stelle. Die Nachbarskatze hat darunter Junge bekommen.',
    { answers: { kind: 'trailer' }, scene: 'none' },
  ),
  say(
    'wreck',
    'street',
    'Autowrack: Scheibe eingeschlagen, [Stoßstange liegt daneben|Spiegel abgetreten]. Ich habe Angst, dass es jemand anzündet.',
    { answers: { kind: 'car' } },
  ),
  say('wreck', 'park', 'Schrottfahrrad im Gebüsch, ohne Vorderrad. [Kann weg.|Vielleicht für die Selbsthilfe-Werkstatt?]', {
    answers: { kind: 'bicycle' },
    scene: 'none',
  }),
]
