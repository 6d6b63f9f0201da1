import { type DemoText, say, summer } from './text.ts'

export const wasteTexts: readonly DemoText[] = [
  say(
    'dump',
    'street',
    'Jemand hat [eine Matratze und zwei Stühle|eine alte Matratze|ein ganzes Sofa] an die Straße gestellt. Ein Zettel „zu verschenken“ klebt dran. Es regnet seit Tagen.',
    { answers: { what: ['bulky'], amount: 'car' } },
  ),
  say(
    'dump',
    'park',
    'Am Waldrand liegen [bestimmt 20|etwa 15|viele] alte Reifen. Das war sicher ein Betrieb, kein Privatmensch. Ich habe das Foto vom Weg aus gemacht.',
    { answers: { what: ['tyres'], amount: 'truck' } },
  ),
  say('dump', 'path', 'Schon wieder blaue Säcke am [Bahndamm|Feldweg]. Krähen haben sie aufgerissen und alles verteilt sich.', {
    answers: { what: ['bags'], amount: 'car' },
  }),
  say('dump', 'street', 'Kühlschrank steht auf dem Gehweg. [Tür ist noch dran, Kinder spielen da!|Mit Inhalt. Es riecht.]', {
    answers: { what: ['electric'], amount: 'car' },
  }),
  say(
    'dump',
    'address',
    'Bauschutt neben Haus {number}, Fliesen und Rigips. [Ich vermute die Wohnungssanierung nebenan, will aber niemanden anschwärzen.|Keine Ahnung, von wem.]',
    { answers: { what: ['rubble'], amount: 'truck' } },
  ),
  say('dump', 'park', 'Beim Joggen gesehen: [ein Fernseher im Gebüsch|zwei Röhrenfernseher im Gebüsch]. Wer trägt sowas in den Park?', {
    answers: { what: ['electric'], amount: 'car' },
    scene: 'none',
  }),
  say(
    'dump',
    'landmark',
    'Die Ecke hinter dem Supermarkt ist eine Müllkippe. Wird geräumt, [zwei Tage später|eine Woche später] liegt alles wieder voll. Kann man da nicht einen Zaun setzen?',
    { answers: { what: ['bulky', 'bags'], amount: 'car' } },
  ),
  say('bin', 'park', 'Mülleimer am Spielplatz quillt über. [Wespen überall.|Die Wespen freuen sich, die Kinder nicht.]', {
    answers: { state: 'full' },
    months: summer,
  }),
  say('bin', 'bin', 'Papierkorb voll, alles liegt daneben. [Nach jedem Wochenende das Gleiche.|Bitte öfter leeren.]', {
    answers: { state: 'full' },
  }),
  say(
    'bin',
    'stop',
    'An der Haltestelle fehlt der Mülleimer. Da hängt nur noch [der Haken|die Halterung]. Wo sollen die Leute ihren Kram hinwerfen? Genau, auf den Boden.',
    { answers: { state: 'gone' }, scene: 'none' },
  ),
  say('bin', 'park', 'Jemand hat den Abfalleimer [umgetreten|mit einem Böller gesprengt].', {
    answers: { state: 'broken' },
    months: [12, 1],
  }),
  say(
    'bin',
    'landmark',
    'Seit Neuestem hängen am Marktplatz kleine schicke Papierkörbe, in die [kein Pizzakarton|nicht mal ein Kaffeebecher] passt. Sieht gut aus, funktioniert nicht.',
    { answers: { state: 'full' } },
  ),
  say('dogwaste', 'path', 'Auf dem Weg [zur Kita|zum Kindergarten] liegen jeden Morgen Hundehaufen. Wir waschen täglich Kinderschuhe.', {
    scene: 'dogwaste',
  }),
  say(
    'dogwaste',
    'park',
    'Beutelspender [leer|seit Tagen leer]. Ich räume den Haufen von meinem Hund gern weg, aber bitte füllen Sie nach.',
    { answers: { dispenser: true } },
  ),
  say(
    'dogwaste',
    'park',
    'Liegewiese voller Hundekot, [schade um die schöne Wiese|Picknick kann man vergessen]. Vielleicht hilft ein Schild?',
    { months: summer },
  ),
  say('dogwaste', 'path', 'Volle Hundebeutel hängen im Gebüsch wie Christbaumkugeln. [Ich verstehe diese Leute nicht.|Wer macht so was?]'),
  say(
    'dogwaste',
    'street',
    'Bitte mehr Beutelspender in unserem Viertel. Hier wohnen [sehr viele|gefühlt 100] Hunde und es gibt genau einen Spender.',
    { answers: { dispenser: true }, scene: 'none' },
  ),
  say(
    'glass',
    'playground',
    'Scherben im Sandkasten! [Wir haben die großen Stücke eingesammelt, aber die kleinen sind noch drin.|Bitte den Sand austauschen.]',
    { scene: 'none' },
  ),
  say('glass', 'path', 'Radweg voll Glas, auf [10|20] Metern. [Habe schon einen Platten.|Reifen hin.]'),
  say(
    'glass',
    'park',
    'Nach der Party am Wochenende liegen [überall|auf der ganzen Wiese] Flaschen und Scherben. Mein Hund hat sich die Pfote aufgeschnitten.',
    { months: summer },
  ),
  say('glass', 'stop', 'Scheibe zersplittert, Glas liegt auf dem ganzen Gehweg vor der Haltestelle.', { scene: 'shelter' }),
  say(
    'glass',
    'landmark',
    'Hinter [der Bücherei|dem Parkhaus] liegen Spritzen. Ich habe nichts angefasst. Bitte schnell, da kommen Kinder vorbei.',
    { answers: { needles: true }, scene: 'none' },
  ),
  say('container', 'street', 'Altglascontainer [voll bis oben|randvoll], die Flaschen stehen schon in Reihen davor.', {
    answers: { what: ['glass'] },
  }),
  say('container', 'street', 'Papiercontainer mit [riesigen|lauter] Kartons verstopft. Innen ist noch Platz, man kommt nur nicht dran.', {
    answers: { what: ['paper'] },
  }),
  say(
    'container',
    'street',
    'Vor dem Kleidercontainer liegen aufgerissene Säcke im Regen. Die guten Sachen sind weg, der Rest liegt [auf der Straße|da].',
    { answers: { what: ['clothes'] }, scene: 'dump' },
  ),
  say(
    'container',
    'street',
    'Kann man die Container nicht [woanders hinstellen|weiter weg stellen]? Sonntags um 6 werfen Leute Flaschen ein. Ich schlafe direkt darüber.',
    { answers: { what: ['glass'] }, scene: 'none' },
  ),
  say('container', 'street', 'Nach Weihnachten alles voll. Bitte [eine Leerung extra|zusätzlich leeren].', {
    answers: { what: ['glass', 'paper'] },
    months: [12, 1],
  }),
  say(
    'graffiti',
    'landmark',
    'Die [frisch gestrichene|gerade erst sanierte] Wand der Schule ist wieder beschmiert. Die Kinder hatten sie selbst bemalt, sie sind sehr traurig.',
    { answers: { hateful: false } },
  ),
  say(
    'graffiti',
    'landmark',
    'In der Unterführung steht eine [verbotene|üble] Parole an der Wand. Bitte schnell entfernen, da laufen jeden Morgen hunderte Leute vorbei.',
    { answers: { hateful: true }, scene: 'none' },
  ),
  say('graffiti', 'stop', 'Fahrplan komplett mit Aufklebern zugeklebt, [man kann nichts mehr lesen|die Abfahrten nach 18 Uhr sind weg].', {
    answers: { hateful: false },
    scene: 'none',
  }),
  say(
    'graffiti',
    'lamp',
    'Stromkasten neben Laterne {asset} beschmiert. [Nicht schön, aber auch nicht eilig.|Vielleicht könnte ihn die Kunst-AG bemalen?]',
    { answers: { hateful: false } },
  ),
  say(
    'graffiti',
    'landmark',
    'Jemand hat „Mia ich liebe dich“ an die Brücke gesprüht. Vier Meter lang. [Süß, aber der Stein ist von 1780.|Hoffentlich hat Mia wenigstens Ja gesagt.]',
    { answers: { hateful: false } },
  ),
]
