import { type Words, Workflow, type WorkflowInput } from './workflow.rules.ts'

const w = (de: string, en: string): Words => ({ de, en })
const clerk = { by: 'unit', role: 'clerk' } as const
const unit = { by: 'unit' } as const
const lead = { by: 'unit', role: 'lead' } as const
const party = { by: 'party' } as const
const system = { by: 'system' } as const

const open = ['received', 'checking', 'inReview', 'waitingParty', 'remedyApproval', 'approval', 'remedied', 'decided']

const objection: WorkflowInput = {
  start: 'received',
  normDays: 40,
  states: [
    {
      key: 'received',
      stage: 'received',
      words: w('Eingegangen', 'Received'),
      hint: w(
        'Ihr Widerspruch ist da. Das Amt nimmt ihn an und prüft zuerst, ob er in der Frist gekommen ist.',
        'Your objection has arrived. The office accepts it and first checks whether it came in time.',
      ),
      responsible: unit,
    },
    {
      key: 'checking',
      stage: 'accepted',
      words: w('Frist und Form werden geprüft', 'Time and form are checked'),
      hint: w('Das Amt prüft, ob der Widerspruch zulässig ist.', 'The office checks whether the objection is admissible.'),
      responsible: clerk,
    },
    {
      key: 'inReview',
      stage: 'inProgress',
      words: w('Die Entscheidung wird überprüft', 'The decision is reviewed'),
      hint: w(
        'Das Amt sieht seine Entscheidung noch einmal an, mit Ihren Gründen.',
        'The office looks at its decision again, with your reasons.',
      ),
      responsible: clerk,
    },
    {
      key: 'waitingParty',
      stage: 'yourTurn',
      words: w('Wartet auf Antwort', 'Waits for an answer'),
      hint: w('Das Amt hat Sie etwas gefragt. Bitte antworten Sie.', 'The office has asked you something. Please answer.'),
      responsible: party,
      timeOut: { days: 14, step: 'answerMissing' },
    },
    {
      key: 'remedyApproval',
      stage: 'inProgress',
      words: w('Abhilfe wartet auf Freigabe', 'Remedy waits for approval'),
      hint: w('Eine zweite Person prüft die neue Entscheidung.', 'A second person checks the new decision.'),
      responsible: lead,
    },
    {
      key: 'approval',
      stage: 'inProgress',
      words: w('Widerspruchsbescheid wartet auf Freigabe', 'Decision on the objection waits for approval'),
      hint: w(
        'Eine zweite Person prüft die Entscheidung über Ihren Widerspruch.',
        'A second person checks the decision on your objection.',
      ),
      responsible: lead,
    },
    {
      key: 'remedied',
      stage: 'inProgress',
      words: w('Ihrem Widerspruch wird abgeholfen', 'Your objection is remedied'),
      hint: w('Sie haben Recht bekommen. Den Bescheid darüber bekommen Sie noch.', 'You were right. You will get the notice about it.'),
      responsible: clerk,
    },
    {
      key: 'decided',
      stage: 'inProgress',
      words: w('Über den Widerspruch ist entschieden', 'The objection is decided'),
      hint: w('Sie bekommen den Widerspruchsbescheid.', 'You will get the decision on your objection.'),
      responsible: clerk,
    },
    { key: 'closed', stage: 'done', words: w('Abgeschlossen', 'Closed') },
    { key: 'withdrawn', stage: 'ended', words: w('Zurückgenommen', 'Withdrawn') },
    { key: 'ended', stage: 'ended', words: w('Mit Grund beendet', 'Ended with a reason') },
  ],
  steps: [
    {
      key: 'accept',
      words: w('Annehmen', 'Accept'),
      from: ['received'],
      to: 'checking',
      who: unit,
      event: 'accepted',
      audience: 'parties',
    },
    {
      key: 'admit',
      words: w('Zulässigkeit feststellen', 'Say whether it is admissible'),
      from: ['checking'],
      to: 'inReview',
      who: clerk,
      needs: ['reason'],
      reasons: [
        { key: 'inTime', words: w('In der Frist (§ 70 Abs. 1 VwGO)', 'In time (section 70 (1) VwGO)') },
        {
          key: 'noticeWrong',
          words: w(
            'In der Jahresfrist: Belehrung fehlte oder war falsch (§ 58 Abs. 2 VwGO)',
            'Within the year: notice missing or wrong (section 58 (2) VwGO)',
          ),
        },
        {
          key: 'reinstated',
          words: w(
            'Verspätet, Wiedereinsetzung gewährt (§ 70 Abs. 2, § 60 VwGO)',
            'Late, reinstatement granted (sections 70 (2), 60 VwGO)',
          ),
        },
        { key: 'onMerits', words: w('Verspätet, trotzdem in der Sache entschieden', 'Late, decided on the merits all the same') },
        { key: 'late', words: w('Verspätet, unzulässig', 'Late, inadmissible') },
        { key: 'form', words: w('Form nicht gewahrt, unzulässig', 'Form not kept, inadmissible') },
      ],
      event: 'admitted',
      audience: 'internal',
    },
    {
      key: 'ask',
      words: w('Rückfrage stellen', 'Ask a question'),
      from: ['checking', 'inReview'],
      to: 'waitingParty',
      who: clerk,
      needs: ['text'],
      event: 'asked',
      audience: 'parties',
    },
    {
      key: 'answer',
      words: w('Antworten', 'Answer'),
      from: ['waitingParty'],
      to: 'before',
      who: party,
      needs: ['text'],
      event: 'answered',
      audience: 'parties',
    },
    {
      key: 'answerMissing',
      words: w('Frist ohne Antwort abgelaufen', 'Time is over without an answer'),
      from: ['waitingParty'],
      to: 'before',
      who: system,
      event: 'questionExpired',
      audience: 'parties',
    },
    {
      key: 'goOn',
      words: w('Ohne Antwort weiterarbeiten', 'Go on without an answer'),
      from: ['waitingParty'],
      to: 'before',
      who: clerk,
      event: 'questionExpired',
      audience: 'parties',
    },
    {
      key: 'draftRemedy',
      words: w('Abhilfe entwerfen (§ 72 VwGO)', 'Draft the remedy (section 72 VwGO)'),
      from: ['inReview'],
      to: 'remedyApproval',
      who: clerk,
      guards: [{ kind: 'documentsComplete' }],
      needs: ['decision', 'text'],
      outcomes: ['remedied'],
      event: 'drafted',
      audience: 'internal',
    },
    {
      key: 'draft',
      words: w('Widerspruchsbescheid entwerfen (§ 73 VwGO)', 'Draft the decision on the objection (section 73 VwGO)'),
      from: ['inReview'],
      to: 'approval',
      who: clerk,
      guards: [{ kind: 'documentsComplete' }],
      needs: ['decision', 'text'],
      outcomes: ['partly', 'rejected', 'inadmissible'],
      event: 'drafted',
      audience: 'internal',
    },
    {
      key: 'return',
      words: w('Zur Überarbeitung zurückgeben', 'Give back to be reworked'),
      from: ['remedyApproval', 'approval'],
      to: 'inReview',
      who: lead,
      needs: ['text'],
      event: 'returned',
      audience: 'internal',
    },
    {
      key: 'approveRemedy',
      words: w('Abhilfe freigeben', 'Approve the remedy'),
      from: ['remedyApproval'],
      to: 'remedied',
      who: lead,
      guards: [{ kind: 'fourEyes', of: 'draftRemedy' }],
      event: 'approved',
      audience: 'internal',
    },
    {
      key: 'approve',
      words: w('Widerspruchsbescheid freigeben', 'Approve the decision on the objection'),
      from: ['approval'],
      to: 'decided',
      who: lead,
      guards: [{ kind: 'fourEyes', of: 'draft' }],
      event: 'approved',
      audience: 'internal',
    },
    {
      key: 'deliverRemedy',
      words: w('Abhilfebescheid bekannt geben', 'Deliver the notice of remedy'),
      from: ['remedied'],
      to: 'same',
      who: clerk,
      needs: ['letter'],
      letter: 'abhilfebescheid',
      event: 'delivered',
      audience: 'parties',
    },
    {
      key: 'deliver',
      words: w('Widerspruchsbescheid zustellen', 'Deliver the decision on the objection'),
      from: ['decided'],
      to: 'same',
      who: clerk,
      needs: ['letter'],
      letter: 'widerspruchsbescheid',
      event: 'delivered',
      audience: 'parties',
    },
    {
      key: 'close',
      words: w('Abschließen', 'Close'),
      from: ['remedied', 'decided'],
      to: 'closed',
      who: clerk,
      guards: [{ kind: 'letterHandedOver' }, { kind: 'feeSettled' }],
      event: 'closed',
      audience: 'parties',
    },
    {
      key: 'withdraw',
      words: w('Widerspruch zurücknehmen', 'Withdraw the objection'),
      from: open,
      to: 'withdrawn',
      who: party,
      event: 'withdrawn',
      audience: 'parties',
    },
    {
      key: 'end',
      words: w('Mit Grund beenden', 'End with a reason'),
      from: open,
      to: 'ended',
      who: clerk,
      needs: ['reason', 'text'],
      reasons: [
        { key: 'settledOtherwise', words: w('Die Sache hat sich erledigt', 'The matter has been settled otherwise') },
        { key: 'withdrawnInWriting', words: w('Auf Papier zurückgenommen', 'Withdrawn on paper') },
        { key: 'duplicate', words: w('Der Widerspruch liegt schon vor', 'The objection was filed before') },
        { key: 'noDecision', words: w('Es gibt noch keine Entscheidung', 'There is no decision yet') },
      ],
      event: 'ended',
      audience: 'parties',
    },
  ],
  outcomes: [
    { key: 'remedied', words: w('Abgeholfen', 'Remedied') },
    { key: 'partly', words: w('Teilweise abgeholfen, im Übrigen zurückgewiesen', 'Remedied in part, otherwise rejected') },
    { key: 'rejected', words: w('Zurückgewiesen', 'Rejected') },
    { key: 'inadmissible', words: w('Als unzulässig zurückgewiesen', 'Rejected as inadmissible') },
  ],
  deadlines: [
    {
      key: 'inactivity',
      words: w('Klage ohne Widerspruchsbescheid möglich', 'Suit possible without a decision'),
      law: '§ 75 VwGO',
      length: { count: 3, in: 'months' },
      from: 'received',
      // What is decided and not yet made known (§ 73 Abs. 3 VwGO) is no decision for who waits.
      until: ['closed', 'withdrawn', 'ended'],
    },
  ],
}

/**
 * The life of an objection against a decision (§§ 68 to 73 VwGO): whether it is admissible, then remedied by the office itself or decided,
 * in both ways by two persons.
 */
export const objectionWorkflow = (): Workflow => Workflow.parse(objection)

/** A service that goes by the workflow of this key takes objections. */
export const OBJECTIONS = 'objection'
