import type { Texts } from '#platform/text.ts'

const de = {
  'apply.objection.case': 'Widerspruch: {title}',
  'apply.objection.title': 'Nicht einverstanden?',
  'apply.objection.begin': 'Widerspruch einlegen',
  'apply.objection.until':
    '{day, select, none {Gegen diesen Bescheid können Sie Widerspruch einlegen.} other {Gegen diesen Bescheid können Sie bis zum {day} Widerspruch einlegen.}}',
  'apply.objection.until.unnoticed':
    '{day, select, none {Gegen diesen Bescheid können Sie Widerspruch einlegen.} other {Gegen diesen Bescheid können Sie bis zum {day} Widerspruch einlegen: ein Jahr lang, weil er keine Belehrung trägt (§ 58 Abs. 2 VwGO).}}',
  'apply.objection.late.title': 'Die Frist für den Widerspruch ist am {day} abgelaufen',
  'apply.objection.late.text':
    'Sie können ihn trotzdem einlegen. Konnten Sie die Frist ohne Ihr Verschulden nicht einhalten, sagen Sie im Formular warum: Das ist ein Antrag auf Wiedereinsetzung (§ 70 Abs. 2, § 60 VwGO), innerhalb von zwei Wochen, nachdem das Hindernis weg ist.',
  'apply.objection.late.paper':
    'Sie können ihn trotzdem einlegen. Konnten Sie die Frist ohne Ihr Verschulden nicht einhalten, schreiben Sie warum: Das ist ein Antrag auf Wiedereinsetzung (§ 70 Abs. 2, § 60 VwGO), innerhalb von zwei Wochen, nachdem das Hindernis weg ist.',
  'apply.objection.form':
    'Das Gesetz verlangt die Schriftform: auf Papier mit Unterschrift, elektronisch mit sicherem Nachweis, wer Sie sind, oder zur Niederschrift bei {body}, {seat} (§ 70 Abs. 1 VwGO, Fassung seit 1. Januar 2024).',
  'apply.objection.form.kept': 'Sie haben sich sicher ausgewiesen: Online genügt.',
  'apply.objection.form.sign':
    'Sie können hier beginnen. Weil Sie sich nicht sicher ausgewiesen haben, unterschreiben Sie danach die Eingangsbestätigung und geben sie in der Frist ab.',
  'apply.objection.reasons': 'Gründe müssen Sie nicht angeben.',
  'apply.objection.filed': 'Sie haben gegen diesen Bescheid Widerspruch eingelegt:',
  'apply.objection.suit':
    '{day, select, none {Gegen diesen Bescheid gibt es keinen Widerspruch. Sie können bei {court}, {seat}, klagen (§ 74 VwGO).} other {Gegen diesen Bescheid gibt es keinen Widerspruch. Sie können bis zum {day} bei {court}, {seat}, klagen (§ 74 VwGO).}}',
  'apply.objection.own': 'Wogegen, und bis wann',
  'apply.objection.own.against': 'Entscheidung',
  'apply.objection.own.decided': 'Datum des Bescheids',
  'apply.objection.own.known': 'Gilt als bekannt am',
  'apply.objection.own.until': 'Ende der Frist',
  'apply.objection.own.received': 'Widerspruch eingegangen',
  'apply.objection.own.when': '{days, plural, =0 {in der Frist} one {einen Tag zu spät} other {# Tage zu spät}}',
  'apply.objection.own.late': 'Ihr Widerspruch kam nach dem {day}',
  'apply.objection.own.late.text':
    'Das Amt prüft, ob er trotzdem behandelt wird. Haben Sie noch nicht gesagt, warum Sie die Frist nicht einhalten konnten, schreiben Sie es jetzt als Nachricht.',
  'apply.objection.own.sign': 'Bitte noch unterschreiben',
  'apply.objection.own.sign.text':
    '{day, select, none {Ein Widerspruch braucht die Schriftform (§ 70 Abs. 1 VwGO). Drucken Sie die Eingangsbestätigung aus, unterschreiben Sie sie und geben Sie sie bei uns ab.} other {Ein Widerspruch braucht die Schriftform (§ 70 Abs. 1 VwGO). Drucken Sie die Eingangsbestätigung aus, unterschreiben Sie sie und geben Sie sie bis zum {day} bei uns ab.}}',
  'apply.answered': 'Unsere Antwort',
  'apply.answered.until': 'Ohne ein Wort von Ihnen schließen wir die Anfrage nach dem {day} ab.',
  'apply.danke': 'Danke, das beantwortet meine Frage',
  'apply.danke.done': 'Danke. Die Anfrage ist abgeschlossen.',
  'apply.nachfrage': 'Das beantwortet meine Frage nicht',
  'apply.nachfrage.hint': 'Schreiben Sie, was noch fehlt. Das Amt antwortet Ihnen noch einmal.',
  'apply.nachfrage.send': 'Noch einmal fragen',
  'apply.nachfrage.done': 'Ihre Nachfrage ist da. Das Amt antwortet noch einmal.',
  'refusal.noObjection': 'Gegen diesen Brief kann hier kein Widerspruch eingelegt werden.',
  'refusal.objectionFiledAlready': 'Gegen diesen Bescheid gibt es schon einen Widerspruch: {number}.',
}

