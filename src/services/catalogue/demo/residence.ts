import { type DemoService, federal } from './demo-service.ts'

export const residenceServices: readonly DemoService[] = [
  {
    unit: 'citizens',
    situations: ['move'],
    asked: true,
    trust: 'substantial',
    normDays: 1,
    law: [federal('§ 17 BMG', 'bmg/__17'), federal('§ 19 BMG', 'bmg/__19'), federal('§ 54 BMG', 'bmg/__54')],
    de: {
      name: 'Wohnung ummelden',
      synonyms: `Umzug innerhalb der Stadt
Adresse ändern
neue Adresse melden
Wohnsitz ummelden
Ummeldung
Adressänderung im Ausweis
Wohnungswechsel
umgezogen
Anschrift ändern`,
      short: 'Sie sind innerhalb der Stadt umgezogen. Melden Sie die neue Adresse innerhalb von zwei Wochen nach dem Einzug.',
      text: 'Wer in der Stadt eine andere Wohnung bezieht, meldet das **innerhalb von zwei Wochen nach dem Einzug**. Vorher geht es nicht. Ihre alte Adresse müssen Sie nicht abmelden, das passiert von selbst. Familien, die gemeinsam umziehen, melden sich gemeinsam um.',
      conditions: 'Sie wohnen schon in der Stadt und sind eingezogen. Für Kinder unter 16 Jahren melden die Eltern um.',
      documents: `- Personalausweis oder Reisepass von allen, die umziehen
- Wohnungsgeberbestätigung: Ihre Vermieterin oder Ihr Vermieter muss sie Ihnen innerhalb von zwei Wochen geben. Ein Mietvertrag genügt nicht.
- Wer im eigenen Haus wohnt, bestätigt den Einzug selbst`,
      fees: 'Das Ummelden kostet nichts. Melden Sie sich zu spät, kann das ein Bußgeld bis 1.000 € kosten.',
      course: `1. Sie geben die neue Adresse an und legen die Bestätigung vor.
2. Wir ändern das Melderegister.
3. Auf dem Personalausweis kleben wir die neue Adresse auf, den Reisepass ändern wir beim Wohnort.`,
      duration: 'Am Schalter ist es in zehn Minuten erledigt.',
    },
    en: {
      name: 'Change of address within town',
      synonyms: `moving within the town
change address
new address
Ummeldung
moved house
re-register address
new flat`,
      short: 'You have moved within the town. Report your new address within two weeks of moving in.',
      text: 'If you move to another home in town, report it **within two weeks of moving in**. You cannot do it earlier. Your old address is deregistered automatically. Families who move together are registered together.',
      conditions: 'You already live in the town and have moved in. Parents do this for children under 16.',
      documents: `- ID card or passport of everybody who moves
- Landlord’s confirmation (Wohnungsgeberbestätigung): your landlord has to give it to you within two weeks. A rental contract is not enough.
- If you live in a house of your own, you confirm moving in yourself`,
      fees: 'Changing your address is free. If you are late, you may be fined up to €1,000.',
      course: `1. You give us the new address and show the confirmation.
2. We change the register of residents.
3. We put the new address on your ID card and change the place of residence in your passport.`,
      duration: 'At the counter it takes ten minutes.',
    },
  },
  {
    unit: 'citizens',
    situations: ['move'],
    asked: true,
    leikaKey: '99115005104001',
    normDays: 0,
    law: [federal('§ 17 BMG', 'bmg/__17'), federal('§ 19 BMG', 'bmg/__19'), federal('§ 23 BMG', 'bmg/__23')],
    de: {
      name: 'Wohnung anmelden',
      synonyms: `neu in der Stadt
Zuzug
Einwohnermeldeamt
Wohnsitz anmelden
Hauptwohnsitz anmelden
Zweitwohnsitz
Nebenwohnsitz
hergezogen
Anmeldung beim Einwohnermeldeamt
erster Wohnsitz in Deutschland`,
      short: 'Sie ziehen neu in die Stadt. Melden Sie sich innerhalb von zwei Wochen nach dem Einzug an.',
      text: 'Wer in die Stadt zieht, aus einer anderen Gemeinde oder aus dem Ausland, meldet sich **innerhalb von zwei Wochen nach dem Einzug** an. Bei der alten Gemeinde müssen Sie sich nicht abmelden. Eine zweite Wohnung melden Sie als Nebenwohnung an.',
      documents: `- Personalausweis oder Reisepass von allen, die einziehen
- Wohnungsgeberbestätigung
- beim Zuzug aus dem Ausland auch Geburtsurkunden und, falls verheiratet, die Eheurkunde`,
      fees: 'Kostenlos.',
      course: 'Vereinbaren Sie am Telefon einen Termin, oder kommen Sie vorbei. Sie bekommen die Meldebestätigung sofort mit.',
    },
    en: {
      name: 'Register your address',
      synonyms: `Anmeldung
new in town
registration of residence
register as resident
moving to Germany
second home
residence registration`,
      short: 'You are new in town. Register within two weeks of moving in.',
      text: 'Whoever moves to the town, from another municipality or from abroad, registers **within two weeks of moving in**. You need not deregister at your old municipality. A second home is registered as a secondary residence.',
      documents: `- ID card or passport of everybody who moves in
- landlord’s confirmation (Wohnungsgeberbestätigung)
- when you come from abroad, also birth certificates and, if you are married, the marriage certificate`,
      fees: 'Free of charge.',
      course: 'Make an appointment by telephone or come by. You get the confirmation of registration at once.',
    },
  },
  {
    unit: 'citizens',
    situations: ['move'],
    normDays: 1,
    law: [federal('§ 17 Absatz 2 BMG', 'bmg/__17')],
    de: {
      name: 'Wohnung abmelden',
      synonyms: `Wegzug ins Ausland
auswandern
Nebenwohnung abmelden
Zweitwohnsitz abmelden
Wohnsitz abmelden
Abmeldung
Deutschland verlassen
Abmeldebestätigung`,
      short: 'Sie ziehen ins Ausland oder geben eine Nebenwohnung auf. Dann melden Sie sich ab.',
      text: 'Abmelden müssen Sie sich nur, wenn Sie **keine neue Wohnung in Deutschland** beziehen oder eine Nebenwohnung aufgeben. Das geht frühestens eine Woche vor und spätestens zwei Wochen nach dem Auszug, auch schriftlich.',
      documents: `- Personalausweis oder Reisepass, schriftlich: eine Kopie
- Tag des Auszugs und, wenn Sie möchten, die neue Adresse im Ausland`,
      fees: 'Kostenlos.',
      course: 'Sie bekommen eine Abmeldebestätigung. Heben Sie sie auf: Versicherungen, Banken und Vertragspartner fragen danach.',
    },
    en: {
      name: 'Deregister your address',
      synonyms: `moving abroad
leaving Germany
Abmeldung
deregistration
give up a second home`,
      short: 'You move abroad or give up a second home. Then you deregister.',
      text: 'You only have to deregister if you **do not move to another home in Germany**, or give up a secondary residence. You can do so from one week before until two weeks after moving out, also in writing.',
      documents: `- ID card or passport; a copy if you write to us
- the day you move out and, if you like, your new address abroad`,
      fees: 'Free of charge.',
      course: 'You get a confirmation. Keep it: insurers, banks and others will ask for it.',
    },
  },
  {
    unit: 'citizens',
    situations: ['papers', 'move'],
    asked: true,
    trust: 'basic',
    normDays: 2,
    law: [federal('§ 18 BMG', 'bmg/__18')],
    de: {
      name: 'Meldebescheinigung',
      synonyms: `Wohnsitzbescheinigung
Wohnsitznachweis
Nachweis der Adresse
Aufenthaltsbescheinigung
erweiterte Meldebescheinigung
Meldebestätigung
Bescheinigung über meinen Wohnsitz
Adressnachweis
Haushaltsbescheinigung`,
      short: 'Der Nachweis, dass und seit wann Sie hier gemeldet sind, zum Beispiel für die Bank, eine Behörde oder die Hochzeit.',
      text: 'Die **einfache** Bescheinigung nennt Namen, Geburtsdatum und Adresse. Die **erweiterte** nennt auch Familienstand, Staatsangehörigkeit, frühere Adressen oder den Tag des Einzugs. Für die Anmeldung einer Eheschließung brauchen Sie die erweiterte.',
      conditions: 'Sie sind in der Stadt gemeldet. Für andere bekommen Sie sie nur mit deren Vollmacht.',
      documents: `- Personalausweis oder Reisepass
- mit Vollmacht: die Vollmacht und beide Ausweise`,
      fees: '10 € für jede Bescheinigung. Für Rente und Sozialleistungen ist sie kostenlos.',
      duration: 'Am Schalter sofort, sonst per Post.',
    },
    en: {
      name: 'Certificate of registration',
      synonyms: `Meldebescheinigung
proof of address
proof of residence
registration certificate
residence certificate
confirmation of address`,
      short: 'Proof that you are registered here and since when, for example for a bank, an authority or your wedding.',
      text: 'The **simple** certificate has your name, date of birth and address. The **extended** one also has marital status, nationality, earlier addresses or the day you moved in. To give notice of marriage you need the extended one.',
      conditions: 'You are registered in the town. For somebody else you need a power of attorney.',
      documents: `- ID card or passport
- with a power of attorney: that paper and both ID cards`,
      fees: '€10 for each certificate. It is free for pensions and social benefits.',
      duration: 'At once at the counter, otherwise by post.',
    },
  },
  {
    unit: 'citizens',
    situations: ['papers'],
    asked: true,
    leikaKey: '99008001012000',
    normDays: 20,
    law: [federal('§ 9 PAuswG', 'pauswg/__9'), federal('§ 1 PAuswGebV', 'pauswgebv/__1')],
    de: {
      name: 'Personalausweis',
      synonyms: `Ausweis beantragen
neuer Ausweis
Perso
Ausweis verlängern
Ausweis abgelaufen
Ausweis verloren
Ausweis gestohlen
vorläufiger Personalausweis
Online-Ausweis PIN
Kinderausweis`,
      short: 'Einen Personalausweis beantragen Sie persönlich. Nach etwa vier Wochen können Sie ihn abholen.',
      text: 'Ab 16 Jahren müssen Deutsche einen Ausweis oder Reisepass haben. Verlängern kann man ihn nicht, Sie beantragen einen neuen. Er gilt zehn Jahre, vor dem 24. Geburtstag sechs. Ist Ihr Ausweis **verloren oder gestohlen**, melden Sie das sofort und lassen Sie den Online-Ausweis unter der Nummer 116 116 sperren.',
      documents: `- alter Ausweis, Reisepass oder Geburtsurkunde
- ein digitales Foto: vom Fotostudio als Code, oder Sie machen es bei uns
- für Kinder unter 16 Jahren: Zustimmung der Eltern und deren Ausweise`,
      fees: `| Wofür | Gebühr |
|---|---|
| ab 24 Jahren | 46,00 € |
| unter 24 Jahren | 27,60 € |
| vorläufiger Ausweis | 10,00 € |
| Foto im Amt | 6,00 € |`,
      course:
        'Beantragen Sie ihn selbst am Schalter, mit Termin. Die Bundesdruckerei stellt ihn her. Wenn es eilt, bekommen Sie einen vorläufigen Ausweis sofort.',
    },
    en: {
      name: 'Identity card',
      synonyms: `Personalausweis
ID card
national ID
renew ID card
lost ID card
stolen ID`,
      short: 'You apply for an identity card in person. After about four weeks you can pick it up.',
      text: 'Germans over 16 must have an identity card or a passport. It cannot be extended; you apply for a new one. It is valid for ten years, or six if you are under 24. If your card is **lost or stolen**, tell us at once and have the online function blocked by calling 116 116.',
      documents: `- old card, passport or birth certificate
- a digital photo: from a studio as a code, or taken here
- for children under 16: the parents’ consent and their ID cards`,
      fees: `| What for | Fee |
|---|---|
| from 24 years | €46.00 |
| under 24 years | €27.60 |
| temporary card | €10.00 |
| photo taken here | €6.00 |`,
      course:
        'Apply at the counter yourself, with an appointment. The card is made by the Bundesdruckerei. If it is urgent you get a temporary card at once.',
    },
  },
  {
    unit: 'citizens',
    situations: ['papers'],
    normDays: 25,
    law: [federal('§ 6 PassG', 'pa_g_1986/__6'), federal('§ 15 PassV', 'passv_2007/__15')],
    de: {
      name: 'Reisepass',
      synonyms: `Pass beantragen
Pass verlängern
Pass abgelaufen
neuer Pass
Expresspass
vorläufiger Reisepass
Kinderreisepass
Pass verloren
Reise außerhalb der EU`,
      short: 'Einen Reisepass beantragen Sie persönlich. Er braucht vier bis sechs Wochen, im Express drei bis vier Werktage.',
      text: 'Den Pass brauchen Sie für Reisen in viele Länder außerhalb der EU. Auch Kinder bekommen einen normalen Pass: Den Kinderreisepass gibt es seit 2024 nicht mehr neu.',
      documents: `- alter Pass, Personalausweis oder Geburtsurkunde
- ein digitales Foto
- für Kinder: Zustimmung beider Eltern und deren Ausweise`,
      fees: `| Wofür | Gebühr |
|---|---|
| ab 24 Jahren | 70,00 € |
| unter 24 Jahren | 37,50 € |
| Express, zusätzlich | 32,00 € |
| vorläufiger Pass | 26,00 € |`,
      course: 'Beantragen Sie ihn selbst am Schalter, mit Termin. Den fertigen Pass holen Sie ab.',
    },
    en: {
      name: 'Passport',
      synonyms: `Reisepass
renew passport
express passport
travel document
passport for a child
lost passport`,
      short: 'You apply for a passport in person. It takes four to six weeks, or three to four working days by express.',
      text: 'You need a passport to travel to many countries outside the EU. Children get an ordinary passport, too: the children’s passport is no longer issued since 2024.',
      documents: `- old passport, ID card or birth certificate
- a digital photo
- for children: consent of both parents and their ID cards`,
      fees: `| What for | Fee |
|---|---|
| from 24 years | €70.00 |
| under 24 years | €37.50 |
| express, in addition | €32.00 |
| temporary passport | €26.00 |`,
      course: 'Apply at the counter yourself, with an appointment, and pick up the passport when it is ready.',
    },
  },
  {
    unit: 'citizens',
    situations: ['papers', 'business'],
    leikaKey: '99049001001000',
    normDays: 10,
    law: [federal('§ 30 BZRG', 'bzrg/__30'), federal('§ 30a BZRG', 'bzrg/__30a')],
    de: {
      name: 'Führungszeugnis',
      synonyms: `polizeiliches Führungszeugnis
erweitertes Führungszeugnis
Strafregisterauszug
Führungszeugnis für Ehrenamt
Führungszeugnis für Arbeitgeber
Vorstrafen`,
      short: 'Das Führungszeugnis zeigt, ob und welche Strafen im Bundeszentralregister eingetragen sind.',
      text: 'Arbeitgeber und Vereine fragen danach. Wer mit Kindern arbeitet, braucht das **erweiterte** Führungszeugnis. Mit Online-Ausweis können Sie es auch direkt beim Bundesamt für Justiz beantragen.',
      documents: `- Personalausweis oder Reisepass
- für das erweiterte: die schriftliche Aufforderung der Stelle, die es verlangt`,
      fees: '13 €. Für ein Ehrenamt ist es kostenlos, mit einer Bestätigung der Einrichtung.',
      course:
        'Wir leiten den Antrag weiter. Das Bundesamt für Justiz schickt das Führungszeugnis nach Hause oder, wenn es für eine Behörde ist, direkt dorthin.',
    },
    en: {
      name: 'Certificate of good conduct',
      synonyms: `Führungszeugnis
criminal record check
police clearance
background check
extended certificate of good conduct`,
      short: 'The certificate shows whether and which sentences are entered in the Federal Central Criminal Register.',
      text: 'Employers and clubs ask for it. Whoever works with children needs the **extended** certificate. With an online ID card you can apply directly to the Federal Office of Justice.',
      documents: `- ID card or passport
- for the extended one: the written request of whoever asks for it`,
      fees: '€13. It is free for voluntary work, with a confirmation of the organisation.',
      course:
        'We pass on your application. The Federal Office of Justice sends the certificate to your home or, if it is for an authority, directly there.',
    },
  },
  {
    unit: 'citizens',
    situations: ['papers'],
    normDays: 0,
    law: [federal('§ 33 VwVfG', 'vwvfg/__33'), federal('§ 34 VwVfG', 'vwvfg/__34')],
    de: {
      name: 'Beglaubigung',
      synonyms: `Zeugnis beglaubigen
Kopie beglaubigen
beglaubigte Kopie
Unterschrift beglaubigen
amtliche Beglaubigung
Abschrift`,
      short: 'Wir bestätigen, dass eine Kopie mit dem Original übereinstimmt oder dass Sie selbst unterschrieben haben.',
      text: 'Wir beglaubigen Kopien von deutschen Zeugnissen und anderen Urkunden einer Behörde, und Unterschriften, die eine Behörde verlangt. **Nicht** beglaubigen dürfen wir Geburts-, Ehe- und Sterbeurkunden (die gibt es neu beim Standesamt) und Unterschriften für Grundbuch oder Handelsregister (das macht eine Notarin oder ein Notar).',
      documents: `- das Original
- die Kopie, wenn Sie schon eine haben
- Personalausweis oder Reisepass; unterschreiben Sie erst bei uns`,
      fees: '5 € für jede Seite, Unterschriften 8 €. Für Bewerbungen um Ausbildung und Studium kosten drei Kopien nichts.',
    },
    en: {
      name: 'Certified copies and signatures',
      synonyms: `Beglaubigung
certify a copy
certified copy
certified signature
notarise
attestation`,
      short: 'We confirm that a copy agrees with the original, or that you have signed yourself.',
      text: 'We certify copies of German school reports and other papers issued by an authority, and signatures that an authority asks for. We may **not** certify birth, marriage and death certificates (the registry office issues new ones), nor signatures for the land or commercial register (a notary does that).',
      documents: `- the original
- the copy, if you have one
- ID card or passport; please sign only here`,
      fees: '€5 for each page, signatures €8. For applications for training or studies three copies are free.',
    },
  },
]
