import type { Texts } from '#platform/text.ts'
import { letterWordsDe } from './texts.de.ts'
import { letterWordsEn } from './texts.en.ts'

const de = {
  'letters.arms': 'Wappen von {town}',
  'letters.signed.second': 'Mitzeichnung',
  'letters.head.iban.wrong': 'Diese IBAN stimmt nicht. Bitte prüfen Sie jede Ziffer.',
  'letters.head.bic.wrong': 'Eine BIC hat acht oder elf Zeichen, zum Beispiel COBADEFFXXX.',
  'letters.key.wrong': 'Kleine Buchstaben, Ziffern und Bindestriche, zum Beispiel hundesteuer.',
  'letters.notice.news': 'Briefe und Bescheide',
  'letters.notice.news.hint': 'Wenn in Ihrem Vorgang ein Brief übergeben wurde.',
  'letters.notice.lapsed': 'Nicht abgerufene Briefe',
  'letters.notice.lapsed.hint': 'Wenn ein Brief zehn Tage lang nicht abgerufen wurde und anders zugestellt werden muss.',
  'letters.news.portal': 'Zu Ihrem Vorgang {number} ({title}) liegt ein Brief für Sie bereit.',
  'letters.news.retrieval':
    'Zu Ihrem Vorgang {number} ({title}) liegt ein Brief zum Abruf bereit. Bitte rufen Sie ihn innerhalb von zehn Tagen ab.',
  'letters.news.post': 'Zu Ihrem Vorgang {number} ({title}) ist ein Brief mit der Post unterwegs.',
  'letters.news.none': 'Zu Ihrem Vorgang {number} ({title}) wurde ein Brief übergeben.',
  'letters.news.lapsed': 'Der Brief zu {number} ({title}) wurde nicht abgerufen. Bitte stellen Sie ihn anders zu.',
  'letters.mail.subject': 'Ein Brief zu {number}',
  'letters.mail.body': '{words}',
  'letters.mail.link': 'Zum Vorgang',
  'letters.party.title': 'Briefe',
  'letters.party.empty': 'Noch kein Brief',
  'letters.party.empty.text': 'Sobald die Stadt Ihnen in diesem Vorgang schreibt, finden Sie den Brief hier.',
  'letters.party.open': 'Brief öffnen (PDF)',
  'letters.party.retrieve': 'Brief abrufen',
  'letters.party.retrieve.hint': 'Mit dem Abruf gilt der Brief am Tag danach als bekannt gegeben. Sie können ihn danach jederzeit öffnen.',
  'letters.party.lapsed': 'Dieser Brief wurde nicht rechtzeitig abgerufen. Sie bekommen ihn auf anderem Weg.',
  'letters.party.remedy': 'Sie können sich bis zum {day} dagegen wehren.',
  'refusal.placeholderUnknown': 'Den Platzhalter {name} gibt es nicht (Block {block}).',
  'refusal.placeholderEmpty': 'Für den Platzhalter {name} fehlt eine Angabe (Block {block}). So kann der Brief nicht geschrieben werden.',
  'refusal.remedyBodyMissing': 'Für die Rechtsbehelfsbelehrung fehlen Stelle und Sitz. Bitte tragen Sie sie im Briefkopf ein.',
  'letters.portal.noAccount': 'Geht hier nicht: Wer den Antrag gestellt hat, hat kein Konto.',
  'refusal.portalWithoutAccount':
    'Wer den Antrag gestellt hat, hat kein Konto; online gilt ein Brief nur dort als bekannt gegeben. Bitte schreiben Sie ihn für die Post oder zur persönlichen Übergabe.',
  'refusal.noFeeOpen':
    'In diesem Vorgang ist keine Gebühr offen. Diese Briefart nennt eine; ohne sie lässt sich der Brief nicht schreiben.',
  'refusal.paymentMissing': 'Für die Zahlung fehlen Betrag, Verwendungszweck oder die IBAN im Briefkopf.',
  'refusal.templateUnknown': 'Diese Briefvorlage gibt es nicht, oder sie ist noch nicht veröffentlicht.',
  'refusal.tooManyLetters': 'Zu diesem Vorgang gibt es schon {max} Briefe.',
  'refusal.letterChanged': 'Jemand hat diesen Brief inzwischen geändert. Bitte sehen Sie ihn noch einmal an.',
  'refusal.samePerson': 'Die zweite Unterschrift muss von einer anderen Person kommen.',
  'refusal.signerUnknown': 'Unterschreiben kann nur eine Person.',
  'refusal.letterDayInFuture': 'Der Tag liegt in der Zukunft.',
  'refusal.letterDateDiffers':
    'Der Brief trägt das Datum {day}. Bitte drucken Sie ihn mit dem heutigen Datum neu, bevor Sie ihn zur Post geben.',
  'refusal.letterLapsed': 'Dieser Brief kann nicht mehr abgerufen werden. Sie bekommen ihn auf anderem Weg.',
  'refusal.letterKeyTaken': 'Dieses Kürzel gibt es schon.',
  'refusal.changedSince':
    'Jemand hat den Entwurf inzwischen geändert. Ihre Änderung ist nicht gespeichert; bitte sehen Sie den neuen Stand an.',
  'refusal.noSuchBlock': 'Diesen Block gibt es nicht mehr, oder es sind schon zu viele.',
  'refusal.nothingToPublish': 'Es gibt keinen Entwurf, der veröffentlicht werden könnte.',
  'refusal.letterFaulty': 'Der Entwurf ist noch nicht in Ordnung. Was fehlt, steht unten.',
  'refusal.nothingToDiscard': 'Es gibt keinen Entwurf, der verworfen werden könnte.',
  'refusal.nothingToPost': 'Heute wartet kein Brief mit heutigem Datum auf die Post.',
  'refusal.letterHeadChangedToday':
    'Der Briefkopf wurde heute geändert. Bitte drucken Sie heute jeden Brief einzeln, so wie er unterschrieben ist.',
}
const en: Record<keyof typeof de, string> = {
  'letters.arms': 'Coat of arms of {town}',
  'letters.signed.second': 'Countersigned',
  'letters.head.iban.wrong': 'This IBAN is not right. Please check each digit.',
  'letters.head.bic.wrong': 'A BIC has eight or eleven characters, for example COBADEFFXXX.',
  'letters.key.wrong': 'Small letters, digits and hyphens, for example dog-tax.',
  'letters.notice.news': 'Letters and decisions',
  'letters.notice.news.hint': 'When a letter in your case was handed over.',
  'letters.notice.lapsed': 'Letters not fetched',
  'letters.notice.lapsed.hint': 'When a letter was not fetched for ten days and has to be delivered in another way.',
  'letters.news.portal': 'There is a letter for you about your case {number} ({title}).',
  'letters.news.retrieval': 'There is a letter to fetch about your case {number} ({title}). Please fetch it within ten days.',
  'letters.news.post': 'A letter about your case {number} ({title}) is on its way by post.',
  'letters.news.none': 'A letter about your case {number} ({title}) was handed over.',
  'letters.news.lapsed': 'The letter about {number} ({title}) was not fetched. Please deliver it in another way.',
  'letters.mail.subject': 'A letter about {number}',
  'letters.mail.body': '{words}',
  'letters.mail.link': 'To the case',
  'letters.party.title': 'Letters',
  'letters.party.empty': 'No letter yet',
  'letters.party.empty.text': 'As soon as the town writes to you in this case, you find the letter here.',
  'letters.party.open': 'Open the letter (PDF)',
  'letters.party.retrieve': 'Fetch the letter',
  'letters.party.retrieve.hint': 'Once fetched, the letter counts as known the day after. You can open it at any time from then on.',
  'letters.party.lapsed': 'This letter was not fetched in time. You get it in another way.',
  'letters.party.remedy': 'You can object to it until {day}.',
  'refusal.placeholderUnknown': 'There is no placeholder {name} (block {block}).',
  'refusal.placeholderEmpty': 'Nothing is known for the placeholder {name} (block {block}). The letter cannot be written like this.',
  'refusal.remedyBodyMissing': 'Body and seat for the notice about remedies are missing. Please enter them in the letterhead.',
  'letters.portal.noAccount': 'Not here: who applied has no account.',
  'refusal.portalWithoutAccount':
    'Who applied has no account, and online a letter only counts as known there. Please write it for the post or to be handed over in person.',
  'refusal.noFeeOpen': 'No fee is open in this case. This kind of letter names one; without it the letter cannot be written.',
  'refusal.paymentMissing': 'Amount, reference or the IBAN of the letterhead is missing for the payment.',
  'refusal.templateUnknown': 'There is no such letter template, or it is not published yet.',
  'refusal.tooManyLetters': 'There are {max} letters for this case already.',
  'refusal.letterChanged': 'Somebody has changed this letter meanwhile. Please look at it again.',
  'refusal.samePerson': 'The second signature has to come from another person.',
  'refusal.signerUnknown': 'Only a person can sign.',
  'refusal.letterDayInFuture': 'This day is in the future.',
  'refusal.letterDateDiffers': 'The letter bears the date {day}. Please print it anew with the date of today before you post it.',
  'refusal.letterLapsed': 'This letter can be fetched no longer. You get it in another way.',
  'refusal.letterKeyTaken': 'This key is taken.',
  'refusal.changedSince': 'Somebody has changed the draft meanwhile. Your change is not saved; please look at the new state.',
  'refusal.noSuchBlock': 'This block is gone, or there are too many already.',
  'refusal.nothingToPublish': 'There is no draft to publish.',
  'refusal.letterFaulty': 'The draft is not in order yet. What is missing stands below.',
  'refusal.nothingToDiscard': 'There is no draft to discard.',
  'refusal.nothingToPost': 'No letter with the date of today waits for the post.',
  'refusal.letterHeadChangedToday': 'The letterhead was changed today. Please print each letter by itself today, as it was signed.',
}

