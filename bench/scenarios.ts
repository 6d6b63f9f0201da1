export type Scenario = { name: string; path: string; connections: number; headers?: Record<string, string> }

/** What is measured, with a real report of the town. */
export async function scenarios(url: string): Promise<Scenario[]> {
  const list = await (await fetch(`${url}/meldungen`)).text()
  const report = /href="(\/meldungen\/M-[\w-]+)"/.exec(list)?.[1]
  if (!report) throw new Error('the town has no reports to measure with')
  const session = { cookie: 'sitzung=nobody' }
  return [
    { name: 'start page, kept', path: '/', connections: 50 },
    { name: 'start page, made afresh', path: '/', connections: 16, headers: session },
    { name: 'list of reports, made afresh', path: '/meldungen', connections: 16, headers: session },
    { name: 'a report, made afresh', path: report, connections: 16, headers: session },
  ]
}
