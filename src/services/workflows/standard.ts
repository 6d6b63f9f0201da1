import { type Words, Workflow, type WorkflowInput } from './workflow.rules.ts'

const w = (de: string, en: string): Words => ({ de, en })
const clerk = { by: 'unit', role: 'clerk' } as const
const unit = { by: 'unit' } as const
const lead = { by: 'unit', role: 'lead' } as const
const party = { by: 'party' } as const
const system = { by: 'system' } as const

const open = ['submitted', 'received', 'inReview', 'waitingParty', 'waitingThird', 'approval', 'decided']

/** Why a case ends without a decision on the merits. */
const endReasons = [
  { key: 'otherAuthority', words: w('Eine andere Behörde ist zuständig', 'Another authority is responsible') },
  { key: 'noAnswer', words: w('Auf die Rückfrage kam keine Antwort', 'The question was not answered') },
  { key: 'settledOtherwise', words: w('Die Sache hat sich erledigt', 'The matter has been settled otherwise') },
  { key: 'duplicate', words: w('Der Antrag liegt schon vor', 'The application was made before') },
  { key: 'feeNotPaid', words: w('Die Gebühr wurde nicht bezahlt', 'The fee was not paid') },
]

const standard: WorkflowInput = {
  start: 'submitted',
  normDays: 20,
  states: [
    {
      key: 'submitted',
      stage: 'received',
      words: w('Eingegangen', 'Received'),
      hint: w(
        'Ihr Antrag ist da. Das Amt sieht ihn durch und nimmt ihn an.',
        'Your application has arrived. The office looks through it and accepts it.',
      ),
      responsible: unit,
      tasks: [{ key: 'completeness', words: w('Auf Vollständigkeit prüfen', 'Check that it is complete'), days: 3, who: clerk }],
    },
    {
      key: 'received',
      stage: 'accepted',
      words: w('Angenommen', 'Accepted'),
      hint: w('Ihr Antrag ist angenommen und wartet auf die Prüfung.', 'Your application is accepted and waits to be examined.'),
      responsible: clerk,
    },
    {
      key: 'inReview',
      stage: 'inProgress',
      words: w('In Prüfung', 'Being examined'),
      hint: w('Das Amt prüft Ihren Antrag.', 'The office examines your application.'),
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
      key: 'waitingThird',
      stage: 'inProgress',
      words: w('Wartet auf andere Ämter', 'Waits for other departments'),
      hint: w('Andere Ämter geben ihre Stellungnahme ab.', 'Other departments give their opinions.'),
      responsible: clerk,
      timeOut: { days: 28, step: 'opinionMissing' },
    },
    {
      key: 'approval',
      stage: 'inProgress',
      words: w('Wartet auf Freigabe', 'Waits for approval'),
      hint: w(
        'Die Entscheidung ist entworfen und wird von einer zweiten Person geprüft.',
        'The decision is drafted and a second person checks it.',
      ),
      responsible: lead,
    },
    {
      key: 'decided',
      stage: 'inProgress',
      words: w('Entschieden', 'Decided'),
      hint: w('Es ist entschieden. Sie bekommen den Bescheid.', 'It is decided. You will get the notice.'),
      responsible: clerk,
    },
    { key: 'closed', stage: 'done', words: w('Abgeschlossen', 'Closed') },
    { key: 'ended', stage: 'ended', words: w('Mit Grund beendet', 'Ended with a reason') },
    { key: 'withdrawn', stage: 'ended', words: w('Zurückgezogen', 'Withdrawn') },
    { key: 'transferred', stage: 'ended', words: w('Abgegeben', 'Transferred') },
  ],
  steps: [
    {
      key: 'accept',
      words: w('Annehmen', 'Accept'),
      from: ['submitted'],
      to: 'received',
      who: unit,
      event: 'accepted',
      audience: 'parties',
    },
    {
      key: 'transfer',
      words: w('An andere Behörde abgeben', 'Transfer to another authority'),
      from: ['submitted', 'received'],
      to: 'transferred',
      who: unit,
      needs: ['text'],
      event: 'transferred',
      audience: 'parties',
    },
    {
      key: 'start',
      words: w('Prüfung beginnen', 'Begin to examine'),
      from: ['received'],
      to: 'inReview',
      who: clerk,
      event: 'started',
      audience: 'parties',
    },
    {
      key: 'ask',
      words: w('Rückfrage stellen', 'Ask a question'),
      from: ['inReview'],
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
      to: 'inReview',
      who: party,
      needs: ['text'],
      event: 'answered',
      audience: 'parties',
    },
    {
      key: 'answerMissing',
      words: w('Frist ohne Antwort abgelaufen', 'Time is over without an answer'),
      from: ['waitingParty'],
      to: 'inReview',
      who: system,
      event: 'questionExpired',
      audience: 'parties',
    },
    {
      key: 'goOn',
      words: w('Ohne Antwort weiterarbeiten', 'Go on without an answer'),
      from: ['waitingParty'],
      to: 'inReview',
      who: clerk,
      event: 'questionExpired',
      audience: 'parties',
    },
    {
      key: 'askOpinions',
      words: w('Stellungnahmen einholen', 'Ask for opinions'),
      from: ['inReview'],
      to: 'waitingThird',
      who: clerk,
      event: 'opinionsRequested',
      audience: 'internal',
    },
    {
      key: 'opinionsGiven',
      words: w('Alle Stellungnahmen sind da', 'All opinions are in'),
      from: ['waitingThird'],
      to: 'inReview',
      who: system,
      guards: [{ kind: 'opinionsIn' }],
      event: 'opinionsGiven',
      audience: 'internal',
    },
    {
      key: 'opinionMissing',
      words: w('Zeit für Stellungnahmen ist vorbei', 'Time for opinions is over'),
      from: ['waitingThird'],
      to: 'inReview',
      who: system,
      event: 'opinionsTimedOut',
      audience: 'internal',
    },
    {
      key: 'draft',
      words: w('Entscheidung entwerfen', 'Draft the decision'),
      from: ['inReview'],
      to: 'approval',
      who: clerk,
      guards: [{ kind: 'documentsComplete' }],
      needs: ['decision', 'text'],
      event: 'drafted',
      audience: 'internal',
    },
    {
      key: 'return',
      words: w('Zur Überarbeitung zurückgeben', 'Give back to be reworked'),
      from: ['approval'],
      to: 'inReview',
      who: lead,
      needs: ['text'],
      event: 'returned',
      audience: 'internal',
    },
    {
      key: 'approve',
      words: w('Entscheidung freigeben', 'Approve the decision'),
      from: ['approval'],
      to: 'decided',
      who: lead,
      guards: [{ kind: 'fourEyes', of: 'draft' }],
      event: 'approved',
      audience: 'internal',
    },
    {
      key: 'deliver',
      words: w('Bescheid bekannt geben', 'Deliver the notice'),
      from: ['decided'],
      to: 'same',
      who: clerk,
      needs: ['letter'],
      letter: 'decision',
      event: 'delivered',
      audience: 'parties',
    },
    {
      key: 'close',
      words: w('Abschließen', 'Close'),
      from: ['decided'],
      to: 'closed',
      who: clerk,
      guards: [{ kind: 'letterHandedOver' }, { kind: 'feeSettled' }],
      event: 'closed',
      audience: 'parties',
    },
    {
      key: 'withdraw',
      words: w('Antrag zurückziehen', 'Withdraw the application'),
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
      reasons: endReasons,
      event: 'ended',
      audience: 'parties',
    },
    {
      key: 'reopen',
      words: w('Wieder aufnehmen', 'Take up again'),
      from: ['closed', 'ended'],
      to: 'inReview',
      who: lead,
      needs: ['text'],
      event: 'reopened',
      audience: 'parties',
    },
  ],
  outcomes: [
    { key: 'granted', words: w('Bewilligt', 'Granted') },
    { key: 'partlyGranted', words: w('Teilweise bewilligt', 'Partly granted') },
    { key: 'refused', words: w('Abgelehnt', 'Refused') },
  ],
}

