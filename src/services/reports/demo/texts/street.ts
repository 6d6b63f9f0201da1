import { type DemoText, say, summer, winter } from './text.ts'

export const streetTexts: readonly DemoText[] = [
  say(
    'pothole',
    'address',
    'Vor Hausnummer {number} ist ein [tiefes|richtig tiefes|gefährliches] Schlagloch. [Gestern|Heute früh|Am Wochenende] ist ein Radfahrer fast gestürzt.',
    {
      answers: { size: 'wheel', depth: 9, lane: true },
    },
  ),
  say(
    'pothole',
    'street',
    'schlagloch, mitten auf der fahrbahn. [autos weichen auf die gegenspur aus|alle fahren drumherum|wird jeden tag größer].',
    { answers: { size: 'plate', lane: false } },
  ),
  say(
    'pothole',
    'street',
    'Seit dem letzten Frost [reißt|bröselt] der Asphalt an drei Stellen auf. Ich bin 30 Jahre auf dem Bau gewesen: Wenn da jetzt Wasser hineinläuft und es friert noch einmal, ist der ganze Belag hin. Bitte rechtzeitig vergießen, das ist billiger als neu machen.',
    { answers: { size: 'wheel', depth: 5 }, months: winter },
  ),
  say(
    'pothole',
    'crossing',
    'An der Kreuzung ist die Straße [abgesackt|eingesunken], genau über einem Kanal. [Man hört es hohl klingen, wenn der Bus drüberfährt.|Da stimmt unten etwas nicht.]',
    {
      answers: { size: 'wheel', depth: 12 },
    },
  ),
  say(
    'pothole',
    'address',
    'Das Loch vor unserer Einfahrt wurde [im Frühjahr|vor ein paar Wochen|schon zweimal] geflickt. Jetzt ist es wieder da, nur größer. So wird das nichts!',
    { answers: { size: 'plate', depth: 6 } },
  ),
  say(
    'pothole',
    'street',
    'Loch in der Straße, ungefähr so groß wie eine Pizza. [Reifen kaputt, 140 Euro.|Meine Felge hat jetzt einen Schlag.|Mein Kaffee ist im Auto verteilt.]',
    { answers: { size: 'plate', depth: 8 } },
  ),
  say(
    'pothole',
    'stop',
    'An der Bushaltestelle haben sich tiefe Spurrillen gebildet. Bei Regen [spritzt jeder Bus die Wartenden nass|steht man im Wasser]. Ich fahre die Linie selbst und bremse schon extra ab.',
    {
      answers: { size: 'wheel', depth: 7, lane: false },
    },
  ),
  say(
    'sidewalk',
    'address',
    'Vor dem Haus {number} wackelt eine Gehwegplatte. Ich gehe mit dem Rollator und [bin hängen geblieben|habe jedes Mal Angst]. Zum Glück ist nichts passiert.',
    { answers: { kind: 'loose', fall: false } },
  ),
  say(
    'sidewalk',
    'street',
    'Baumwurzeln haben den Gehweg [angehoben|hochgedrückt]. Die Kante ist [bestimmt 6 cm|so hoch wie eine Streichholzschachtel] hoch. Abends sieht man sie nicht.',
    { answers: { kind: 'roots' } },
  ),
  say(
    'sidewalk',
    'street',
    'Hier fehlen [vier|fünf|mehrere] Pflastersteine. Seit der Glasfaser-Baustelle wurde das Loch nur mit Sand aufgefüllt, und der ist längst weggespült.',
    { answers: { kind: 'missing' } },
  ),
  say(
    'sidewalk',
    'landmark',
    'Meine Mutter ist [am Dienstag|gestern|letzte Woche] auf dem kaputten Pflaster gestürzt. Handgelenk gebrochen. Ich möchte, dass sich das endlich jemand anschaut, bevor es den Nächsten trifft.',
    {
      answers: { kind: 'sunken', fall: true },
    },
  ),
  say(
    'sidewalk',
    'address',
    'Platte locker, {street} {number}. Wenn es geregnet hat, spritzt es einem [bis ans Knie|die Hose voll]. Kleine Sache, große Wirkung :-)',
    { answers: { kind: 'loose' } },
  ),
  say(
    'bikeway',
    'path',
    'Der Radweg ist voller Wurzelaufbrüche, [auf 50 Metern sind es neun|man wird richtig durchgeschüttelt]. Mit Kind hinten drauf ist das kein Spaß.',
    { answers: { kind: 'surface' }, scene: 'sidewalk' },
  ),
  say(
    'bikeway',
    'crossing',
    'Auffahrt zum Radweg hat eine [viel zu hohe|scharfe] Kante. Wer hier im Dunkeln schräg drüberfährt, liegt. Ich arbeite im Krankenhaus, ich sehe die Folgen.',
    { answers: { kind: 'edge' }, scene: 'none' },
  ),
  say(
    'bikeway',
    'path',
    'Poller steht [genau in der Mitte|unbeleuchtet auf dem Weg] und hat keine Reflektoren mehr. Mit dem Lastenrad passt man gerade so vorbei.',
    { answers: { kind: 'blocked' }, scene: 'none' },
  ),
  say(
    'bikeway',
    'street',
    'Radstreifen endet im Nichts: Die Linie wurde nach den Bauarbeiten nicht wieder aufgemalt. [Autos überholen jetzt sehr knapp.|Man wird dort dauernd geschnitten.]',
    { answers: { kind: 'surface' }, scene: 'zebra' },
  ),
  say(
    'bikeway',
    'path',
    'Der Wegweiser für den Flussradweg zeigt [in die falsche Richtung|ins Maisfeld]. Jeden Sommer klingeln Touristen bei mir und fragen. Ich habe inzwischen eine Karte an der Haustür!',
    {
      answers: { kind: 'signpost' },
      months: summer,
      scene: 'sign',
    },
  ),
  say(
    'winter',
    'path',
    'Der Weg zur Schule ist spiegelglatt. [Zwei Kinder sind heute schon gefallen.|Die Kinder rutschen mehr, als sie gehen.] Bitte streuen!',
    { answers: { where: 'path' }, months: winter },
  ),
  say(
    'winter',
    'landmark',
    'Auf der Brücke ist [Eis unter dem Schnee|alles glatt], gestreut ist nur [bis zur Hälfte|auf der einen Seite]. Ich musste mich am Geländer entlangziehen.',
    { answers: { where: 'bridge' }, months: winter },
  ),
  say('winter', 'street', 'Streukasten [leer|seit Tagen leer]. Wir Nachbarn streuen gern selbst, aber womit?', {
    answers: { where: 'road' },
    months: winter,
    scene: 'none',
  }),
  say(
    'winter',
    'stop',
    'Der Schneepflug hat den ganzen Schnee an die Haltestelle geschoben. Jetzt kommt [niemand mit Kinderwagen|keiner mehr] in den Bus.',
    { answers: { where: 'stop' }, months: winter },
  ),
  say(
    'winter',
    'street',
    'Bei uns wurde wieder [als Letztes|gar nicht] geräumt. Ich weiß, die Hauptstraßen gehen vor. Aber nach [drei|vier] Tagen könnte auch mal eine Nebenstraße drankommen.',
    { answers: { where: 'road' }, months: winter },
  ),
  say(
    'marking',
    'landmark',
    'Der Zebrastreifen vor der Schule ist kaum noch zu sehen. [Heute hat wieder ein Auto nicht gehalten.|Autofahrer schauen einen an, als wäre man verrückt.]',
    { answers: { school: true } },
  ),
  say('marking', 'crossing', 'Haltelinie weg. Die Autos stehen jetzt [mitten auf dem Überweg|so weit vorn, dass man nicht rüberkommt].', {
    answers: { school: false },
  }),
  say(
    'marking',
    'street',
    'Die Piktogramme „30“ auf der Fahrbahn sind abgefahren, und [die meisten fahren 50|manche fahren wie auf der Autobahn]. Bitte neu aufbringen.',
    { answers: { school: true } },
  ),
  say(
    'marking',
    'street',
    'Nach dem neuen Asphalt wurden die Parkmarkierungen vergessen. [Jeder parkt, wie er will.|Seitdem herrscht hier Wildwest.]',
    { answers: { school: false } },
  ),
  say(
    'marking',
    'crossing',
    'Abbiegepfeile falsch herum? An der Ampel zeigt der linke Pfeil geradeaus, [obwohl man dort nur links darf|das kann so nicht stimmen].',
    { scene: 'none' },
  ),
  say(
    'site',
    'street',
    'Absperrung liegt [seit gestern Nacht|seit dem Wind] auf der Straße. Ich habe sie zweimal aufgestellt, sie fällt immer wieder um.',
    { answers: { kind: 'fallen' } },
  ),
  say(
    'site',
    'address',
    'Baustelle vor {number}: Der Gehweg ist zu und es gibt keinen Ersatz. [Mit dem Kinderwagen muss ich auf die Fahrbahn.|Alle laufen auf der Straße.]',
    { answers: { kind: 'way' } },
  ),
  say(
    'site',
    'street',
    'Die Bauarbeiten sind [seit Wochen|schon lange] fertig, aber das Schild „Durchfahrt verboten“ steht noch. Der Paketdienst dreht jeden Tag um.',
    { answers: { kind: 'forgotten' }, scene: 'sign' },
  ),
  say(
    'site',
    'crossing',
    'Umleitung für Radfahrer führt [im Kreis|in eine Sackgasse]. Ich bin dreimal am selben Bäcker vorbeigekommen. Gute Brötchen, aber trotzdem.',
    { answers: { kind: 'way' }, scene: 'none' },
  ),
  say('site', 'street', 'Nachts sieht man die Baustelle nicht, weil die gelben Lampen [aus sind|leere Akkus haben].', {
    answers: { kind: 'fallen' },
    scene: 'none',
  }),
]
