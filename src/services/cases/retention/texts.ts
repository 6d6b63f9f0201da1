import type { Texts } from '#platform/text.ts'

export const retentionTexts: Texts = {
  de: {
    'retention.kind': 'Löschung meiner Vorgänge',
    'retention.kind.hint': '14 Tage bevor ein Vorgang gelöscht wird, den Sie begonnen haben.',
    'retention.notice.report': 'Ihre Meldung {number} wird frühestens am {day} gelöscht.',
    'retention.mail.report.subject': 'Ihre Meldung {number} wird gelöscht',
    'retention.mail.report.body':
      'Ihre Meldung {number} ist seit Langem beendet. Frühestens am {day} wird sie mit allen Fotos und Nachrichten gelöscht; das lässt sich danach nicht rückgängig machen.\n\nMöchten Sie etwas davon behalten, öffnen und sichern Sie es bis dahin. Sonst brauchen Sie nichts zu tun.',
    'retention.mail.report.link': 'Meldung ansehen',
    'retention.notice.application': 'Ihr Antrag {number} wird frühestens am {day} gelöscht.',
    'retention.mail.application.subject': 'Ihr Antrag {number} wird gelöscht',
    'retention.mail.application.body':
      'Ihr Antrag {number} ist seit Langem abgeschlossen. Frühestens am {day} wird er mit allen Angaben, Anlagen, Briefen und Nachrichten gelöscht; das lässt sich danach nicht rückgängig machen.\n\nMöchten Sie etwas davon behalten, öffnen und sichern Sie es bis dahin. Sonst brauchen Sie nichts zu tun.',
    'retention.mail.application.link': 'Antrag ansehen',
    'retention.coming.application':
      'Dann ist er mit allen Angaben, Anlagen, Briefen und Nachrichten weg. Was Sie behalten möchten, sichern Sie bitte bis dahin.',
    'retention.coming': 'Wird frühestens am {day} gelöscht',
    'retention.coming.text': 'Dann ist sie mit allen Fotos und Nachrichten weg. Was Sie behalten möchten, sichern Sie bitte bis dahin.',
    'refusal.retentionOrder': 'Die Reihenfolge stimmt nicht: erst archivieren, dann anonymisieren, dann löschen.',
    'refusal.retentionNotice': 'Vor dem Löschen müssen mindestens 14 Tage liegen, in denen die Beteiligten Bescheid bekommen.',
    'refusal.retentionRunning': 'Ein Lauf ist schon unterwegs.',
    'refusal.dayPast': 'Dieser Tag ist schon vorbei.',
    'refusal.heldAlready': 'Dieser Vorgang ist schon gesperrt.',
  },
  en: {
    'retention.kind': 'Deletion of my cases',
    'retention.kind.hint': '14 days before a case that you started is deleted.',
    'retention.notice.report': 'Your report {number} will be deleted on {day} at the earliest.',
    'retention.mail.report.subject': 'Your report {number} will be deleted',
    'retention.mail.report.body':
      'Your report {number} ended a long time ago. On {day} at the earliest it will be deleted with all photos and messages; this cannot be undone afterwards.\n\nIf you want to keep something of it, open and save it until then. Otherwise there is nothing you need to do.',
    'retention.mail.report.link': 'Look at the report',
    'retention.notice.application': 'Your application {number} will be deleted on {day} at the earliest.',
    'retention.mail.application.subject': 'Your application {number} will be deleted',
    'retention.mail.application.body':
      'Your application {number} was settled a long time ago. On {day} at the earliest it will be deleted with all answers, attachments, letters and messages; this cannot be undone afterwards.\n\nIf you want to keep something of it, open and save it until then. Otherwise there is nothing you need to do.',
    'retention.mail.application.link': 'Look at the application',
    'retention.coming.application':
      'Then it is gone with all answers, attachments, letters and messages. Please save until then what you want to keep.',
    'retention.coming': 'Will be deleted on {day} at the earliest',
    'retention.coming.text': 'Then it is gone with all photos and messages. Please save until then what you want to keep.',
    'refusal.retentionOrder': 'The order is wrong: first archive, then anonymise, then delete.',
    'refusal.retentionNotice': 'At least 14 days must pass before deletion, in which those concerned are told.',
    'refusal.retentionRunning': 'A run is already under way.',
    'refusal.dayPast': 'This day is over.',
    'refusal.heldAlready': 'This case is already on hold.',
  },
}