/** A department that has to be asked, and how many days it has. */
type Asked = { key: string; words: Words; unit: string; days: number }

/**
 * The life of an application as most services have it (domain-citizen-services, section 6). The draft before it is no case yet. Without
 * departments to ask nobody waits for opinions; `deemed` names the law by which silence means yes.
 */
export function standardWorkflow({
  opinions = [],
  normDays = standard.normDays,
  deemed,
}: {
  opinions?: readonly Asked[]
  normDays?: number
  deemed?: { law: string; months: number }
} = {}): Workflow {
  const asking = ['askOpinions', 'opinionsGiven', 'opinionMissing']
  const withOpinions = opinions.length > 0
  const states = standard.states
    .filter(({ key }) => withOpinions || key !== 'waitingThird')
    .map((state) => (state.key === 'waitingThird' ? { ...state, opinions: opinions.map(({ key }) => key) } : state))
  const steps = standard.steps
    .filter(({ key }) => withOpinions || !asking.includes(key))
    .map((step) => ({ ...step, from: step.from.filter((from) => withOpinions || from !== 'waitingThird') }))
  if (!deemed) return Workflow.parse({ ...standard, states, steps, normDays, opinions: [...opinions] })
  const until = ['decided', 'closed', 'ended', 'withdrawn', 'transferred']
  return Workflow.parse({
    ...standard,
    states,
    steps: [
      ...steps,
      {
        key: 'deem',
        words: w('Gilt als genehmigt', 'Counts as approved'),
        from: ['received', 'inReview', ...(withOpinions ? ['waitingThird'] : [])],
        to: 'decided',
        who: system,
        guards: [{ kind: 'deadlineOver', deadline: 'deemed' }, { kind: 'documentsComplete' }],
        event: 'deemed',
        outcomes: ['granted'],
        audience: 'parties',
      },
    ],
    normDays,
    opinions: [...opinions],
    deadlines: [
      {
        key: 'deemed',
        words: w('Genehmigung gilt als erteilt', 'Permission counts as given'),
        law: deemed.law,
        length: { count: deemed.months, in: 'months' },
        from: 'received',
        until,
      },
    ],
  })
}
