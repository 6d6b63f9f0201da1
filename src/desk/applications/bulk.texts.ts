import type { Texts } from '#platform/text.ts'

export const bulkTexts: Texts = {
  de: {
    'deskApplications.bulk.title': 'Mehrere Anträge auf einmal',
    'deskApplications.bulk.with': 'Mit den ausgewählten Anträgen',
    'deskApplications.bulk.select': '{title}, {number} auswählen',
    'deskApplications.bulk.none': 'Es ist kein Antrag ausgewählt',
    'deskApplications.bulk.noneText': 'Setzen Sie in der Liste Häkchen vor die Anträge, um die es geht.',
    'deskApplications.bulk.tooMany': 'Es gehen höchstens 100 Anträge auf einmal. Hier sind die ersten 100.',
    'deskApplications.bulk.nothingFits': 'Bei keinem der ausgewählten Anträge geht das in seinem jetzigen Stand',
    'deskApplications.bulk.chosen': '{count, plural, one {# Antrag ausgewählt} other {# Anträge ausgewählt}}',
    'deskApplications.bulk.shared': 'Von den Schritten stehen hier die, die alle ausgewählten Anträge zulassen.',
    'deskApplications.bulk.noneShared':
      'Einen Schritt, den alle ausgewählten Anträge zulassen, gibt es nicht. Entscheidungen und Briefe entstehen beim einzelnen Antrag.',
    'deskApplications.bulk.leftOut': 'bleibt, wie er ist: {why}',
    'deskApplications.bulk.other': 'Es gab einen anderen Grund. Öffnen Sie den Antrag und versuchen Sie es dort.',
    'deskApplications.bulk.schritt': 'Einen Schritt gehen',
    'deskApplications.bulk.step.title': '{step}: {count, plural, one {# Antrag} other {# Anträge}}',
    'deskApplications.bulk.step.do': '{step}: {count, plural, one {# Antrag} other {# Anträge}}',
    'deskApplications.bulk.assign': 'Einer Person zuteilen',
    'deskApplications.bulk.assign.title': '{count, plural, one {# Antrag zuteilen} other {# Anträge zuteilen}}',
    'deskApplications.bulk.assign.do': '{count, plural, one {# Antrag zuteilen} other {# Anträge zuteilen}}',
    'deskApplications.bulk.assign.hint': 'Wer zu einer anderen Stelle gehört als der Antrag, bekommt ihn nicht; das Ergebnis nennt ihn.',
    'deskApplications.bulk.write': 'Den Antragstellenden schreiben',
    'deskApplications.bulk.write.title': '{count, plural, one {Zu # Antrag schreiben} other {Zu # Anträgen schreiben}}',
    'deskApplications.bulk.write.do': '{count, plural, one {Zu # Antrag schreiben} other {Zu # Anträgen schreiben}}',
    'deskApplications.bulk.write.hint': 'Das lesen nur die Personen, die den Antrag gestellt haben.',
    'deskApplications.bulk.result':
      '{done, plural, =0 {Bei keinem Antrag hat es geklappt} one {Bei einem Antrag hat es geklappt} other {Bei # Anträgen hat es geklappt}}{failed, plural, =0 {} one {, bei einem nicht} other {, bei # nicht}}',
    'deskApplications.bulk.result.table': 'Jeder Antrag mit seinem Ergebnis; was nicht ging, steht oben',
    'deskApplications.bulk.undo': '{count, plural, one {Den beendeten wieder aufnehmen} other {Die # beendeten wieder aufnehmen}}',
    'deskApplications.bulk.preview.reach':
      '{count, plural, =0 {Niemand} one {Eine Person} other {# Personen}} {count, plural, =0 {erfährt} one {erfährt} other {erfahren}} es, bei {reports, plural, one {einem Antrag} other {# Anträgen}}',
    'deskApplications.bulk.preview.unreached':
      '{count, plural, =0 {Alle haben ein Konto oder eine bestätigte Adresse.} one {Eine weitere Person hat kein Konto und keine bestätigte Adresse. Sie liest es nur auf der Seite des Antrags.} other {# weitere Personen haben kein Konto und keine bestätigte Adresse. Sie lesen es nur auf der Seite des Antrags.}}',
    'deskApplications.bulk.preview.blocked': '{count, plural, one {Ein Antrag bleibt außen vor} other {# Anträge bleiben außen vor}}',
    'deskApplications.bulk.preview.more':
      '{count, plural, one {Und ein weiterer Antrag} other {Und # weitere Anträge}} mit den eigenen Angaben.',
    'deskApplications.keys.x': 'auswählen',
    'refusal.stepNotForMany': 'Diesen Schritt geht man bei jedem Antrag einzeln.',
  },
  en: {
    'deskApplications.bulk.title': 'Several applications at once',
    'deskApplications.bulk.with': 'With the chosen applications',
    'deskApplications.bulk.select': 'Choose {title}, {number}',
    'deskApplications.bulk.none': 'No application is chosen',
    'deskApplications.bulk.noneText': 'Tick the applications in the list.',
    'deskApplications.bulk.tooMany': 'At most 100 applications at once. Here are the first 100.',
    'deskApplications.bulk.nothingFits': 'This is not possible with any of the chosen applications in their present state',
    'deskApplications.bulk.chosen': '{count, plural, one {# application chosen} other {# applications chosen}}',
    'deskApplications.bulk.shared': 'Of the steps those stand here that all chosen applications allow.',
    'deskApplications.bulk.noneShared':
      'There is no step that all chosen applications allow. Decisions and letters are made at the single application.',
    'deskApplications.bulk.leftOut': 'stays as it is: {why}',
    'deskApplications.bulk.other': 'There was another reason. Open the application and try it there.',
    'deskApplications.bulk.schritt': 'Take a step',
    'deskApplications.bulk.step.title': '{step}: {count, plural, one {# application} other {# applications}}',
    'deskApplications.bulk.step.do': '{step}: {count, plural, one {# application} other {# applications}}',
    'deskApplications.bulk.assign': 'Give to a person',
    'deskApplications.bulk.assign.title': '{count, plural, one {Give # application to a person} other {Give # applications to a person}}',
    'deskApplications.bulk.assign.do': '{count, plural, one {Assign # application} other {Assign # applications}}',
    'deskApplications.bulk.assign.hint': 'Who belongs to another unit than the application does not get it; the result names it.',
    'deskApplications.bulk.write': 'Write to the applicants',
    'deskApplications.bulk.write.title': '{count, plural, one {Write about # application} other {Write about # applications}}',
    'deskApplications.bulk.write.do': '{count, plural, one {Write about # application} other {Write about # applications}}',
    'deskApplications.bulk.write.hint': 'Only the people who applied read this.',
    'deskApplications.bulk.result':
      '{done, plural, =0 {It worked with no application} one {It worked with one application} other {It worked with # applications}}{failed, plural, =0 {} one {, not with one} other {, not with #}}',
    'deskApplications.bulk.result.table': 'Each application with its result; what did not work stands on top',
    'deskApplications.bulk.undo': '{count, plural, one {Take the ended one up again} other {Take the # ended ones up again}}',
    'deskApplications.bulk.preview.reach':
      '{count, plural, =0 {Nobody hears} one {One person hears} other {# people hear}} of it, at {reports, plural, one {one application} other {# applications}}',
    'deskApplications.bulk.preview.unreached':
      '{count, plural, =0 {All have an account or a confirmed address.} one {One more person has no account and no confirmed address and reads it on the page of the application alone.} other {# more people have no account and no confirmed address and read it on the page of the application alone.}}',
    'deskApplications.bulk.preview.blocked': '{count, plural, one {One application is left out} other {# applications are left out}}',
    'deskApplications.bulk.preview.more':
      '{count, plural, one {And one more application} other {And # more applications}} with their own facts.',
    'deskApplications.keys.x': 'choose',
    'refusal.stepNotForMany': 'This step is taken at each application by itself.',
  },
}
