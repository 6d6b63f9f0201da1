import { type Words, Workflow, type WorkflowInput } from './workflow.rules.ts'

const w = (de: string, en: string): Words => ({ de, en })
const clerk = { by: 'unit', role: 'clerk' } as const
const unit = { by: 'unit' } as const
const party = { by: 'party' } as const
const open = ['received', 'inProgress', 'waitingParty']

const inquiry: WorkflowInput = {
  start: 'received',
  normDays: 10,
  states: [
    {
      key: 'received',
      stage: 'received',
      words: w('Eingegangen', 'Received'),
      hint: w('Ihre Anfrage ist da. Das Amt liest sie.', 'Your inquiry has arrived. The office reads it.'),
      responsible: unit,
    },
    {
      key: 'inProgress',
      stage: 'inProgress',
      words: w('In Bearbeitung', 'In progress'),
      hint: w('Das Amt schreibt Ihnen eine Antwort.', 'The office writes you an answer.'),
      responsible: clerk,
    },
    {
      key: 'waitingParty',
      stage: 'yourTurn',
      words: w('Wartet auf Ihre Antwort', 'Waits for your answer'),
      hint: w('Das Amt hat Sie etwas gefragt. Bitte antworten Sie.', 'The office has asked you something. Please answer.'),
      responsible: party,
      timeOut: { days: 14, step: 'answerMissing' },
    },
    { key: 'answered', stage: 'done', words: w('Beantwortet', 'Answered') },
    { key: 'transferred', stage: 'ended', words: w('Abgegeben', 'Transferred') },
    { key: 'withdrawn', stage: 'ended', words: w('Zurückgezogen', 'Withdrawn') },
    { key: 'ended', stage: 'ended', words: w('Mit Grund beendet', 'Ended with a reason') },
  ],
  steps: [
    {
      key: 'accept',
      words: w('Annehmen', 'Accept'),
      from: ['received'],
      to: 'inProgress',
      who: unit,
      event: 'accepted',
      audience: 'parties',
    },
    {
      key: 'transfer',
      words: w('An andere Behörde abgeben', 'Transfer to another authority'),
      from: ['received', 'inProgress'],
      to: 'transferred',
      who: unit,
      needs: ['text'],
      event: 'transferred',
      audience: 'parties',
    },
    {
      key: 'ask',
      words: w('Rückfrage stellen', 'Ask a question'),
      from: ['inProgress'],
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
      to: 'inProgress',
      who: party,
      needs: ['text'],
      event: 'answered',
      audience: 'parties',
    },
    {
      key: 'answerMissing',
      words: w('Frist ohne Antwort abgelaufen', 'Time is over without an answer'),
      from: ['waitingParty'],
      to: 'inProgress',
      who: { by: 'system' },
      event: 'questionExpired',
      audience: 'parties',
    },
    {
      key: 'reply',
      words: w('Beantworten und abschließen', 'Answer and close'),
      from: ['inProgress'],
      to: 'answered',
      who: clerk,
      needs: ['text'],
      event: 'closed',
      audience: 'parties',
    },
    {
      key: 'withdraw',
      words: w('Zurückziehen', 'Withdraw'),
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
        { key: 'noAnswer', words: w('Auf die Rückfrage kam keine Antwort', 'The question was not answered') },
        { key: 'settledOtherwise', words: w('Die Sache hat sich erledigt', 'The matter has been settled otherwise') },
        { key: 'abuse', words: w('Beleidigung oder Werbung', 'Insult or advertisement') },
      ],
      event: 'ended',
      audience: 'parties',
    },
    {
      key: 'reopen',
      words: w('Wieder aufnehmen', 'Take up again'),
      from: ['answered', 'ended'],
      to: 'inProgress',
      who: unit,
      needs: ['text'],
      event: 'reopened',
      audience: 'parties',
    },
  ],
}

/** The life of an inquiry or a complaint: answered in words, without a decision. */
export const inquiryWorkflow = (): Workflow => Workflow.parse(inquiry)
