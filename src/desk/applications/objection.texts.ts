import type { Texts } from '#platform/text.ts'

const de = {
  'deskApplications.objections.title': 'Widersprüche dagegen',
  'deskApplications.objection.title': 'Frist und Form des Widerspruchs',
  'deskApplications.objection.late': '{days, plural, one {Einen Tag zu spät} other {# Tage zu spät}}: Die Frist endete am {day}',
  'deskApplications.objection.late.text':
    'Ein Antrag auf Wiedereinsetzung steht, wenn er gestellt ist, in den Angaben (§ 70 Abs. 2, § 60 VwGO). Sie entscheiden beim Schritt „Zulässigkeit feststellen“.',
  'deskApplications.objection.form': 'Die Schriftform ist online nicht gewahrt',
  'deskApplications.objection.form.text':
    'Wer den Widerspruch sendete, hat sich nicht sicher ausgewiesen (§ 70 Abs. 1 VwGO mit § 3a VwVfG und § 9a Abs. 5 OZG, Fassung seit 1. Januar 2024). Es braucht die unterschriebene Eingangsbestätigung, in der Frist.',
  'deskApplications.objection.against': 'Gegen die Entscheidung in',
  'deskApplications.objection.decided': 'Datum des Bescheids',
  'deskApplications.objection.decidedBy': 'Entworfen, freigegeben, unterschrieben von',
  'deskApplications.objection.known': 'Bekannt gegeben',
  'deskApplications.objection.known.not': 'noch nicht abgerufen, die Frist hat nicht begonnen',
  'deskApplications.objection.way.post': 'Post, § 41 Abs. 2 VwVfG',
  'deskApplications.objection.way.portal': 'Postfach, § 9 Abs. 1 OZG',
  'deskApplications.objection.way.retrieval': 'Abruf, § 41 Abs. 2a VwVfG',
  'deskApplications.objection.way.none': 'übergeben',
  'deskApplications.objection.way.other': 'anders zugestellt',
  'deskApplications.objection.until': 'Ende der Frist: ein Monat (§ 70 Abs. 1 VwGO)',
  'deskApplications.objection.until.unnoticed': 'Ende der Frist: ein Jahr, der Bescheid trägt keine Belehrung (§ 58 Abs. 2 VwGO)',
  'deskApplications.objection.received': 'Eingegangen',
  'deskApplications.objection.year': 'Wäre die Belehrung falsch, in der Frist bis (§ 58 Abs. 2 VwGO)',
  'deskApplications.objection.effect': 'Wirkung',
  'deskApplications.objection.effect.vwvfg':
    'Der Widerspruch schiebt auf: Der Bescheid darf vorerst nicht vollzogen werden (§ 80 Abs. 1 VwGO), außer in den Fällen des § 80 Abs. 2.',
  'deskApplications.objection.effect.ao':
    'Bei öffentlichen Abgaben und Kosten schiebt der Widerspruch nicht auf (§ 80 Abs. 2 Satz 1 Nr. 1 VwGO). Aussetzen können Sie nach § 80 Abs. 4.',
  'deskApplications.objection.effect.late':
    'Ob ein verspäteter Widerspruch aufschiebt (§ 80 Abs. 1 VwGO), hängt davon ab, ob Wiedereinsetzung gewährt wird.',
}

const en: Record<keyof typeof de, string> = {
  'deskApplications.objections.title': 'Objections to it',
  'deskApplications.objection.title': 'Time and form of the objection',
  'deskApplications.objection.late': '{days, plural, one {One day late} other {# days late}}: the time was over on {day}',
  'deskApplications.objection.late.text':
    'A request for reinstatement, if one was made, stands in what was sent (sections 70 (2), 60 VwGO). You decide with the step “Say whether it is admissible”.',
  'deskApplications.objection.form': 'The written form is not kept online',
  'deskApplications.objection.form.text':
    'Who sent the objection has not proved safely who she is (section 70 (1) VwGO with section 3a VwVfG and section 9a (5) OZG, as in force since 1 January 2024). The signed receipt is needed, in time.',
  'deskApplications.objection.against': 'Against the decision in',
  'deskApplications.objection.decided': 'Date of the decision',
  'deskApplications.objection.decidedBy': 'Drafted, approved, signed by',
  'deskApplications.objection.known': 'Known',
  'deskApplications.objection.known.not': 'not fetched yet, the time has not begun',
  'deskApplications.objection.way.post': 'post, section 41 (2) VwVfG',
  'deskApplications.objection.way.portal': 'mailbox, section 9 (1) OZG',
  'deskApplications.objection.way.retrieval': 'fetched, section 41 (2a) VwVfG',
  'deskApplications.objection.way.none': 'handed over',
  'deskApplications.objection.way.other': 'delivered otherwise',
  'deskApplications.objection.until': 'End of the time: one month (section 70 (1) VwGO)',
  'deskApplications.objection.until.unnoticed': 'End of the time: a year, the decision bears no notice (section 58 (2) VwGO)',
  'deskApplications.objection.received': 'Received',
  'deskApplications.objection.year': 'If the notice were wrong, in time until (section 58 (2) VwGO)',
  'deskApplications.objection.effect': 'Effect',
  'deskApplications.objection.effect.vwvfg':
    'The objection suspends: the decision must not be enforced for now (section 80 (1) VwGO), but for the cases of section 80 (2).',
  'deskApplications.objection.effect.ao':
    'For public charges and costs the objection does not suspend (section 80 (2) sentence 1 no. 1 VwGO). You can suspend by section 80 (4).',
  'deskApplications.objection.effect.late':
    'Whether a late objection suspends (section 80 (1) VwGO) depends on whether reinstatement is granted.',
}

export const objectionDeskTexts: Texts = { de, en }
