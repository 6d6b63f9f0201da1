import { type DemoService, federal, remedy } from './demo-service.ts'

export const townServices: readonly DemoService[] = [
  {
    unit: 'tax',
    situations: ['dog', 'move'],
    asked: true,
    leikaKey: '99102013104000',
    trust: 'basic',
    normDays: 10,
    law: ['§ 3 NKAG', 'Hundesteuersatzung der Stadt', '§ 3 NHundG', '§ 4 NHundG', '§ 5 NHundG', '§ 6 NHundG'],
    de: {
      name: 'Hund anmelden',
      synonyms: `Hundesteuer
Hundesteuer anmelden
Hundemarke
Hundesteuermarke
neuer Hund
Welpe
Hundeanmeldung
Hund kaufen
Tierheim Hund
Hundesteuer Befreiung
Steuer für den Hund
Kampfhund`,
      short: 'Melden Sie Ihren Hund innerhalb von zwei Wochen zur Hundesteuer an. Die Marke kommt mit dem Bescheid.',
      text: 'Die Steuer beginnt mit dem Monat, in dem der Hund drei Monate alt wird oder zu Ihnen kommt. Ziehen Sie mit Hund in die Stadt, melden Sie ihn hier neu an. Unabhängig davon verlangt das Land: **Chip und Haftpflichtversicherung** ab dem siebten Monat, Eintrag im Hunderegister und Sachkundenachweis.',
      conditions: 'Sie sind volljährig, wohnen in der Stadt und halten einen Hund, der mindestens drei Monate alt ist.',
      documents: `- Rasse, Geburtstag und Chipnummer des Hundes
- Name und Adresse der Vorbesitzerin oder des Vorbesitzers, wenn Sie sie kennen
- für Ermäßigung oder Befreiung: der Nachweis, zum Beispiel Schwerbehindertenausweis oder Bescheid über Bürgergeld
- Bankverbindung, wenn Sie abbuchen lassen möchten`,
      fees: `| Hund | im Jahr |
|---|---|
| erster Hund | 96 € |
| jeder weitere | 132 € |
| gefährlicher Hund | 600 € |

Die Anmeldung selbst kostet nichts. Blindenführhunde sind frei, Hunde aus dem hiesigen Tierheim im ersten Jahr.`,
      course: `1. Sie melden den Hund an.
2. Wir berechnen die Steuer und schicken Bescheid und Marke.
3. Die Marke trägt der Hund draußen am Halsband.`,
      remedy: remedy.de,
    },
    en: {
      name: 'Register a dog',
      synonyms: `dog tax
dog licence
dog license
dog tag
new dog
puppy
Hundesteuer
register my dog`,
      short: 'Register your dog for the dog tax within two weeks. The tag comes with the notice.',
      text: 'The tax begins with the month in which the dog is three months old or comes to you. If you move here with a dog, register it anew. Apart from that the state demands a **chip and liability insurance** from the seventh month, an entry in the dog register and proof of knowledge.',
      conditions: 'You are of age, live in the town and keep a dog that is at least three months old.',
      documents: `- breed, date of birth and chip number of the dog
- name and address of the previous owner, if you know them
- for a reduction or exemption: proof, for example a disability card or a notice of basic income support
- bank details if you want us to debit the tax`,
      fees: `| Dog | a year |
|---|---|
| first dog | €96 |
| each further one | €132 |
| dangerous dog | €600 |

Registering costs nothing. Guide dogs are free, dogs from the local animal shelter in the first year.`,
      course: `1. You register the dog.
2. We work out the tax and send notice and tag.
3. Outside, the dog wears the tag on its collar.`,
      remedy: remedy.en,
    },
  },
  {
    unit: 'tax',
    situations: ['dog', 'move'],
    leikaKey: '99102013070000',
    normDays: 10,
    law: ['§ 3 NKAG', 'Hundesteuersatzung der Stadt'],
    de: {
      name: 'Hund abmelden',
      synonyms: `Hundesteuer abmelden
Hundesteuer kündigen
Hund gestorben
Hund verkauft
Hund eingeschläfert
Hundeabmeldung
Hund abgegeben`,
      short: 'Ist Ihr Hund gestorben, abgegeben oder ziehen Sie fort, melden Sie ihn innerhalb von zwei Wochen ab.',
      text: 'Die Steuer endet mit dem Monat, in dem Sie den Hund abmelden. Zu viel gezahlte Steuer bekommen Sie zurück.',
      documents: `- Kassenzeichen aus dem Steuerbescheid
- die Hundemarke
- Bescheinigung der Tierarztpraxis, oder Name und Adresse der neuen Besitzer`,
      fees: 'Kostenlos. Fehlt die Marke, kostet sie 5 €.',
      course: 'Schreiben Sie uns mit Kassenzeichen und Grund, und schicken Sie die Marke mit.',
    },
    en: {
      name: 'Deregister a dog',
      synonyms: `dog died
dog sold
end dog tax
dog tax cancel
gave my dog away`,
      short: 'If your dog has died or was given away, or if you move away, deregister it within two weeks.',
      text: 'The tax ends with the month in which you deregister the dog. You get back what you paid too much.',
      documents: `- the reference number of your tax notice
- the dog tag
- a certificate of the veterinary practice, or name and address of the new owner`,
      fees: 'Free of charge. A missing tag costs €5.',
      course: 'Write to us with the reference number and the reason, and enclose the tag.',
    },
  },
  {
    unit: 'order',
    situations: ['car', 'move'],
    asked: true,
    leikaKey: '99108001001000',
    trust: 'basic',
    normDays: 3,
    law: [federal('§ 45 Absatz 1b StVO', 'stvo_2013/__45'), federal('§ 6a Absatz 5a StVG', 'stvg/__6a'), 'Parkgebührenordnung der Stadt'],
    de: {
      name: 'Bewohnerparkausweis',
      synonyms: `Bewohnerparken
Anwohnerparken
Anwohnerparkausweis
Parkausweis
Parkausweis für Anwohner
Parken vor der Haustür
Parkplatz
Parkgenehmigung
Parkzone
Parkvignette`,
      short: 'Mit dem Bewohnerparkausweis parken Sie in Ihrem Gebiet ohne Parkschein. Einen festen Platz gibt er nicht.',
      text: 'In den Gebieten A bis F sind Parkplätze für Menschen frei, die dort wohnen. Jede Person bekommt **einen** Ausweis für ein Auto. Wer ein Auto teilt, kann bis zu drei Kennzeichen eintragen lassen.',
      conditions: `- Sie sind mit Hauptwohnung in einem Parkgebiet gemeldet.
- Das Auto ist auf Sie zugelassen, oder Sie nutzen es dauernd.
- Das Auto hat keinen Stellplatz auf dem Grundstück.`,
      documents: `- Fahrzeugschein (Zulassungsbescheinigung Teil I)
- wenn das Auto jemand anderem gehört: eine Erklärung, dass Sie es dauernd nutzen
- beim Umzug: die Meldebestätigung`,
      fees: '60 € für ein Jahr, 110 € für zwei Jahre. Ein anderes Kennzeichen einzutragen kostet 10 €.',
      course: `1. Sie beantragen und zahlen.
2. Wir prüfen Adresse und Zulassung.
3. Den Ausweis drucken Sie aus, oder wir schicken ihn.`,
      remedy: remedy.de,
    },
    en: {
      name: 'Resident parking permit',
      synonyms: `parking permit
residents parking
Anwohnerparken
Bewohnerparkausweis
parking zone
park my car
parking badge`,
      short: 'With a resident parking permit you park in your area without a ticket. It does not reserve a space.',
      text: 'In areas A to F spaces are kept for people who live there. Each person gets **one** permit for one car. Those who share cars can have up to three number plates entered.',
      conditions: `- Your main residence is in a parking area.
- The car is registered to you, or you use it permanently.
- There is no parking space for it on your property.`,
      documents: `- registration certificate part I
- if the car belongs to somebody else: a declaration that you use it permanently
- after moving: the confirmation of registration`,
      fees: '€60 for one year, €110 for two years. Entering another number plate costs €10.',
      course: `1. You apply and pay.
2. We check address and registration.
3. You print the permit, or we send it.`,
      remedy: remedy.en,
    },
  },
  {
    unit: 'cleaning',
    situations: ['waste', 'move'],
    asked: true,
    trust: 'none',
    normDays: 15,
    law: [federal('§ 17 KrWG', 'krwg/__17'), federal('§ 20 KrWG', 'krwg/__20'), 'Abfallsatzung der Stadt'],
    de: {
      name: 'Sperrmüll-Abholung',
      synonyms: `Sperrmüll anmelden
Sperrmüll
Sperrgut
Möbel entsorgen
Sofa entsorgen
Matratze entsorgen
alter Schrank
Kühlschrank entsorgen
Waschmaschine entsorgen
Elektroschrott
Elektrogeräte abholen
Entrümpelung
Haushaltsauflösung
Sperrmülltermin
Abholtermin`,
      short: 'Wir holen große Möbel und Geräte an der Straße ab. Sie wählen einen freien Tag.',
      text: 'Zum Sperrmüll gehört, was auch zerlegt nicht in die Tonne passt: Möbel, Matratzen, Teppiche, Fahrräder. **Große Elektrogeräte** melden Sie mit an, wir holen sie getrennt. Nicht mitnehmen dürfen wir Bauschutt, Tapeten, Autoteile, Farben und Säcke mit Restmüll: Dafür gibt es den Wertstoffhof.',
      conditions:
        'Sie wohnen in der Stadt und zahlen Abfallgebühren, selbst oder mit der Miete. Je Haushalt zwei Abholungen im Jahr, jedes Mal bis drei Kubikmeter.',
      documents: `- Adresse, an der abgeholt wird
- eine Liste der Sachen`,
      fees: 'Zwei Abholungen im Jahr sind in der Abfallgebühr enthalten. Jede weitere kostet 35 €, die Abholung innerhalb von drei Tagen 50 €.',
      course: `1. Sie wählen einen Tag und nennen die Sachen.
2. Stellen Sie sie am Tag vorher ab 18 Uhr oder bis 6 Uhr früh an die Straße, ohne den Gehweg zu versperren.
3. Was nicht angemeldet ist, bleibt stehen.`,
      duration: 'Der nächste freie Tag liegt meist in zwei bis drei Wochen.',
    },
    en: {
      name: 'Bulky waste pick-up',
      synonyms: `bulky waste
Sperrmüll
furniture disposal
old sofa
mattress
old fridge
washing machine
large items
electronic waste
get rid of furniture
collection of furniture`,
      short: 'We pick up large furniture and appliances at the kerb. You choose a free day.',
      text: 'Bulky waste is what does not fit into the bin even in parts: furniture, mattresses, carpets, bicycles. Register **large appliances** with it; we collect them separately. We may not take rubble, wallpaper, car parts, paint or bags of household waste: the recycling yard is there for those.',
      conditions:
        'You live in the town and pay waste charges, yourself or with the rent. Two pick-ups a year for each household, up to three cubic metres each.',
      documents: `- the address of the pick-up
- a list of the things`,
      fees: 'Two pick-ups a year are included in the waste charge. Each further one costs €35, a pick-up within three days €50.',
      course: `1. You choose a day and name the things.
2. Put them at the kerb from 6 pm the day before or until 6 am, without blocking the pavement.
3. What was not registered is left there.`,
      duration: 'The next free day is mostly in two to three weeks.',
    },
  },
  {
    unit: 'order',
    situations: ['events', 'business'],
    trust: 'basic',
    normDays: 30,
    law: [federal('§ 29 Absatz 2 StVO', 'stvo_2013/__29'), '§ 18 NStrG', '§ 2 NGastG'],
    de: {
      name: 'Veranstaltung auf öffentlicher Fläche',
      synonyms: `Straßenfest
Nachbarschaftsfest
Stadtteilfest
Flohmarkt
Umzug durch die Straßen
Laternenumzug
Konzert im Park
Sondernutzung
Sondernutzungserlaubnis
Infostand
Straße sperren
Straßensperrung für ein Fest
Fest anmelden
Stand aufstellen
Weihnachtsmarkt
Karneval`,
      short: 'Für Feste, Märkte, Läufe und Stände auf Straßen, Plätzen und in Parks brauchen Sie eine Erlaubnis.',
      text: 'Ein Antrag genügt für alles: Fläche, Straßensperrung, Lärm und Ausschank. Wir fragen die anderen Ämter, die Polizei und die Feuerwehr. **Versammlungen und Demonstrationen** brauchen keine Erlaubnis, sie werden bei der Versammlungsbehörde angezeigt.',
      conditions: 'Jemand Volljähriges ist verantwortlich und während der Veranstaltung erreichbar.',
      documents: `- Lageplan mit Ständen, Bühne und Rettungsweg
- Ablauf mit Zeiten
- Nachweis der Haftpflichtversicherung
- ab 1.000 Gästen: Sicherheitskonzept
- wenn Sie Alkohol ausschenken: Anzeige des Ausschanks, spätestens vier Wochen vorher`,
      fees: 'Bearbeitung 40 bis 250 €, je nach Aufwand. Dazu die Nutzung der Fläche: 0,50 € je Quadratmeter und Tag. Nachbarschaftsfeste und gemeinnützige Vereine zahlen keine Nutzungsgebühr.',
      course: `1. Sie beantragen, mindestens acht Wochen vorher.
2. Verkehrsbehörde, Grünflächenamt und Stadtreinigung nehmen Stellung.
3. Sie bekommen den Bescheid mit Auflagen.`,
      duration: 'Kleine Feste in zwei Wochen, große in sechs.',
      remedy: remedy.de,
    },
    en: {
      name: 'Event on public ground',
      synonyms: `street party
neighbourhood party
flea market
concert in the park
parade
close a street
information stand
market stall
festival
permit for an event`,
      short: 'You need a permit for parties, markets, runs and stands in streets, squares and parks.',
      text: 'One application covers everything: the ground, closing a street, noise and serving drinks. We ask the other departments, the police and the fire brigade. **Assemblies and demonstrations** need no permit; they are announced to the authority for assemblies.',
      conditions: 'Somebody of age is responsible and can be reached during the event.',
      documents: `- plan with stands, stage and the way for rescue
- programme with times
- proof of liability insurance
- from 1,000 guests on: a safety concept
- if you serve alcohol: notice of it, four weeks before at the latest`,
      fees: 'Processing €40 to €250, depending on the effort. In addition the ground: €0.50 per square metre and day. Neighbourhood parties and charitable clubs do not pay for the ground.',
      course: `1. You apply at least eight weeks before.
2. Traffic authority, parks department and street cleaning give their opinions.
3. You get the permit with its conditions.`,
      duration: 'Small parties in two weeks, large ones in six.',
      remedy: remedy.en,
    },
  },
  {
    unit: 'order',
    situations: ['business'],
    asked: true,
    leikaKey: '99050012104000',
    trust: 'basic',
    normDays: 3,
    law: [federal('§ 14 GewO', 'gewo/__14'), federal('§ 15 GewO', 'gewo/__15')],
    de: {
      name: 'Gewerbe anmelden',
      synonyms: `Gewerbeanmeldung
Gewerbeschein
selbstständig machen
Selbstständigkeit
Firma gründen
Unternehmen gründen
Kleingewerbe
Nebengewerbe
Laden eröffnen
Geschäft eröffnen
Existenzgründung
Freiberufler`,
      short: 'Wer ein Gewerbe beginnt, zeigt es an dem Tag an, an dem es losgeht. Die Bestätigung kommt in drei Tagen.',
      text: 'Anzeigen müssen Sie auch eine Zweigstelle und ein Gewerbe im Nebenberuf. Wir geben die Anzeige weiter an Finanzamt, Kammer, Berufsgenossenschaft und andere. **Keine** Anzeige brauchen freie Berufe, zum Beispiel Ärztinnen, Anwälte, Künstlerinnen, und die Landwirtschaft.',
      documents: `- Personalausweis oder Reisepass
- für GmbH, UG, AG: Auszug aus dem Handelsregister
- für Handwerk: Handwerkskarte
- für erlaubnispflichtige Gewerbe: die Erlaubnis
- wer keinen Pass der EU hat: Aufenthaltstitel, der selbstständige Arbeit erlaubt`,
      fees: '30 €, für jede weitere vertretungsberechtigte Person 15 €.',
      duration: 'Die Bestätigung (Gewerbeschein) bekommen Sie innerhalb von drei Tagen.',
    },
    en: {
      name: 'Register a trade',
      synonyms: `business registration
start a business
Gewerbeanmeldung
self-employed
trade licence
found a company
open a shop
small business
freelancer`,
      short: 'Whoever starts a trade registers it on the day it begins. The confirmation comes within three days.',
      text: 'A branch and a trade beside a job must be registered, too. We pass the registration on to tax office, chamber, accident insurance and others. Liberal professions, for example doctors, lawyers and artists, and farming need **no** registration.',
      documents: `- ID card or passport
- for GmbH, UG, AG: extract from the commercial register
- for crafts: the craftsman’s card
- for trades that need a licence: the licence
- without an EU passport: a residence title that allows self-employment`,
      fees: '€30, for each further person with power of representation €15.',
      duration: 'You get the confirmation (Gewerbeschein) within three days.',
    },
  },
  {
    unit: 'order',
    situations: ['business'],
    normDays: 3,
    law: [federal('§ 14 GewO', 'gewo/__14')],
    de: {
      name: 'Gewerbe abmelden',
      synonyms: `Gewerbeabmeldung
Betrieb schließen
Firma aufgeben
Geschäftsaufgabe
Laden schließen
Gewerbe beenden`,
      short: 'Geben Sie Ihren Betrieb auf oder verlegen Sie ihn in eine andere Gemeinde, melden Sie das Gewerbe hier ab.',
      text: 'Am neuen Ort melden Sie es wieder an. Ziehen Sie innerhalb der Stadt um, genügt eine Ummeldung.',
      documents: `- Personalausweis oder Reisepass
- die Gewerbeanmeldung, wenn Sie sie noch haben`,
      fees: '20 €.',
    },
    en: {
      name: 'Deregister a trade',
      synonyms: `close a business
end a trade
Gewerbeabmeldung
give up my company`,
      short: 'If you give up your business or move it to another municipality, deregister the trade here.',
      text: 'You register it again at the new place. If you move within the town, a change of address is enough.',
      documents: `- ID card or passport
- the registration, if you still have it`,
      fees: '€20.',
    },
  },
  {
    unit: 'green',
    situations: ['building'],
    trust: 'basic',
    normDays: 20,
    law: [
      'Baumschutzsatzung der Stadt',
      '§ 22 NNatSchG',
      federal('§ 29 BNatSchG', 'bnatschg_2009/__29'),
      federal('§ 39 Absatz 5 BNatSchG', 'bnatschg_2009/__39'),
    ],
    de: {
      name: 'Baumfällgenehmigung',
      synonyms: `Baum fällen
Baumfällung
Baum absägen
Baum im Garten
Baumschutz
Baum beschneiden
Hecke schneiden
Tanne fällen
Wurzeln
Fällgenehmigung`,
      short: 'Viele Bäume sind geschützt. Bevor Sie einen fällen oder stark schneiden, brauchen Sie eine Genehmigung.',
      text: 'Geschützt sind Laub- und Nadelbäume mit mehr als **80 cm Stammumfang**, gemessen in einem Meter Höhe. Obstbäume außer Walnuss sind frei. Auch mit Genehmigung darf **vom 1. März bis 30. September** nicht gefällt werden, außer bei Gefahr. Nester und Höhlen sind immer geschützt.',
      conditions:
        'Der Baum ist krank, gefährdet Menschen oder Gebäude, steht einem erlaubten Bau im Weg oder nimmt einer Wohnung alles Licht.',
      documents: `- wo der Baum steht: Lageplan oder Karte
- zwei Fotos: ganzer Baum und Schaden
- Art und Stammumfang
- wenn Sie nicht Eigentümerin oder Eigentümer sind: deren Zustimmung`,
      fees: '60 € je Baum, höchstens 180 € je Antrag. Ist der Baum abgestorben oder eine akute Gefahr, kostet es nichts.',
      course: `1. Sie beantragen mit Ort und Fotos.
2. Wir sehen uns den Baum an.
3. Sie bekommen den Bescheid, meist mit der Auflage, einen neuen Baum zu pflanzen.`,
      duration: 'Rechnen Sie mit vier Wochen. Bei akuter Gefahr rufen Sie an.',
      remedy: remedy.de,
    },
    en: {
      name: 'Tree felling permit',
      synonyms: `cut down a tree
fell a tree
tree removal
tree in the garden
prune a tree
tree protection
hedge cutting`,
      short: 'Many trees are protected. Before you fell or strongly prune one, you need a permit.',
      text: 'Protected are trees with a trunk of more than **80 cm around**, measured one metre above the ground. Fruit trees other than walnut are free. Even with a permit no tree may be felled **from 1 March to 30 September**, except in danger. Nests and hollows are always protected.',
      conditions:
        'The tree is ill, endangers people or buildings, stands in the way of a permitted building, or takes all light from a home.',
      documents: `- where the tree stands: plan or map
- two photos: the whole tree and the damage
- kind and girth
- if you are not the owner: the owner’s consent`,
      fees: '€60 for each tree, at most €180 for an application. It is free if the tree is dead or an acute danger.',
      course: `1. You apply with place and photos.
2. We look at the tree.
3. You get the decision, mostly with the duty to plant a new tree.`,
      duration: 'Reckon with four weeks. If there is acute danger, call us.',
      remedy: remedy.en,
    },
  },
  {
    unit: 'control',
    situations: ['voice'],
    trust: 'none',
    normDays: 10,
    law: [federal('Artikel 17 GG', 'gg/art_17')],
    de: {
      name: 'Anfrage oder Beschwerde',
      synonyms: `Beschwerde
Frage an die Stadt
Lob
Kritik
Anliegen
Ideen
Bürgermeisterin schreiben
sich beschweren
Dienstaufsichtsbeschwerde
Petition
Kontaktformular
Bürgeranfrage`,
      short: 'Sie haben eine Frage, ein Lob oder Ärger mit einem Amt? Schreiben Sie uns, wir bringen es an die richtige Stelle.',
      text: 'Jede und jeder kann sich an die Stadt wenden, auch ohne hier zu wohnen. Sie müssen nicht wissen, wer zuständig ist. Für **Schäden an Straßen, Lampen und Spielplätzen** gibt es die [Meldung](/meldungen/neu).',
      documents: 'Nichts. Wenn Sie ein Schreiben von uns haben, nennen Sie das Zeichen.',
      fees: 'Kostenlos.',
      course: `1. Sie schreiben Ihr Anliegen.
2. Wir geben es an das Amt weiter und sagen Ihnen, an welches.
3. Sie bekommen eine Antwort. Ist sie nicht gut, schreiben Sie noch einmal.`,
      duration: 'Eine Antwort oder ein Zwischenbescheid kommt innerhalb von zwei Wochen.',
    },
    en: {
      name: 'Question or complaint',
      synonyms: `complaint
ask the town
feedback
praise
contact form
write to the mayor
petition
complain about an office`,
      short: 'You have a question, praise or trouble with an office? Write to us; we take it to the right place.',
      text: 'Everybody can turn to the town, also without living here. You need not know who is responsible. For **damage to streets, lamps and playgrounds** there is the [report](/meldungen/neu).',
      documents: 'Nothing. If you have a letter from us, name its reference.',
      fees: 'Free of charge.',
      course: `1. You write down your concern.
2. We pass it on to the department and tell you which one.
3. You get an answer. If it is not good, write again.`,
      duration: 'An answer or an interim reply comes within two weeks.',
    },
  },
  {
    unit: 'control',
    situations: ['voice'],
    trust: 'none',
    normDays: 20,
    law: ['Informationsfreiheitssatzung der Stadt', '§ 3 NUIG', federal('§ 2 VIG', 'vig/__2')],
    de: {
      name: 'Einsicht in amtliche Informationen',
      synonyms: `Informationsfreiheit
IFG Anfrage
Akteneinsicht
Akten einsehen
Informationsfreiheitsgesetz
Transparenz
Unterlagen der Stadt sehen
Umweltinformationen
FragDenStaat
Auskunft aus Akten`,
      short: 'Jede und jeder kann Unterlagen der Stadt einsehen oder Kopien verlangen, ohne einen Grund zu nennen.',
      text: 'Das gilt für Verträge, Gutachten, Zahlen und Schriftverkehr in eigenen Angelegenheiten der Stadt, nach ihrer Satzung, und **für Umweltinformationen** nach dem Gesetz. Nicht herausgeben dürfen wir, was andere Menschen oder Geschäftsgeheimnisse betrifft; der Rest bleibt zugänglich. Vieles steht schon in den [offenen Daten](/opendata).',
      documents: 'Beschreiben Sie, was Sie suchen, so genau Sie können: Thema, Zeitraum, Amt.',
      fees: 'Einfache Auskünfte und Einsicht vor Ort sind kostenlos. Für Aufwändiges bis 250 €; wir sagen es Ihnen vorher.',
      course: `1. Sie schreiben, was Sie sehen möchten.
2. Wir suchen und fragen, wenn nötig, die Betroffenen.
3. Sie bekommen die Unterlagen oder einen Bescheid, warum nicht.`,
      duration: 'Spätestens nach einem Monat.',
      remedy: remedy.de,
    },
    en: {
      name: 'Access to official information',
      synonyms: `freedom of information
FOI request
see records
inspect files
transparency
environmental information
request documents`,
      short: 'Everybody can see documents of the town or ask for copies, without giving a reason.',
      text: 'This is true for contracts, expert opinions, figures and correspondence in the town’s own affairs, by its statute, and **for environmental information** by law. We may not give away what concerns other people or business secrets; the rest stays accessible. Much is already in the [open data](/opendata).',
      documents: 'Describe what you look for as exactly as you can: subject, period, department.',
      fees: 'Simple information and looking at papers here are free. Up to €250 for larger work; we tell you before.',
      course: `1. You write what you would like to see.
2. We search and, where needed, ask those concerned.
3. You get the documents, or a decision why not.`,
      duration: 'After one month at the latest.',
      remedy: remedy.en,
    },
  },
]