/** What timelines say of a letter, whatever kind of case it belongs to. */
const happened: Record<string, { de: string; en: string }> = {
  drafted: { de: 'Ein Brief wurde entworfen.', en: 'A letter was drafted.' },
  changed: { de: 'Der Entwurf eines Briefs wurde geändert.', en: 'The draft of a letter was changed.' },
  signed: { de: 'Ein Brief wurde unterschrieben.', en: 'A letter was signed.' },
  redated: { de: 'Ein Brief wurde neu datiert.', en: 'A letter was dated anew.' },
  withdrawn: { de: 'Ein Brief wurde zurückgenommen.', en: 'A letter was taken back.' },
  handedOver: { de: 'Ein Brief wurde übergeben.', en: 'A letter was handed over.' },
  retrieved: { de: 'Ein Brief wurde abgerufen.', en: 'A letter was fetched.' },
  lapsed: { de: 'Ein Brief wurde nicht abgerufen.', en: 'A letter was not fetched.' },
}
const inTimelines = (locale: 'de' | 'en') =>
  Object.fromEntries(
    ['application', 'report'].flatMap((kind) =>
      Object.entries(happened).map(([what, words]) => [`${kind}.event.letter.${what}`, words[locale]]),
    ),
  )

export const letterTexts: Texts = {
  de: { ...letterWordsDe, ...de, ...inTimelines('de') },
  en: { ...letterWordsEn, ...en, ...inTimelines('en') },
}