const en: Record<keyof typeof de, string> = {
  'apply.objection.case': 'Objection: {title}',
  'apply.objection.title': 'Do you disagree?',
  'apply.objection.begin': 'File an objection',
  'apply.objection.until': '{day, select, none {You can object to this decision.} other {You can object to this decision until {day}.}}',
  'apply.objection.until.unnoticed':
    '{day, select, none {You can object to this decision.} other {You can object to this decision until {day}: for a year, because it bears no notice about remedies (section 58 (2) VwGO).}}',
  'apply.objection.late.title': 'The time for an objection was over on {day}',
  'apply.objection.late.text':
    'You can file it all the same. If it was not your fault that you could not keep the time, say in the form why: that is a request for reinstatement (sections 70 (2), 60 VwGO), within two weeks after the obstacle is gone.',
  'apply.objection.late.paper':
    'You can file it all the same. If it was not your fault that you could not keep the time, write why: that is a request for reinstatement (sections 70 (2), 60 VwGO), within two weeks after the obstacle is gone.',
  'apply.objection.form':
    'The law demands the written form: on paper with your signature, electronically with a safe proof of who you are, or recorded at {body}, {seat} (section 70 (1) VwGO, as in force since 1 January 2024).',
  'apply.objection.form.kept': 'You have proved safely who you are: online is enough.',
  'apply.objection.form.sign':
    'You can begin here. Because you have not proved safely who you are, you then sign the receipt and hand it in before the time is over.',
  'apply.objection.reasons': 'You need not give reasons.',
  'apply.objection.filed': 'You have objected to this decision:',
  'apply.objection.suit':
    '{day, select, none {There is no objection to this decision. You can go to court ({court}, {seat}; section 74 VwGO).} other {There is no objection to this decision. You can go to court ({court}, {seat}) until {day} (section 74 VwGO).}}',
  'apply.objection.own': 'Against what, and until when',
  'apply.objection.own.against': 'Decision',
  'apply.objection.own.decided': 'Date of the decision',
  'apply.objection.own.known': 'Counts as known on',
  'apply.objection.own.until': 'End of the time',
  'apply.objection.own.received': 'Objection received',
  'apply.objection.own.when': '{days, plural, =0 {in time} one {one day late} other {# days late}}',
  'apply.objection.own.late': 'Your objection came after {day}',
  'apply.objection.own.late.text':
    'The office checks whether it is dealt with all the same. If you have not said yet why you could not keep the time, write it now as a message.',
  'apply.objection.own.sign': 'Please sign it',
  'apply.objection.own.sign.text':
    '{day, select, none {An objection needs the written form (section 70 (1) VwGO). Print the receipt, sign it and hand it in.} other {An objection needs the written form (section 70 (1) VwGO). Print the receipt, sign it and hand it in until {day}.}}',
  'apply.answered': 'Our answer',
  'apply.answered.until': 'Without a word from you we close the inquiry after {day}.',
  'apply.danke': 'Thank you, that answers my question',
  'apply.danke.done': 'Thank you. The inquiry is closed.',
  'apply.nachfrage': 'That does not answer my question',
  'apply.nachfrage.hint': 'Write what is missing. The office answers you once more.',
  'apply.nachfrage.send': 'Ask once more',
  'apply.nachfrage.done': 'Your question is here. The office answers once more.',
  'refusal.noObjection': 'No objection to this letter can be filed here.',
  'refusal.objectionFiledAlready': 'There is an objection to this decision already: {number}.',
}

/** Objections, and what is done with the answer to an inquiry. */
export const objectionTexts: Texts = { de, en }
