/** Text key of the way in which a report ended. */
export const resultName = (result: string): string => (result === 'done' ? 'retention.result.done' : `report.endReason.${result}`)
