import type { Ctx } from '#platform/context.ts'
import type { TextBlockInput } from './text-block.rules.ts'
import { saveTextBlock } from './text-block.verbs.ts'

const examples: readonly TextBlockInput[] = [
  {
    name: 'Danke für die Meldung',
    step: 'message',
    de: 'Vielen Dank für Ihre Meldung {nummer}. Wir sehen uns die Stelle ({ort}) bis {frist} an. Zuständig ist: {stelle}.',
    en: 'Thank you for your report {nummer}. We will look at the place ({ort}) by {frist}. Responsible: {stelle}.',
  },
  {
    name: 'Bitte genauer beschreiben',
    step: 'ask',
    de: 'Wir waren bei {ort} und haben nichts gefunden. Können Sie uns die Stelle genauer beschreiben oder ein Foto schicken?',
    en: 'We were at {ort} and found nothing. Can you describe the spot or send a photo?',
  },
  {
    name: 'Material bestellt',
    step: 'word',
    de: 'Das Ersatzteil ist bestellt. Sobald es da ist, geht es weiter.',
    en: 'The spare part is ordered. Work goes on as soon as it arrives.',
  },
  {
    name: 'Erledigt, mit Dank',
    step: 'finish',
    de: 'Erledigt am {heute}. Danke für den Hinweis!',
    en: 'Done on {heute}. Thank you for telling us!',
  },
  {
    name: 'Alle Voraussetzungen erfüllt',
    step: 'decide',
    de: 'Die Angaben in {nummer} sind vollständig und geprüft. Alle Voraussetzungen sind erfüllt. Gründe, die dagegen sprechen, sind nicht bekannt.',
    en: 'What is stated in {nummer} is complete and has been examined. All conditions are met. No reasons against it are known.',
  },
  {
    name: 'Nachweis fehlt',
    step: 'decide',
    de: 'Für die Entscheidung fehlt ein Nachweis. Wir haben danach gefragt und bis zum Ende der Frist keinen erhalten. Ohne ihn steht nicht fest, dass die Voraussetzungen erfüllt sind.',
    en: 'A document that the decision needs is missing. We asked for it and had not received it when the time was over. Without it, it is not certain that the conditions are met.',
  },
  {
    name: 'Anfrage beantwortet',
    step: 'answer',
    de: 'Guten Tag,\n\nvielen Dank für Ihre Anfrage {nummer}.\n\nWenn noch etwas offen ist, schreiben Sie uns gern hier.\n\n{stelle}',
    en: 'Hello,\n\nthank you for your inquiry {nummer}.\n\nIf anything is still open, please write to us here.\n\n{stelle}',
  },
]

/** Texts that a demo town works with. */
export async function seedTextBlocks(ctx: Ctx): Promise<void> {
  for (const block of examples) await saveTextBlock(ctx, block)
}
