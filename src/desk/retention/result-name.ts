/** Text key of the way in which a case of this kind ended. */
export const resultName = ({ kind, result }: { kind: string; result: string }): string =>
  kind === 'application'
    ? `retention.result.application.${result}`
    : result === 'done'
      ? 'retention.result.done'
      : `report.endReason.${result}`

export const kindName = (kind: string): string => `retention.kind.${kind}`
