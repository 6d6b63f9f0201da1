/** Texts of the pages that a town has until it writes its own. Markdown; `{town}` is the town's name. */
export const de: Record<string, string> = {
  'legal.imprint': 'Impressum',
  'legal.privacy': 'Datenschutz',
  'legal.accessibility': 'Barrierefreiheit',
  'legal.contact': 'Kontakt',
  'legal.help': 'Hilfe',
  'legal.search': 'Seiten',
  'legal.search.page': 'Seite',
  'legal.invented': 'Diese Angaben sind erfunden',
  'legal.invented.text': 'Die Stadt gibt es nicht. Eine echte Stadt schreibt hier ihre eigenen Texte (Verwaltung, Seiten der Stadt).',
  'legal.unwritten': 'Hier fehlen noch Angaben der Stadt',
  'legal.unwritten.text':
    'Das Gesetz verlangt eigene Angaben der Stadt. Die Redaktion trägt sie in der Verwaltung unter „Seiten der Stadt“ ein.',
  'legal.contact.units': 'Ämter',
  'legal.contact.all': 'Alle Ämter mit ihren Teams',

  'legal.imprint.text': `## Anbieter

Stadtverwaltung {town}

Anschrift, Vertretung, Telefon, E-Mail und Umsatzsteuer-Identifikationsnummer trägt die Stadt hier ein (§ 5 DDG).

## Verantwortlich für den Inhalt

Nennt die Stadt hier (§ 18 Absatz 2 MStV).`,
  'legal.imprint.demo': `## Anbieter

Stadtverwaltung {town}
Marktplatz 1, 00000 {town} (erfunden)

Telefon: 030 23125 100
E-Mail: [rathaus@rathaus.example](mailto:rathaus@rathaus.example)

Die Stadt {town} ist eine Körperschaft des öffentlichen Rechts. Sie wird vertreten durch die Bürgermeisterin.

## Verantwortlich für den Inhalt

Samira Belhadi, Leitstelle Bürgerservice, Anschrift wie oben.

## Software

Diese Seiten laufen mit Stadtplatz, freier Software unter der EUPL 1.2. Schrift und Bedienelemente folgen dem Standard KERN.`,

  'legal.privacy.text': `## Wer verantwortlich ist

Verantwortlich für die Verarbeitung Ihrer Daten auf diesen Seiten ist die Stadtverwaltung {town}. Die Adresse steht im [Impressum](/impressum). Name und Adresse der oder des Datenschutzbeauftragten trägt die Stadt hier ein.

## Was wir speichern, wenn Sie nur lesen

Kein Konto, keine Auswertung Ihres Besuchs, keine Werbung, keine Dienste Dritter. Ihre Netzadresse zählen wir kurz und verschlüsselt, damit niemand die Seiten mit Anfragen überlastet.

Wir setzen nur Cookies, die gebraucht werden:

| Cookie | Wofür | Wie lange |
|---|---|---|
| sitzung | Sie sind angemeldet | bis zur Abmeldung, höchstens 180 Tage |
| sprache, farbe | Ihre Wahl von Sprache und Darstellung | ein Jahr |
| hinweis | eine Meldung auf der nächsten Seite | eine Minute |
| vorgang-… | Ihr Vorgang bleibt ohne Konto geöffnet | zwei Stunden |

## Was wir speichern, wenn Sie etwas melden

Ihren Text, den Ort, die Bilder und, nur wenn Sie das wollen, Name, E-Mail-Adresse und Telefonnummer. Aus Bildern entfernen wir die verborgenen Angaben (Ort, Gerät, Zeit), bevor sie jemand anders sieht. Öffentlich werden nur Text, Ort, Bild und Stand. Wer gemeldet hat, wird nie öffentlich.

Rechtsgrundlage ist die Erfüllung einer Aufgabe im öffentlichen Interesse (Artikel 6 Absatz 1 Buchstabe e DSGVO).

## Wer Ihre Daten sieht

Nur wer sie für die Arbeit braucht, nach einer Tabelle von Rechten. **Jedes Lesen von persönlichen Daten durch Beschäftigte wird aufgeschrieben.** Wenn Sie ein Konto haben, sehen Sie unter [Wer meine Daten gelesen hat](/mein/daten/zugriffe), wer in welcher Rolle wann und wofür hineingesehen hat.

## Ihre Rechte

Auskunft, Berichtigung, Löschung, Einschränkung, Übertragung und Widerspruch (Artikel 15 bis 21 DSGVO). Mit einem Konto laden Sie Ihre Daten selbst herunter und löschen Ihr Konto selbst. Beschweren können Sie sich bei der Datenschutzaufsicht Ihres Bundeslandes.`,

  'legal.accessibility.text': `Diese Erklärung gilt für die Seiten von {town} auf dem Stadtplatz. Sie folgt der Barrierefreie-Informationstechnik-Verordnung (BITV 2.0) und dem Gesetz des Landes. Ziel ist die europäische Norm EN 301 549 mit WCAG 2.2 in der Stufe AA.

## Wie weit wir sind

Die Seiten sind mit den Anforderungen **teilweise vereinbar**.

## Was geprüft wurde

- Die Bausteine der Seiten und die Seiten selbst mit dem Programm axe, auf Deutsch und Englisch, hell und dunkel, schmal und breit.
- Bedienung nur mit der Tastatur, ohne JavaScript, mit 320 Pixeln Breite.
- Farbkontraste von Schrift und Bedienelementen.

Programme finden nur einen Teil der Hindernisse. **Noch nicht geprüft** wurde mit Menschen mit Behinderungen, mit Bildschirmleseprogrammen im Alltag und durch eine unabhängige Prüfstelle.

## Was noch nicht barrierefrei ist

- Eine Übersicht in Leichter Sprache und in Deutscher Gebärdensprache fehlt (§ 4 BITV 2.0).
- Auf Karten lassen sich einzelne Punkte nicht mit dem Bildschirmleseprogramm lesen. Neben jeder Karte steht dasselbe als Liste, und jeder Ort lässt sich mit Worten suchen.
- Bilder, die Bürgerinnen und Bürger schicken, haben keine eigene Beschreibung. Ihr Inhalt ergibt sich aus dem Text der Meldung.
- Dokumente, die andere hochladen, können Hindernisse enthalten.

## Ein Hindernis melden

Schreiben Sie uns, was nicht geht, und auf welcher Seite. Die Adressen stehen unter [Kontakt](/kontakt). Wir antworten innerhalb eines Monats.

## Wenn das nicht hilft

Bekommen Sie keine gute Antwort, wenden Sie sich an die Schlichtungs- oder Durchsetzungsstelle Ihres Bundeslandes. Das kostet nichts. Die Stadt trägt ihre Adresse hier ein.

Diese Erklärung wurde am 23. November 2026 nach eigener Prüfung geschrieben.`,

  'legal.contact.text': `Für Schäden an Straßen, Lampen, Grünanlagen und Spielplätzen gibt es die [Meldung](/meldungen/neu). Den Stand sehen Sie unter [Status](/status) mit Nummer und Code.

**Bei Gefahr für Menschen rufen Sie 112, bei Straftaten 110.**

Wenn auf diesen Seiten etwas nicht geht oder ein Hindernis ist, schreiben Sie bitte auch. Ihre Rückmeldung zur [Barrierefreiheit](/barrierefreiheit) beantworten wir innerhalb eines Monats.`,

  'legal.help.text': `## Etwas melden

Sie sehen einen Schaden? [Melden Sie ihn](/meldungen/neu): Foto, Ort, kurzer Text. Ein Konto brauchen Sie nicht. Bei Gefahr rufen Sie 112.

## Ohne Konto folgen

Nach dem Senden bekommen Sie eine Nummer und einen Code. Damit sehen Sie den Stand unter [Status](/status), und dort beantworten Sie auch Rückfragen. Heben Sie den Code gut auf: Wir können ihn nicht noch einmal zeigen.

## Was die Stände bedeuten

- **Eingegangen**: Wir haben es.
- **Angenommen**: Ein Amt ist zuständig.
- **In Arbeit**: Es wird gearbeitet.
- **Sie sind dran**: Wir brauchen eine Antwort von Ihnen.
- **Erledigt**: Fertig, meist mit einem Foto.
- **Beendet**: Wir tun nichts weiter. Der Grund steht dabei.

## Konto

Mit einem Konto sehen Sie alle Ihre Vorgänge an einem Ort und wählen, welche Nachrichten Sie bekommen. Sie können sich mit Passwort, Code per E-Mail oder Passkey anmelden.

## Suche und Tasten

Mit der Taste / kommen Sie in die [Suche](/suche). In Listen gehen Sie mit j und k weiter und zurück, mit Enter öffnen Sie.

## Schrift, Farben, Sprache

Vergrößern Sie die Schrift mit Ihrem Browser. Hell und dunkel stellen Sie unten auf jeder Seite ein, die Sprache oben.`,
}
