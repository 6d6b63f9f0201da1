import type { Texts } from '#platform/text.ts'

/** News by mail for who applied without an account. */
export const applyNewsTexts: Texts = {
  de: {
    'applyNews.title': 'Nachrichten per E-Mail',
    'applyNews.wish': 'Ich möchte Nachrichten zum Stand per E-Mail bekommen',
    'applyNews.wish.hint':
      'Wir schreiben, wenn sich der Stand ändert, wenn Sie dran sind oder ein Brief für Sie da ist. Was in Ihrem Antrag steht, steht nie in der E-Mail.',
    'applyNews.email': 'E-Mail-Adresse für Nachrichten',
    'applyNews.email.hint': 'Zuerst schicken wir Ihnen einen Link, mit dem Sie die Adresse bestätigen.',
    'applyNews.pending': 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
    'applyNews.pending.text':
      'Wir haben einen Link an die Adresse geschickt. Erst wenn Sie ihn öffnen und bestätigen, bekommen Sie Nachrichten. Kommt nichts an, sehen Sie bitte auch im Spam-Ordner nach.',
    'applyNews.off': 'Nachrichten per E-Mail bekommen',
    'applyNews.waits': 'Nachrichten per E-Mail: noch nicht bestätigt',
    'applyNews.on': 'Nachrichten per E-Mail: ändern oder beenden',
    'applyNews.goTo': 'Nachrichten gehen an',
    'applyNews.waitsFor': 'Noch nicht bestätigt:',
    'applyNews.until': 'der Link gilt bis',
    'applyNews.send': 'Link zum Bestätigen senden',
    'applyNews.sendAgain': 'Neuen Link senden',
    'applyNews.change': 'Andere Adresse nehmen',
    'applyNews.end': 'Keine E-Mails mehr, Adresse löschen',
    'applyNews.asked': 'Wir schicken einen Link an diese Adresse. Erst wenn Sie ihn öffnen und bestätigen, bekommen Sie Nachrichten.',
    'applyNews.already': 'Diese Adresse ist schon bestätigt.',
    'applyNews.confirm': 'E-Mail-Adresse bestätigen',
    'applyNews.confirm.text': 'Bestätigen Sie, dass Nachrichten zum Antrag {number} an Ihre Adresse gehen sollen?',
    'applyNews.confirm.do': 'Ja, das ist meine Adresse',
    'applyNews.confirmed': 'Danke, Ihre Adresse ist bestätigt. Wir schreiben Ihnen, wenn sich etwas tut.',
    'applyNews.code': 'Code',
    'applyNews.code.hint':
      'Er steht bei der Nummer, die Sie beim Absenden bekommen haben. Wir fragen danach, damit niemand anderes Ihren Antrag sieht.',
    'applyNews.over.text': 'Mit Nummer und Code sehen Sie den Stand und können dort einen neuen Link anfordern.',
    'applyNews.over.status': 'Stand mit Nummer und Code',
    'refusal.confirmOver': 'Dieser Link gilt nicht mehr.',
    'refusal.emailWrong': 'Bitte geben Sie eine gültige E-Mail-Adresse ein, zum Beispiel name@beispiel.de.',
    'refusal.tooManyAddresses': 'Für diesen Antrag wurden schon {count} Adressen oder Links angefordert. Mehr geht nicht.',
    'application.unsubscribe.title': 'E-Mails abbestellen',
    'application.unsubscribe.question':
      'Möchten Sie keine E-Mails mehr zum Antrag {number} bekommen? Wir löschen dann Ihre Adresse. Den Stand sehen Sie weiter mit Nummer und Code.',
    'application.unsubscribe.confirm': 'Keine E-Mails mehr',
    'application.unsubscribe.done': 'Sie bekommen keine E-Mails mehr zu diesem Antrag.',
    'application.mail.confirm.link': 'E-Mail-Adresse bestätigen',
    'application.mail.confirm.applicant.subject': 'Bitte bestätigen Sie Ihre E-Mail-Adresse ({number})',
    'application.mail.confirm.applicant.body':
      'Guten Tag,\n\nNachrichten zum Antrag {number} sollen an diese Adresse gehen. Bitte bestätigen Sie, dass es Ihre ist. Der Link gilt 24 Stunden.\n\nSie haben nichts beantragt? Dann tun Sie bitte nichts. Die Adresse wird gelöscht, und Sie hören nicht mehr von uns.',
    'application.mail.receipt.subject': 'Eingegangen: {title} ({number})',
    'application.mail.receipt.body':
      'Guten Tag,\n\nIhre Adresse ist bestätigt. {title}: Ihr Antrag ist unter der Nummer {number} eingegangen.\n\nWir schreiben Ihnen, wenn sich der Stand ändert, wenn Sie dran sind oder ein Brief für Sie da ist. Über den Link sehen Sie jederzeit den Stand und laden die Eingangsbestätigung herunter. Bitte geben Sie ihn nicht weiter: Wer ihn hat, sieht Ihren Antrag.',
  },
  en: {
    'applyNews.title': 'News by e-mail',
    'applyNews.wish': 'I want to get news of the state by e-mail',
    'applyNews.wish.hint':
      'We write when the state changes, when it is your turn, or when there is a letter for you. What stands in your application never stands in the e-mail.',
    'applyNews.email': 'E-mail address for news',
    'applyNews.email.hint': 'First we send you a link to confirm the address.',
    'applyNews.pending': 'Please confirm your e-mail address',
    'applyNews.pending.text':
      'We have sent a link to the address. You get news only when you have opened and confirmed it. If nothing arrives, please look into your spam folder, too.',
    'applyNews.off': 'Get news by e-mail',
    'applyNews.waits': 'News by e-mail: not confirmed yet',
    'applyNews.on': 'News by e-mail: change or end',
    'applyNews.goTo': 'News go to',
    'applyNews.waitsFor': 'Not confirmed yet:',
    'applyNews.until': 'the link works until',
    'applyNews.send': 'Send the link to confirm',
    'applyNews.sendAgain': 'Send a new link',
    'applyNews.change': 'Take another address',
    'applyNews.end': 'No more e-mails, delete the address',
    'applyNews.asked': 'We send a link to this address. You get news only when you have opened and confirmed it.',
    'applyNews.already': 'This address is confirmed already.',
    'applyNews.confirm': 'Confirm the e-mail address',
    'applyNews.confirm.text': 'Do you confirm that news of the application {number} shall go to your address?',
    'applyNews.confirm.do': 'Yes, this is my address',
    'applyNews.confirmed': 'Thank you, your address is confirmed. We write to you when something happens.',
    'applyNews.code': 'Code',
    'applyNews.code.hint':
      'It stands with the number that you were given when you sent it. We ask for it so that nobody else sees your application.',
    'applyNews.over.text': 'With number and code you see the state, and can ask for a new link there.',
    'applyNews.over.status': 'State by number and code',
    'refusal.confirmOver': 'This link does not work any more.',
    'refusal.emailWrong': 'Please enter a valid e-mail address, for example name@example.org.',
    'refusal.tooManyAddresses': '{count} addresses or links were asked for this application already. There can be no more.',
    'application.unsubscribe.title': 'Stop e-mails',
    'application.unsubscribe.question':
      'Do you want no more e-mails about the application {number}? We then delete your address. You still see the state by number and code.',
    'application.unsubscribe.confirm': 'No more e-mails',
    'application.unsubscribe.done': 'You get no more e-mails about this application.',
    'application.mail.confirm.link': 'Confirm the e-mail address',
    'application.mail.confirm.applicant.subject': 'Please confirm your e-mail address ({number})',
    'application.mail.confirm.applicant.body':
      'Hello,\n\nNews of the application {number} shall go to this address. Please confirm that it is yours. The link works for 24 hours.\n\nYou have not applied for anything? Then please do nothing. The address is deleted, and you do not hear from us again.',
    'application.mail.receipt.subject': 'Received: {title} ({number})',
    'application.mail.receipt.body':
      'Hello,\n\nYour address is confirmed. {title}: your application has arrived under the number {number}.\n\nWe write to you when the state changes, when it is your turn, or when there is a letter for you. The link shows the state at any time and lets you download the receipt. Please do not pass it on: whoever has it sees your application.',
  },
}
