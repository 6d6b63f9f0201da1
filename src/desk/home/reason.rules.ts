/** The text of a reason; which ones there are depends on the step. */
export const reasonKey = (verb: string, reason: string): string => `report.${verb}Reason.${reason}`
