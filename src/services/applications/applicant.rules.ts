/** The first person that a form asks for is the one who applies. */
export function applicantName(answers: Record<string, unknown>): string | undefined {
  for (const answer of Object.values(answers)) {
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) continue
    const { firstName, lastName } = answer as Record<string, unknown>
    if (typeof lastName === 'string') return [firstName, lastName].filter((part) => typeof part === 'string').join(' ')
  }
  return undefined
}
