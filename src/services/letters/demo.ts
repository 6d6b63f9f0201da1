import type { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { LetterHead } from './head/letter-head.rules.ts'
import { changeLetterHead } from './head/letter-head.verbs.ts'
import type { LetterContent } from './template/content.rules.ts'
import { makeTemplate, type NewTemplate, publishTemplate } from './template/template.verbs.ts'

type Example = NewTemplate & { content: z.input<typeof LetterContent> }

const examples: readonly Example[] = [
  {
    // The one that workflows name: what it says goes by the decision.
    key: 'decision',
    name: 'Bescheid',
    content: {
      subject: { de: 'Bescheid: {{case.title}}', en: 'Decision: {{case.title}}' },
      remedy: 'objection',
      blocks: [
        {
          kind: 'paragraph',
          de: 'Ihr Antrag vom {{case.received}} ist bei uns unter der Nummer {{case.number}} eingegangen. Wir haben ihn geprüft und so entschieden: {{decision.outcome}}.',
          en: 'Your application of {{case.received}} has the number {{case.number}}. We looked at it and decided: {{decision.outcome}}.',
        },
        {
          kind: 'paragraph',
          de: 'Bitte heben Sie diesen Bescheid auf und zeigen Sie ihn vor, wenn jemand danach fragt.',
          en: 'Please keep this notice and show it when somebody asks for it.',
          when: { name: 'fact.outcome', is: 'differs', value: 'refused' },
        },
        {
          kind: 'paragraph',
          de: 'Wenn sich an den Voraussetzungen etwas ändert, können Sie jederzeit einen neuen Antrag stellen.',
          en: 'If the conditions change you can apply again at any time.',
          when: { name: 'fact.outcome', is: 'equals', value: 'refused' },
        },
        { kind: 'heading', de: 'Gründe', en: 'Reasons' },
        { kind: 'reasons' },
        {
          kind: 'paragraph',
          de: 'Fragen beantwortet Ihnen {{office.name}}, Telefon {{office.phone}}.',
          en: '{{office.name}} answers your questions, telephone {{office.phone}}.',
        },
        { kind: 'remedy' },
      ],
    },
  },
  {
    key: 'bewilligung',
    name: 'Bewilligung',
    content: {
      subject: { de: 'Bescheid: {{case.title}}', en: 'Decision: {{case.title}}' },
      remedy: 'objection',
      blocks: [
        {
          kind: 'paragraph',
          de: 'Ihr Antrag vom {{case.received}} ist bei uns unter der Nummer {{case.number}} eingegangen. Wir haben ihn geprüft und geben ihm statt.',
          en: 'Your application of {{case.received}} has the number {{case.number}}. We looked at it and grant it.',
        },
        { kind: 'heading', de: 'Gründe', en: 'Reasons' },
        { kind: 'reasons' },
        { kind: 'heading', de: 'Ihre Angaben', en: 'What you told us' },
        { kind: 'answers' },
        { kind: 'remedy' },
      ],
    },
  },
  {
    key: 'ablehnung',
    name: 'Ablehnung',
    content: {
      subject: { de: 'Bescheid: {{case.title}}', en: 'Decision: {{case.title}}' },
      remedy: 'objection',
      signatures: 2,
      blocks: [
        {
          kind: 'paragraph',
          de: 'Ihren Antrag vom {{case.received}} ({{case.number}}) müssen wir ablehnen.',
          en: 'We have to refuse your application of {{case.received}} ({{case.number}}).',
        },
        { kind: 'heading', de: 'Gründe', en: 'Reasons' },
        { kind: 'reasons' },
        {
          kind: 'paragraph',
          de: 'Wenn sich an den Voraussetzungen etwas ändert, können Sie jederzeit einen neuen Antrag stellen. Fragen beantwortet Ihnen {{office.name}}, Telefon {{office.phone}}.',
          en: 'If the conditions change you can apply again at any time. {{office.name}} answers your questions, telephone {{office.phone}}.',
        },
        { kind: 'remedy' },
      ],
    },
  },
  {
    key: 'gebuehrenbescheid',
    name: 'Gebührenbescheid',
    content: {
      subject: { de: 'Gebührenbescheid: {{case.title}}', en: 'Fee notice: {{case.title}}' },
      regime: 'ao',
      remedy: 'objection',
      blocks: [
        {
          kind: 'paragraph',
          de: 'Für Ihren Antrag {{case.number}} setzen wir {{fee.total}} fest.',
          en: 'For your application {{case.number}} we charge {{fee.total}}.',
        },
        { kind: 'fees' },
        { kind: 'heading', de: 'So zahlen Sie', en: 'How to pay' },
        { kind: 'payment' },
        {
          kind: 'paragraph',
          de: 'Bitte zahlen Sie bis zum {{payment.due}}.',
          en: 'Please pay until {{payment.due}}.',
          when: { name: 'payment.due', is: 'filled' },
        },
        { kind: 'remedy' },
      ],
    },
  },
  {
    key: 'abhilfebescheid',
    name: 'Abhilfebescheid',
    content: {
      subject: { de: 'Abhilfebescheid: {{case.title}}', en: 'Notice of remedy: {{case.title}}' },
      remedy: 'suit',
      blocks: [
        {
          kind: 'paragraph',
          de: 'Ihr Widerspruch vom {{case.received}} gegen unseren Bescheid vom {{answer.decidedOn}} ({{answer.reference}}) hat Erfolg. Wir helfen ihm ab (§ 72 VwGO).',
          en: 'Your objection of {{case.received}} to our decision of {{answer.decidedOn}} ({{answer.reference}}) succeeds. We remedy it (section 72 VwGO).',
        },
        { kind: 'heading', de: 'Neue Entscheidung und Gründe', en: 'New decision and reasons' },
        { kind: 'reasons' },
        { kind: 'heading', de: 'Kosten', en: 'Costs' },
        { kind: 'paragraph', de: '{{fact.kosten}}', en: '{{fact.kosten}}' },
        { kind: 'remedy' },
      ],
    },
  },
  {
    key: 'widerspruchsbescheid',
    name: 'Widerspruchsbescheid',
    content: {
      subject: { de: 'Widerspruchsbescheid: {{case.title}}', en: 'Decision on your objection: {{case.title}}' },
      remedy: 'suit',
      blocks: [
        {
          kind: 'paragraph',
          de: 'Über Ihren Widerspruch vom {{case.received}} gegen unseren Bescheid vom {{answer.decidedOn}} ({{answer.reference}}) haben wir entschieden (§ 73 VwGO). Ergebnis: {{decision.outcome}}.',
          en: 'We have decided on your objection of {{case.received}} to our decision of {{answer.decidedOn}} ({{answer.reference}}) (section 73 VwGO): {{decision.outcome}}.',
        },
        { kind: 'heading', de: 'Gründe', en: 'Reasons' },
        { kind: 'reasons' },
        { kind: 'heading', de: 'Kosten', en: 'Costs' },
        { kind: 'paragraph', de: '{{fact.kosten}}', en: '{{fact.kosten}}' },
        { kind: 'remedy' },
      ],
    },
  },
  {
    key: 'nachforderung',
    name: 'Unterlagen nachfordern',
    content: {
      subject: { de: 'Uns fehlt noch etwas: {{case.title}}', en: 'Something is missing: {{case.title}}' },
      blocks: [
        {
          kind: 'paragraph',
          de: 'Vielen Dank für Ihren Antrag {{case.number}}. Damit wir ihn bearbeiten können, brauchen wir noch:',
          en: 'Thank you for your application {{case.number}}. To go on with it we still need:',
        },
        { kind: 'list', de: '{{fact.missing}}', en: '{{fact.missing}}' },
        {
          kind: 'paragraph',
          de: 'Bitte senden Sie es uns bis zum {{fact.until}}.',
          en: 'Please send it until {{fact.until}}.',
          when: { name: 'fact.until', is: 'filled' },
        },
      ],
    },
  },
]

/** A letterhead and the kinds of letters that a demo town works with. */
export async function seedLetters(ctx: Ctx): Promise<void> {
  const { name } = ctx.town
  const head = LetterHead.parse({
    name: `Stadt ${name}`,
    subtitle: 'Die Bürgermeisterin',
    street: 'Rathausplatz 1',
    city: `14990 ${name}`,
    phone: '+49 30 23125-0',
    email: `post@${ctx.town.slug}.example`,
    web: `${ctx.town.slug}.example`,
    hours: 'Mo bis Fr 8 bis 12 Uhr, Do 14 bis 18 Uhr',
    bank: `Sparkasse ${name}`,
    iban: 'DE89370400440532013000',
    objectionBody: `der Stadt ${name}, Die Bürgermeisterin`,
    objectionSeat: `Rathausplatz 1, 14990 ${name}`,
    court: `dem Verwaltungsgericht ${name}`,
    courtSeat: `Gerichtsstraße 2, 14990 ${name}`,
  })
  await changeLetterHead(ctx, head)
  for (const { key, name: title, content } of examples) {
    const made = await makeTemplate(ctx, { key, name: title }, content)
    const published = made.ok ? await publishTemplate(ctx, { id: made.value.id }) : made
    if (!published.ok) throw new Error(`${key}: ${published.refusal.code}`)
  }
}
