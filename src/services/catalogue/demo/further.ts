import { type DemoService, federal, remedy } from './demo-service.ts'

export const furtherServices: readonly DemoService[] = [
  {
    unit: 'citizens',
    situations: ['housing'],
    largeOnly: true,
    leikaKey: '99107023037000',
    normDays: 40,
    law: [federal('§ 3 WoGG', 'wogg/__3'), federal('§ 22 WoGG', 'wogg/__22')],
    de: {
      name: 'Wohngeld',
      synonyms: `Mietzuschuss
Lastenzuschuss
Zuschuss zur Miete
Miete zu hoch
Hilfe bei der Miete
Wohngeldantrag
Wohngeld plus`,
      short: 'Wohngeld ist ein Zuschuss zur Miete oder zu den Lasten der eigenen Wohnung, wenn das Einkommen nicht reicht.',
      text: 'Ob und wie viel Sie bekommen, hängt ab von Einkommen, Miete und Zahl der Menschen im Haushalt. Wohngeld gibt es **ab dem Monat des Antrags**: Stellen Sie ihn deshalb früh, Unterlagen können Sie nachreichen. Wer Bürgergeld oder Grundsicherung bekommt, erhält kein Wohngeld.',
      documents: `- Mietvertrag und letzte Mieterhöhung, oder Nachweise über die Lasten
- Einkommen aller im Haushalt: Lohn, Rente, Unterhalt
- Kontoverbindung`,
      fees: 'Kostenlos.',
      course: 'Schicken Sie den Antrag mit der Post oder geben Sie ihn ab. Nach zwölf Monaten stellen Sie ihn neu.',
      remedy: remedy.de,
    },
    en: {
      name: 'Housing benefit',
      synonyms: `Wohngeld
rent subsidy
help with rent
rent too high
housing allowance`,
      short: 'Housing benefit is a contribution to the rent or the costs of your own home if your income is not enough.',
      text: 'Whether and how much you get depends on income, rent and the number of people in the household. It is paid **from the month of the application**: apply early, you can hand in papers later. Whoever gets basic income support gets no housing benefit.',
      documents: `- rental contract and last increase, or proof of the costs
- income of everybody in the household: wages, pension, maintenance
- bank details`,
      fees: 'Free of charge.',
      course: 'Send the application by post or hand it in. After twelve months you apply anew.',
      remedy: remedy.en,
    },
  },
  {
    unit: 'citizens',
    situations: ['housing'],
    leikaKey: '99107022012000',
    normDays: 15,
    law: ['§ 8 NWoFG'],
    de: {
      name: 'Wohnberechtigungsschein',
      synonyms: `WBS
B-Schein
Sozialwohnung
geförderte Wohnung
Schein für Sozialwohnung
günstige Wohnung`,
      short: 'Mit dem Wohnberechtigungsschein dürfen Sie eine geförderte Wohnung (Sozialwohnung) mieten.',
      text: 'Der Schein gilt ein Jahr und nennt die Größe der Wohnung. Er ist **keine Wohnung**: Suchen müssen Sie selbst, bei Wohnungsgesellschaften und privat.',
      documents: `- Ausweis oder Aufenthaltstitel
- Nachweise über das Einkommen der letzten zwölf Monate von allen, die einziehen
- gegebenenfalls Schwangerschaftsbescheinigung oder Schwerbehindertenausweis`,
      fees: '20 €.',
      remedy: remedy.de,
    },
    en: {
      name: 'Certificate for subsidised housing',
      synonyms: `WBS
Wohnberechtigungsschein
social housing
council flat
affordable flat`,
      short: 'With this certificate you may rent a subsidised flat (social housing).',
      text: 'The certificate is valid for one year and names the size of the flat. It is **not a flat**: you have to look for one yourself, with housing companies and private landlords.',
      documents: `- ID card or residence title
- proof of income of the last twelve months of everybody who moves in
- certificate of pregnancy or disability card, if there is one`,
      fees: '€20.',
      remedy: remedy.en,
    },
  },
  {
    unit: 'traffic',
    situations: ['car'],
    largeOnly: true,
    normDays: 0,
    law: [federal('§ 6 FZV', 'fzv_2023/__6'), federal('§ 16 FZV', 'fzv_2023/__16')],
    de: {
      name: 'Auto zulassen',
      synonyms: `Kfz-Zulassung
Zulassungsstelle
Auto anmelden
Auto ummelden
Auto abmelden
Kennzeichen
Wunschkennzeichen
Motorrad anmelden
Fahrzeug zulassen
Halterwechsel
Kfz anmelden
Nummernschild`,
      short: 'Neue, gebrauchte und importierte Fahrzeuge zulassen, ummelden oder außer Betrieb setzen.',
      text: 'Mit Online-Ausweis geht das auch im Internet (i-Kfz). Wer umzieht, muss das Auto am neuen Wohnort melden; das Kennzeichen darf bleiben.',
      documents: `- Personalausweis oder Reisepass
- Zulassungsbescheinigung Teil I und II
- eVB-Nummer der Versicherung
- gültige Hauptuntersuchung
- Bankverbindung für die Kfz-Steuer`,
      fees: 'Zulassung etwa 30 €, Wunschkennzeichen 12,80 € dazu. Schilder kaufen Sie selbst.',
      course: 'Vereinbaren Sie einen Termin am Telefon. Sie können die Papiere sofort mitnehmen.',
    },
    en: {
      name: 'Register a vehicle',
      synonyms: `car registration
register my car
number plate
licence plate
deregister a car
motorcycle registration
vehicle`,
      short: 'Registering, re-registering or taking out of use new, used and imported vehicles.',
      text: 'With an online ID card you can do this on the internet (i-Kfz). If you move, you have to report the car at the new place; the number plate may stay.',
      documents: `- ID card or passport
- registration certificate parts I and II
- eVB number of the insurance
- valid general inspection
- bank details for vehicle tax`,
      fees: 'Registration about €30, a plate of your choice €12.80 more. You buy the plates yourself.',
      course: 'Make an appointment by telephone. You can take the papers with you at once.',
    },
  },
  {
    unit: 'traffic',
    situations: ['car', 'papers'],
    largeOnly: true,
    normDays: 25,
    law: [federal('§ 24a FeV', 'fev_2010/__24a')],
    de: {
      name: 'Führerschein umtauschen',
      synonyms: `alter Führerschein
rosa Führerschein
grauer Führerschein
EU-Führerschein
Pflichtumtausch
Kartenführerschein
Führerschein verloren
Ersatzführerschein
Führerscheinstelle
Fahrerlaubnis
ausländischer Führerschein`,
      short: 'Alte Führerscheine werden nach und nach ungültig. Tauschen Sie Ihren rechtzeitig in den Kartenführerschein um.',
      text: `Wann Sie umtauschen müssen, hängt davon ab, wann Ihr Führerschein ausgestellt wurde:

| ausgestellt | umtauschen bis |
|---|---|
| 2002 bis 2004 | 19. Januar 2027 |
| 2005 bis 2007 | 19. Januar 2028 |
| 2008 | 19. Januar 2029 |

Wer vor 1953 geboren ist, hat bis zum 19. Januar 2033 Zeit. Ihre Fahrerlaubnis selbst verfällt nicht. Bei Verlust beantragen Sie hier auch einen Ersatz.`,
      documents: `- Personalausweis oder Reisepass
- ein biometrisches Foto
- der bisherige Führerschein`,
      fees: 'Etwa 25 €, Versand nach Hause 5 € dazu.',
    },
    en: {
      name: 'Exchange a driving licence',
      synonyms: `driving licence
driver's license
old driving licence
Führerschein
lost driving licence
EU driving licence
foreign driving licence`,
      short: 'Old driving licences expire step by step. Exchange yours for the card in time.',
      text: `The deadline depends on when your licence was issued:

| issued | exchange by |
|---|---|
| 2002 to 2004 | 19 January 2027 |
| 2005 to 2007 | 19 January 2028 |
| 2008 | 19 January 2029 |

If you were born before 1953 you have until 19 January 2033. Your permission to drive does not expire. If you lost your licence, apply for a replacement here, too.`,
      documents: `- ID card or passport
- a biometric photo
- your present licence`,
      fees: 'About €25, delivery to your home €5 more.',
    },
  },
  {
    unit: 'order',
    situations: ['car'],
    normDays: 10,
    law: [federal('§ 46 Absatz 1 Nummer 11 StVO', 'stvo_2013/__46')],
    de: {
      name: 'Parkausweis für Menschen mit Behinderung',
      synonyms: `blauer Parkausweis
Behindertenparkplatz
Behindertenparkausweis
Schwerbehindertenparkausweis
Parkerleichterung
EU-Parkausweis
Merkzeichen aG
Rollstuhl parken`,
      short: 'Mit dem blauen EU-Parkausweis dürfen Sie auf Behindertenparkplätzen und an vielen anderen Stellen parken.',
      text: 'Der Ausweis gilt für die Person, nicht für ein Auto, und in der ganzen EU. Daneben gibt es den **orangen** Ausweis für einige andere Gruppen; mit ihm darf man nicht auf Behindertenparkplätzen stehen.',
      conditions:
        'Sie haben das Merkzeichen aG oder Bl im Schwerbehindertenausweis, oder beide Arme fehlen oder sind ähnlich eingeschränkt.',
      documents: `- Schwerbehindertenausweis
- Bescheid des Landesamts
- ein Foto`,
      fees: 'Kostenlos.',
      remedy: remedy.de,
    },
    en: {
      name: 'Parking permit for people with disabilities',
      synonyms: `blue badge
disabled parking
handicapped parking
wheelchair parking
disability parking permit`,
      short: 'With the blue EU parking card you may use parking spaces for people with disabilities, and many other places.',
      text: 'The card belongs to the person, not to a car, and is valid in the whole EU. There is also an **orange** card for some other groups; it does not allow the use of the marked spaces.',
      conditions: 'Your disability card has the mark aG or Bl, or both arms are missing or similarly limited.',
      documents: `- disability card
- notice of the state office
- a photo`,
      fees: 'Free of charge.',
      remedy: remedy.en,
    },
  },
  {
    unit: 'building',
    situations: ['building'],
    largeOnly: true,
    normDays: 60,
    law: ['§ 59 NBauO', '§ 60 NBauO', '§ 67 NBauO'],
    de: {
      name: 'Baugenehmigung',
      synonyms: `Bauantrag
Haus bauen
Anbau
Carport
Gartenhaus
Garage bauen
Dachausbau
Umbau
Nutzungsänderung
Bauamt
Wintergarten
Abriss`,
      short: 'Wer baut, umbaut oder ein Gebäude anders nutzt, braucht meist eine Baugenehmigung.',
      text: 'Ohne Genehmigung gehen kleine Vorhaben, zum Beispiel ein Gartenhaus bis 40 Kubikmeter ohne Aufenthaltsraum. An das Baurecht müssen Sie sich auch dann halten. Fragen Sie uns früh: Die **Bauberatung** kostet nichts.',
      documents: `- Bauantrag, von einer Architektin oder einem Ingenieur vorgelegt
- Lageplan, Bauzeichnungen, Baubeschreibung
- Nachweise zu Standsicherheit, Brandschutz und Wärme`,
      fees: 'Nach der Baugebührenordnung des Landes, je nach Größe und Art. Für ein Einfamilienhaus etwa 1.000 bis 2.500 €.',
      course: `1. Wir prüfen, ob alles da ist.
2. Andere Stellen und, wo nötig, die Nachbarn werden gehört.
3. Sie bekommen den Bescheid und zeigen den Baubeginn an.`,
      remedy: remedy.de,
    },
    en: {
      name: 'Building permit',
      synonyms: `planning permission
build a house
extension
carport
garage
garden shed
convert the attic
change of use
demolition`,
      short: 'Whoever builds, rebuilds or uses a building for something else mostly needs a building permit.',
      text: 'Small projects need no permit, for example a garden shed of up to 40 cubic metres without a room to stay in. Building law must be kept even then. Ask us early: **advice** is free.',
      documents: `- application, handed in by an architect or engineer
- site plan, drawings, description
- proof of stability, fire safety and heat insulation`,
      fees: 'By the state’s schedule of fees, depending on size and kind. For a family house about €1,000 to €2,500.',
      course: `1. We check whether everything is there.
2. Other offices and, where needed, the neighbours are heard.
3. You get the decision and tell us when building begins.`,
      remedy: remedy.en,
    },
  },
  {
    unit: 'order',
    situations: ['voice'],
    normDays: 0,
    law: [federal('§ 965 BGB', 'bgb/__965'), federal('§ 971 BGB', 'bgb/__971'), federal('§ 973 BGB', 'bgb/__973')],
    de: {
      name: 'Fundbüro',
      synonyms: `etwas verloren
etwas gefunden
Fundsache
Fundsachen
Schlüssel verloren
Portemonnaie verloren
Geldbörse gefunden
Fahrrad gefunden
Handy verloren
Finderlohn`,
      short: 'Hier geben Sie ab, was Sie gefunden haben, und fragen nach, was Ihnen fehlt.',
      text: 'Was mehr als zehn Euro wert ist, müssen Sie anzeigen. Meldet sich niemand **innerhalb von sechs Monaten**, gehört es Ihnen. Finderlohn: fünf Prozent bis 500 € Wert, darüber drei Prozent.',
      documents: `- beschreiben Sie die Sache, den Ort und den Tag
- beim Abholen: Ausweis und etwas, das zeigt, dass sie Ihnen gehört`,
      fees: 'Abgeben ist kostenlos. Abholen kostet 5 €, bei Fahrrädern 12 €.',
    },
    en: {
      name: 'Lost property office',
      synonyms: `lost something
found something
lost and found
lost keys
lost wallet
found a bicycle
lost phone
finder's reward`,
      short: 'Hand in what you have found, and ask for what you miss.',
      text: 'Whatever is worth more than ten euros has to be reported. If nobody asks for it **within six months**, it is yours. Finder’s reward: five per cent up to a value of €500, three per cent above.',
      documents: `- describe the thing, the place and the day
- when picking it up: ID card and something that shows that it is yours`,
      fees: 'Handing in is free. Picking up costs €5, bicycles €12.',
    },
  },
  {
    unit: 'control',
    situations: ['voice'],
    law: [federal('§ 70 VwGO', 'vwgo/__70'), federal('§ 58 VwGO', 'vwgo/__58'), federal('§ 60 VwGO', 'vwgo/__60')],
    de: {
      name: 'Widerspruch einlegen',
      synonyms: `Widerspruch
gegen einen Bescheid vorgehen
mit Bescheid nicht einverstanden
Einspruch gegen Gebühr
Rechtsbehelf`,
      short: 'Sind Sie mit einem Bescheid der Stadt nicht einverstanden, überprüfen wir ihn auf Ihren Widerspruch.',
      text: 'Sie haben **einen Monat** Zeit, seit der Bescheid als bekannt gilt; das genaue Ende steht in seiner Rechtsbehelfsbelehrung. Gründe müssen Sie nicht angeben. Am schnellsten geht es vom Stand Ihres Antrags aus: Dort ist alles schon ausgefüllt.',
      documents: `- das Zeichen und das Datum des Bescheids
- was für Ihre Sicht spricht, wenn Sie etwas haben`,
      fees: 'Hat der Widerspruch Erfolg, kostet er nichts. Wird er zurückgewiesen, kostet er nach der Satzung der Stadt, höchstens so viel wie der Bescheid.',
      course: `1. Wir prüfen, ob der Widerspruch in der Frist kam.
2. Das Amt sieht seine Entscheidung noch einmal an und hilft ab, wenn Sie Recht haben.
3. Sonst bekommen Sie einen Widerspruchsbescheid, gegen den Sie klagen können.`,
      remedy: 'Gegen den Widerspruchsbescheid können Sie innerhalb eines Monats beim Verwaltungsgericht klagen (§ 74 VwGO).',
    },
    en: {
      name: 'File an objection',
      synonyms: `objection
appeal against a decision
do not agree with a notice
legal remedy`,
      short: 'If you do not agree with a decision of the town, we review it on your objection.',
      text: 'You have **one month** since the decision counts as known; its exact end stands in the notice about remedies. You need not give reasons. The quickest way is from the status of your application: everything is filled in there.',
      documents: `- reference and date of the decision
- what speaks for your view, if you have something`,
      fees: 'If the objection succeeds it costs nothing. If it is rejected it costs by the statute of the town, at most as much as the decision.',
      course: `1. We check whether the objection came in time.
2. The office looks at its decision again and remedies it if you are right.
3. Otherwise you get a decision on the objection, against which you can go to court.`,
      remedy: 'You can go to the administrative court within one month of the decision on the objection (section 74 VwGO).',
    },
  },
]
