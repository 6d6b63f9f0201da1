/** One public kind for the outside, the events of the memory it stands for, and whether it is also told of what is public no more. */
type Kind = { kind: string; events: readonly string[]; gone?: boolean }

/**
 * The words other programs rely on: never renamed, only added to. Each stands for public events alone. `report.hidden` is all that is
 * told of a report that was public and is not any more, so that copies can be taken down.
 */
export const kinds = [
  { kind: 'report.published', events: ['report.published', 'report.shown'] },
  { kind: 'report.accepted', events: ['assignment.accepted'] },
  { kind: 'report.planned', events: ['work.planned'] },
  { kind: 'report.started', events: ['work.started', 'work.handedOut'] },
  { kind: 'report.word', events: ['word.given'] },
  { kind: 'report.done', events: ['work.done'] },
  { kind: 'report.ended', events: ['report.ended'] },
  { kind: 'report.reopened', events: ['report.reopened'] },
  { kind: 'report.objected', events: ['veto.raised', 'veto.escalated', 'veto.turnedDown'] },
  {
    kind: 'report.changed',
    events: ['report.recategorised', 'report.moved', 'report.reworded', 'report.photoRedacted', 'report.photoHidden', 'report.photoShown'],
  },
  { kind: 'report.joined', events: ['report.joined'] },
  { kind: 'report.merged', events: ['report.merged', 'report.split'] },
  { kind: 'report.hidden', events: ['report.hidden'], gone: true },
] as const satisfies readonly Kind[]

export type WebhookKind = (typeof kinds)[number]['kind']
export const webhookKinds: readonly WebhookKind[] = kinds.map(({ kind }) => kind)

const byEvent: ReadonlyMap<string, Kind> = new Map(kinds.flatMap((one: Kind) => one.events.map((event) => [event, one] as const)))

/** Every event of the memory that may be told. */
export const toldEvents: readonly string[] = [...byEvent.keys()]

/** The word for the outside. */
export const kindOf = (event: string): string | undefined => byEvent.get(event)?.kind

/** The events that stand for these words. */
export const eventsOf = (words: readonly string[]): string[] =>
  kinds.filter(({ kind }) => words.includes(kind)).flatMap(({ events }) => [...events])

/** Whether it is told of a report that is public no more. */
export const tellsGone = (word: string): boolean => kinds.some((one: Kind) => one.kind === word && one.gone === true)
