/** First words of the events that change what the public reads about reports (report.events.ts). */
const words = ['report', 'assignment', 'work', 'question', 'veto', 'word', 'case']

/** Tags of pages that show reports: any change of any report makes them anew. */
export const reportTags = (townId: string): string[] => words.map((word) => `${townId}:${word}`)
