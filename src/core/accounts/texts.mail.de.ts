export const germanMails: Record<string, string> = {
  'accounts.mail.signUp.subject': 'Ihr Konto: bitte bestätigen Sie Ihre E-Mail-Adresse',
  'accounts.mail.signUp.body':
    'Guten Tag {name},\n\nSie möchten ein Konto in {town} anlegen. Bitte geben Sie dort diesen Code ein, oder öffnen Sie den Link. Beides gilt eine Stunde.\n\nWaren Sie das nicht? Dann löschen Sie diese Nachricht. Ohne Bestätigung entsteht kein Konto.',
  'accounts.mail.signUp.link': 'E-Mail-Adresse bestätigen',
  'accounts.mail.taken.subject': 'Sie haben schon ein Konto',
  'accounts.mail.taken.body':
    'Guten Tag {name},\n\njemand wollte mit Ihrer E-Mail-Adresse ein Konto in {town} anlegen oder sie für ein anderes Konto verwenden. Diese Adresse gehört aber schon zu Ihrem Konto.\n\nWaren Sie das? Dann melden Sie sich einfach an. Das Passwort können Sie dort neu setzen. Waren Sie das nicht, müssen Sie nichts tun.',
  'accounts.mail.taken.link': 'Zur Anmeldung',
  'accounts.mail.signIn.subject': 'Ihr Code zum Anmelden',
  'accounts.mail.signIn.body':
    'Guten Tag {name},\n\nmit diesem Code oder mit dem Link melden Sie sich in {town} an. Beides gilt 15 Minuten und nur einmal.\n\nGeben Sie den Code niemandem weiter, auch nicht der Stadt. Waren Sie das nicht? Dann löschen Sie diese Nachricht.',
  'accounts.mail.signIn.link': 'Anmelden',
  'accounts.mail.reset.subject': 'Neues Passwort setzen',
  'accounts.mail.reset.body':
    'Guten Tag {name},\n\nmit diesem Code oder mit dem Link setzen Sie ein neues Passwort für Ihr Konto in {town}. Beides gilt 30 Minuten und nur einmal.\n\nWaren Sie das nicht? Dann löschen Sie diese Nachricht. Ihr Passwort bleibt, wie es ist.',
  'accounts.mail.reset.link': 'Neues Passwort setzen',
  'accounts.mail.newEmail.subject': 'Bitte bestätigen Sie Ihre neue E-Mail-Adresse',
  'accounts.mail.newEmail.body':
    'Guten Tag {name},\n\ndiese Adresse soll künftig zu Ihrem Konto in {town} gehören. Bitte geben Sie dort diesen Code ein, oder öffnen Sie den Link. Beides gilt eine Stunde.\n\nWaren Sie das nicht? Dann löschen Sie diese Nachricht.',
  'accounts.mail.newEmail.link': 'Neue Adresse bestätigen',
  'accounts.mail.stepUp.subject': 'Ihr Code zur Bestätigung',
  'accounts.mail.stepUp.body':
    'Guten Tag {name},\n\nSie möchten in Ihrem Konto in {town} etwas Wichtiges ändern. Mit diesem Code bestätigen Sie, dass Sie es sind. Er gilt 15 Minuten.\n\nWaren Sie das nicht? Dann ist vielleicht jemand anderes in Ihrem Konto angemeldet. Bitte ändern Sie Ihr Passwort; dabei werden alle anderen Geräte abgemeldet.',
  'accounts.mail.passwordChanged.subject': 'Ihr Passwort wurde geändert',
  'accounts.mail.passwordChanged.body':
    'Guten Tag {name},\n\ndas Passwort Ihres Kontos in {town} wurde gerade geändert. Andere Geräte wurden abgemeldet.\n\nWaren Sie das nicht? Dann setzen Sie bitte sofort ein neues Passwort.',
  'accounts.mail.passwordChanged.link': 'Das war ich nicht: neues Passwort setzen',
  'accounts.mail.emailChanged.subject': 'Die E-Mail-Adresse Ihres Kontos wurde geändert',
  'accounts.mail.emailChanged.body':
    'Guten Tag {name},\n\nIhr Konto in {town} hat jetzt eine andere E-Mail-Adresse. An diese Adresse schreiben wir Ihnen nicht mehr.\n\nWaren Sie das nicht? Dann wenden Sie sich bitte sofort an Ihre Stadt.',
  'accounts.mail.deleted.subject': 'Ihr Konto wurde gelöscht',
  'accounts.mail.deleted.body':
    'Guten Tag {name},\n\nIhr Konto in {town} ist gelöscht. Sie können sich nicht mehr anmelden, und wir schreiben Ihnen nicht mehr.\n\nDanke, dass Sie dabei waren.',
}
