import { type DemoService, federal, remedy } from './demo-service.ts'

export const familyServices: readonly DemoService[] = [
  {
    unit: 'registry',
    situations: ['child', 'papers'],
    asked: true,
    leikaKey: '99027002012000',
    trust: 'substantial',
    normDays: 5,
    law: [federal('§ 59 PStG', 'pstg/__59'), federal('§ 62 PStG', 'pstg/__62')],
    de: {
      name: 'Geburtsurkunde',
      synonyms: `Urkunde vom Standesamt
internationale Geburtsurkunde
mehrsprachige Geburtsurkunde
Abstammungsurkunde
Auszug aus dem Geburtenregister
Geburtenregister
Geburtsschein`,
      short: 'Eine Geburtsurkunde stellt das Standesamt aus, in dessen Bezirk das Kind geboren ist.',
      text: 'Wir stellen Urkunden aus, wenn die Geburt **in dieser Stadt** beurkundet wurde. Sonst wenden Sie sich an das Standesamt des Geburtsorts. Es gibt die Urkunde auf Deutsch und mehrsprachig, außerdem den beglaubigten Ausdruck aus dem Register.',
      conditions:
        'Urkunden bekommen die Person selbst (ab 16 Jahren), Ehe- und Lebenspartner, Vorfahren und Nachkommen. Geschwister und andere müssen ein Interesse nachweisen, zum Beispiel als Erben.',
      documents: `- Personalausweis oder Reisepass
- Name, Geburtstag und Geburtsort der Person, um die es geht
- für andere: Vollmacht oder Nachweis, wie Sie verwandt sind`,
      fees: '15 €, jede weitere gleiche Urkunde im selben Antrag 7,50 €. Für Rente, Kindergeld und Elterngeld ist sie kostenlos.',
      duration: 'Wir schicken die Urkunde mit der Post.',
      remedy: 'Lehnen wir ab, können Sie das Amtsgericht anrufen (§ 49 PStG).',
    },
    en: {
      name: 'Birth certificate',
      synonyms: `Geburtsurkunde
multilingual birth certificate
international birth certificate
extract from the register of births`,
      short: 'A birth certificate is issued by the registry office of the place where the child was born.',
      text: 'We issue certificates if the birth was registered **in this town**. Otherwise please ask the registry office of the place of birth. The certificate comes in German or in several languages; there is also a certified extract from the register.',
      conditions:
        'Certificates go to the person (from 16), spouses and registered partners, ancestors and descendants. Brothers, sisters and others must show an interest, for example as heirs.',
      documents: `- ID card or passport
- name, day and place of birth of the person concerned
- for somebody else: power of attorney, or proof of how you are related`,
      fees: '€15, each further copy in the same application €7.50. It is free for pensions, child benefit and parental allowance.',
      duration: 'We send the certificate by post.',
      remedy: 'If we refuse, you can go to the local court (section 49 PStG).',
    },
  },
  {
    unit: 'registry',
    situations: ['child'],
    normDays: 3,
    law: [federal('§ 18 PStG', 'pstg/__18'), federal('§ 20 PStG', 'pstg/__20')],
    de: {
      name: 'Geburt anzeigen',
      synonyms: `Baby anmelden
Neugeborenes anmelden
Geburt melden
Name des Kindes
Hausgeburt
Vaterschaft anerkennen
Kind ist geboren`,
      short: 'Die Geburt eines Kindes muss innerhalb einer Woche beim Standesamt angezeigt werden.',
      text: 'Kommt das Kind in einer **Klinik oder einem Geburtshaus** zur Welt, zeigt das Haus die Geburt an. Sie geben dort Ihre Unterlagen und den Namen des Kindes ab. Bei einer Hausgeburt zeigen die Eltern selbst an. Sind die Eltern nicht verheiratet, können sie die Vaterschaft schon vor der Geburt anerkennen.',
      documents: `- Ausweise der Eltern
- Geburtsurkunden der Eltern, bei Verheirateten die Eheurkunde
- gegebenenfalls Vaterschaftsanerkennung und Sorgeerklärung
- bei Hausgeburt: Bescheinigung der Hebamme`,
      fees: 'Die Beurkundung ist kostenlos, ebenso je eine Urkunde für Kindergeld, Elterngeld und Krankenkasse. Weitere Urkunden 15 €.',
    },
    en: {
      name: 'Report a birth',
      synonyms: `register a baby
new baby
newborn
name of the child
home birth
acknowledge paternity`,
      short: 'The birth of a child must be reported to the registry office within one week.',
      text: 'If the child is born in a **clinic or birth centre**, that house reports the birth. You hand in your papers and the child’s name there. After a home birth the parents report it themselves. Parents who are not married can acknowledge paternity before the birth.',
      documents: `- the parents’ ID cards
- the parents’ birth certificates, for married parents the marriage certificate
- acknowledgement of paternity and declaration of custody, if there are any
- after a home birth: the midwife’s certificate`,
      fees: 'Registration is free, and so is one certificate each for child benefit, parental allowance and health insurance. Further certificates €15.',
    },
  },
  {
    unit: 'youth',
    situations: ['child'],
    asked: true,
    trust: 'basic',
    normDays: 30,
    law: [federal('§ 24 SGB VIII', 'sgb_8/__24'), federal('§ 5 SGB VIII', 'sgb_8/__5'), '§ 20 NKiTaG', '§ 22 NKiTaG'],
    de: {
      name: 'Kita-Platz',
      synonyms: `Kindergartenplatz
Krippe
Krippenplatz
Kindergarten anmelden
Kita Anmeldung
Tagesmutter
Kinderbetreuung
Betreuungsplatz
Kindertagesstätte
Hort
Kind in der Kita anmelden
Vormerkung`,
      short: 'Melden Sie Ihr Kind für Krippe, Kindergarten oder Tagespflege an, mehrere Kinder in einem Antrag.',
      text: 'Kinder haben **ab dem ersten Geburtstag** Anspruch auf einen Platz. Nennen Sie bis zu fünf Häuser in Ihrer Reihenfolge. Plätze vergeben wir ab Februar für das Kita-Jahr, das im August beginnt; wer später kommt, rückt nach.',
      conditions:
        'Das Kind wohnt in der Stadt oder zieht bis zum Beginn hierher. Wichtig für die Reihenfolge sind Alter, Geschwister im selben Haus und ob die Eltern arbeiten, lernen oder Arbeit suchen.',
      documents: `- Geburtsurkunde des Kindes
- Nachweis über Arbeit, Ausbildung oder Studium, wenn Sie mehr als sechs Stunden am Tag brauchen
- vor Beginn: Nachweis der Masernimpfung`,
      fees: 'Ab dem dritten Geburtstag ist der Kindergarten bis acht Stunden am Tag kostenlos. Für die Krippe richtet sich der Beitrag nach dem Einkommen, höchstens 290 € im Monat. Das Mittagessen kostet extra.',
      course: `1. Sie melden an, am besten sechs Monate vorher.
2. Wir prüfen und bestätigen die Vormerkung.
3. Sie bekommen ein Angebot und sagen innerhalb von zehn Tagen zu.
4. Mit der Kita machen Sie die Eingewöhnung aus.`,
      duration: 'Die Bestätigung der Vormerkung kommt in zwei Wochen, ein Angebot meist bis Ende März.',
      remedy: remedy.de,
    },
    en: {
      name: 'Daycare place',
      synonyms: `kindergarten
nursery
creche
childcare
Kita
daycare
childminder
day nursery
preschool`,
      short: 'Register your child for a nursery, a kindergarten or a childminder; several children in one application.',
      text: 'Children have a right to a place **from their first birthday**. Name up to five houses in your order. We give places from February on for the year that begins in August; those who come later move up.',
      conditions:
        'The child lives in the town or moves here before the start. The order depends on age, brothers and sisters in the same house, and whether the parents work, learn or look for work.',
      documents: `- the child’s birth certificate
- proof of work, training or studies if you need more than six hours a day
- before the start: proof of measles vaccination`,
      fees: 'From the third birthday on, kindergarten is free for up to eight hours a day. For the nursery the fee depends on income, at most €290 a month. Lunch costs extra.',
      course: `1. You register, best six months before.
2. We check and confirm.
3. You get an offer and accept it within ten days.
4. You agree with the daycare how your child settles in.`,
      duration: 'The confirmation comes within two weeks, an offer mostly by the end of March.',
      remedy: remedy.en,
    },
  },
  {
    unit: 'registry',
    situations: ['marriage'],
    normDays: 10,
    law: [federal('§ 12 PStG', 'pstg/__12'), federal('§ 13 PStG', 'pstg/__13'), federal('§ 1355 BGB', 'bgb/__1355')],
    de: {
      name: 'Eheschließung anmelden',
      synonyms: `heiraten
Hochzeit
Trauung
Standesamt Termin
Eheschließung
Ehe anmelden
Trautermin
Hochzeit anmelden`,
      short: 'Wer heiraten möchte, meldet die Eheschließung beim Standesamt des Wohnorts an, frühestens sechs Monate vorher.',
      text: 'Sie melden die Eheschließung dort an, wo eine oder einer von Ihnen wohnt. Heiraten können Sie danach in jedem Standesamt in Deutschland. Samstags trauen wir im Gartensaal.',
      documents: `- Ausweise von beiden
- erweiterte Meldebescheinigung, wenn Sie nicht hier wohnen
- beglaubigter Ausdruck aus dem Geburtenregister, nicht älter als sechs Monate
- wer schon verheiratet war: Eheurkunde und Nachweis über das Ende der Ehe
- wer keine deutsche Staatsangehörigkeit hat: bitte rufen Sie vorher an`,
      fees: 'Anmeldung 60 €, mit ausländischem Recht 100 €. Trauung am Samstag 90 €. Eheurkunde 15 €.',
      course: 'Vereinbaren Sie einen Termin zur Anmeldung, zu dem möglichst beide kommen. Danach reservieren wir Ihren Trautermin.',
    },
    en: {
      name: 'Give notice of marriage',
      synonyms: `wedding
getting married
marry
marriage
civil wedding
registry office wedding`,
      short: 'Whoever wants to marry gives notice at the registry office of the place of residence, at most six months before.',
      text: 'You give notice where one of you lives. Afterwards you can marry in any registry office in Germany. On Saturdays we marry couples in the garden hall.',
      documents: `- both ID cards
- extended certificate of registration if you do not live here
- certified extract from the register of births, not older than six months
- if you were married before: marriage certificate and proof that the marriage ended
- if you are not a German citizen: please call us first`,
      fees: 'Notice €60, with foreign law €100. Wedding on a Saturday €90. Marriage certificate €15.',
      course: 'Make an appointment to give notice, to which both come if possible. Then we reserve the day of your wedding.',
    },
  },
  {
    unit: 'registry',
    situations: ['death'],
    normDays: 2,
    law: [federal('§ 28 PStG', 'pstg/__28'), federal('§ 29 PStG', 'pstg/__29'), federal('§ 60 PStG', 'pstg/__60')],
    de: {
      name: 'Sterbefall anzeigen',
      synonyms: `Todesfall
Tod melden
Sterbeurkunde
verstorben
Angehöriger gestorben
Bestattung
Beerdigung`,
      short: 'Ein Todesfall wird spätestens am dritten folgenden Werktag beim Standesamt des Sterbeorts angezeigt.',
      text: 'Meist übernimmt das ein **Bestattungsunternehmen** für Sie. Ist der Mensch in einer Klinik oder einem Heim gestorben, zeigt das Haus den Tod an. Wir beurkunden den Sterbefall und geben Ihnen Sterbeurkunden für Bank, Versicherung und Rente.',
      documents: `- Todesbescheinigung der Ärztin oder des Arztes
- Ausweis der verstorbenen Person
- Geburtsurkunde, bei Verheirateten Eheurkunde, bei Verwitweten auch die Sterbeurkunde des Partners`,
      fees: 'Die Beurkundung ist kostenlos. Sterbeurkunde 15 €, jede weitere 7,50 €; für Rente und Krankenkasse kostenlos.',
      course: 'Sie können ohne Termin kommen. Wir nehmen uns Zeit.',
    },
    en: {
      name: 'Report a death',
      synonyms: `death certificate
bereavement
somebody died
funeral
Sterbeurkunde
register a death`,
      short: 'A death is reported to the registry office of the place of death by the third working day after it.',
      text: 'Usually an **undertaker** does this for you. If the person died in a clinic or a home, that house reports the death. We register the death and give you certificates for bank, insurance and pension.',
      documents: `- the doctor’s certificate of death
- ID card of the person who died
- birth certificate; marriage certificate if married; for the widowed also the partner’s death certificate`,
      fees: 'Registration is free. Death certificate €15, each further €7.50; free for pension and health insurance.',
      course: 'You can come without an appointment. We take our time.',
    },
  },
]
