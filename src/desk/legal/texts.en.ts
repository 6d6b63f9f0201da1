/** Texts of the pages that a town has until it writes its own. Markdown; `{town}` is the town's name. */
export const en: Record<string, string> = {
  'legal.imprint': 'Legal notice',
  'legal.privacy': 'Privacy',
  'legal.accessibility': 'Accessibility',
  'legal.contact': 'Contact',
  'legal.help': 'Help',
  'legal.search': 'Pages',
  'legal.search.page': 'Page',
  'legal.invented': 'These details are made up',
  'legal.invented.text': 'The town does not exist. A real town writes its own texts here (administration, pages of the town).',
  'legal.unwritten': 'The town still has to fill this in',
  'legal.unwritten.text':
    'The law asks for the town’s own details. The editors enter them in the administration under “Pages of the town”.',
  'legal.contact.units': 'Departments',
  'legal.contact.all': 'All departments with their teams',

  'legal.imprint.text': `## Provider

Town hall of {town}

The town enters its address, representative, telephone, e-mail and VAT number here (section 5 DDG).

## Responsible for the content

To be named by the town here (section 18 (2) MStV).`,
  'legal.imprint.demo': `## Provider

Town hall of {town}
Marktplatz 1, 00000 {town} (made up)

Telephone: 030 23125 100
E-mail: [rathaus@rathaus.example](mailto:rathaus@rathaus.example)

The town of {town} is a public body. It is represented by the mayor.

## Responsible for the content

Samira Belhadi, citizen service desk, address as above.

## Software

These pages run on Stadtplatz, free software under the EUPL 1.2. Type and controls follow the KERN standard.`,

  'legal.privacy.text': `## Who is responsible

The town hall of {town} is responsible for processing your data on these pages. Its address stands in the [legal notice](/impressum). The town enters the name and address of its data protection officer here.

## What we keep when you only read

No account, no analysis of your visit, no advertising, no services of third parties. Your network address is counted briefly and in encrypted form, so that nobody overloads the pages with requests.

We only set cookies that are needed:

| Cookie | What for | How long |
|---|---|---|
| sitzung | you are signed in | until you sign out, at most 180 days |
| sprache, farbe | your choice of language and appearance | one year |
| hinweis | a message on the next page | one minute |
| vorgang-… | your matter stays open without an account | two hours |

## What we keep when you report something

Your text, the place, the pictures and, only if you want, your name, e-mail address and telephone number. We remove the hidden details of pictures (place, device, time) before anybody else sees them. Only text, place, picture and state become public. Who reported never does.

The legal basis is a task in the public interest (Article 6 (1) (e) GDPR).

## Who sees your data

Only those who need it for their work, by a table of rights. **Every look of staff at personal data is written down.** If you have an account, [Who has read my data](/mein/daten/zugriffe) shows you who looked, in which role, when and what for.

## Your rights

Access, correction, erasure, restriction, portability and objection (Articles 15 to 21 GDPR). With an account you download your data yourself and delete your account yourself. You can complain to the data protection authority of your Land.`,

  'legal.accessibility.text': `This statement is about the pages of {town} on Stadtplatz. It follows the German regulation on accessible information technology (BITV 2.0) and the law of the Land. The aim is the European standard EN 301 549 with WCAG 2.2 at level AA.

## How far we are

The pages are **partially conformant** with the requirements.

## What was checked

- The parts of the pages and the pages themselves with the program axe, in German and English, light and dark, narrow and wide.
- Use with the keyboard alone, without JavaScript, at a width of 320 pixels.
- Colour contrast of text and controls.

Programs only find some of the barriers. **Not yet checked**: with people with disabilities, with screen readers in everyday use, and by an independent body.

## What is not accessible yet

- An overview in Easy Language and in German Sign Language is missing (section 4 BITV 2.0).
- Single points on maps cannot be read with a screen reader. Beside each map the same stands as a list, and each place can be found by words.
- Pictures that citizens send have no description of their own. What they show follows from the text of the report.
- Documents that others upload may contain barriers.

## Report a barrier

Tell us what does not work, and on which page. The addresses are under [Contact](/kontakt). We answer within a month.

## If that does not help

If you get no good answer, turn to the conciliation or enforcement body of your Land. It is free of charge. The town enters its address here.

This statement was written on 23 November 2026 after our own checks.`,

  'legal.contact.text': `For damage to streets, lamps, parks and playgrounds there is the [report](/meldungen/neu). You see how it stands under [Status](/status) with number and code.

**If people are in danger call 112, for crimes 110.**

If something on these pages does not work or is a barrier, please write too. We answer what you say about [accessibility](/barrierefreiheit) within a month.`,

  'legal.help.text': `## Report something

You see damage? [Report it](/meldungen/neu): photo, place, a short text. You need no account. In danger call 112.

## Follow without an account

After sending you get a number and a code. With them you see how it stands under [Status](/status), and there you answer questions too. Keep the code safe: we cannot show it again.

## What the states mean

- **Received**: we have it.
- **Accepted**: a department is responsible.
- **In progress**: work is going on.
- **Your turn**: we need an answer from you.
- **Done**: finished, mostly with a photo.
- **Closed**: we do nothing more. The reason is given.

## Account

With an account you see all your matters in one place and choose which messages you get. You can sign in with a password, a code by e-mail or a passkey.

## Search and keys

The key / takes you to the [search](/suche). In lists j and k go on and back, Enter opens.

## Type size, colours, language

Enlarge the type with your browser. Light and dark are set at the bottom of each page, the language at the top.`,
}
