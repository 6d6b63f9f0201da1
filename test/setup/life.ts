import type { Town } from '#platform/context.ts'
import type { Program } from './program.ts'
import type { Seen, Visitor } from './visitor.ts'

type Roles = { citizen: Visitor; lead: Visitor; admin: Visitor /** Address of the citizen. */; own: string }
export type Lived = {
  /** What was answered meanwhile: receipts and forms with their secrets. */
  seen: Seen[]
  /** Addresses that only scripts ask for, or that stand on paper. */
  byHand: string[]
}

const PASSWORD = 'Sieben kleine Laternen'

/**
 * A morning in the town, so that there is also what a year of demo data has not: forms half filled in, receipts, links in mails,
 * invitations, accounts that are being made.
 */
export async function live(program: Program, town: Town, { citizen, lead, admin, own }: Roles): Promise<Lived> {
  const seen: Seen[] = []
  const keep = async (answer: Promise<Seen>): Promise<Seen> => {
    const one = await answer
    seen.push(one)
    return one
  }
  const stranger = (): Visitor => program.visitor({ town })
  const { hits } = JSON.parse((await stranger().get('/orte/suche.json?q=Markt')).body) as {
    hits: { id: string; lat: number; lon: number }[]
  }
  const [place] = hits
  if (!place) throw new Error(`${town.slug} has no market`)
  const where = { lat: String(place.lat), lon: String(place.lon) }

  // Reports: one with an address, one of somebody signed in, one that is being written.
  const report = { category: 'pothole', text: 'Tiefes Loch vor der Einfahrt', 'answers[size]': 'plate', ...where }
  const reporter = stranger()
  const sent = await keep(reporter.post('/meldungen', { ...report, email: `melder@post.example` }))
  await keep(reporter.follow(sent))
  const number = /M-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(sent.location ?? '')?.[0] ?? ''
  await keep(citizen.post('/meldungen', report))
  const writer = stranger()
  const begun = await keep(writer.fill('/meldungen/neu', '/meldungen/neu', { text: 'Loch in der Fahrbahn, gleich vor dem Markt' }))
  const draft = /\/meldungen\/neu\/[^/?]+/.exec(begun.location ?? '')?.[0] ?? ''
  const point = { placeLat: where.lat, placeLon: where.lon, placeWay: 'map' }
  const part = (name: string, fields: Record<string, string>) => keep(writer.fill(`${draft}/${name}`, `${draft}/${name}`, fields))
  await part('ort', point)
  await part('art', { category: 'pothole' })
  await part('fragen', { 'answers[size]': 'hand' })

  // An application of somebody without an account, who wants to hear of it.
  const applicant = stranger()
  const inquiry = '/dienste/anfrage-oder-beschwerde/antrag'
  let page = (await applicant.fill(inquiry, inquiry)).location ?? ''
  for (const fields of [{ 'a[sort]': 'question', 'a[concern]': 'Wann öffnet das Freibad?' }, { 'a[how]': 'here' }])
    page = (await keep(applicant.fill(page, page, fields))).location ?? page
  await keep(applicant.follow(await keep(applicant.fill(page, page, { perMail: 'on', email: 'antrag@post.example' }))))

  // Mails: to confirm, to subscribe, to sign up, to sign in, to be invited, to hear of news.
  await stranger().fill('/meldungen/abo', '/meldungen/abo', { email: 'abo@post.example', wann: 'weekly' })
  await stranger().fill('/registrieren', '/registrieren', { name: 'Neu Zugezogen', email: 'neu@post.example', password: PASSWORD })
  await stranger().post('/anmelden/code', { email: own })
  await citizen.fill('/mein/konto/email', '/mein/konto/email', { email: 'umgezogen@post.example' })
  const invitation = await admin.get('/verwaltung/personen/einladen')
  const organisationId = /<option value="([0-9a-f-]{36})"/.exec(invitation.body)?.[1] ?? ''
  await admin.submit(invitation, '/verwaltung/personen/einladungen', { organisationId, role: 'clerk', email: 'gast@post.example' })
  await program.work()
  const confirm = (await mailLinks(program, town)).find((path) => path.startsWith('/meldungen/bestaetigen/'))
  if (confirm) await reporter.fill(confirm, confirm)
  const news = (await mailLinks(program, town)).find((path) => path.startsWith('/antraege/bestaetigen/'))
  if (news) await applicant.fill(news, news)
  await lead.post(`/amt/meldungen/${number}/schritt`, { verb: 'accept' })
  const firm = `/amt/meldungen/${number}/firma`
  await lead.fill(firm, firm, { name: 'Bau Kurz', email: 'bau@post.example', text: 'Bitte füllen.' })
  // This one waits to be confirmed.
  await keep(stranger().post('/meldungen', { ...report, text: 'Noch ein Loch', email: 'zweite@post.example' }))
  await program.work()

  const asset = /[LBS]-\d{5}/.exec((await stranger().get('/meldungen.csv')).body)?.[0] ?? 'L-10001'
  const style = /\/karte\/([^/"]+)\//.exec((await stranger().get('/meldungen')).body)?.[1] ?? '1'
  const caseId = /\/amt\/gedaechtnis\/vorgang\/[0-9a-f-]{36}/.exec((await lead.get(`/amt/gedaechtnis?q=${number}`)).body)?.[0]
  const links = await mailLinks(program, town)
  return {
    seen,
    byHand: [
      ...links,
      ...links.flatMap((path) =>
        /^\/abos\/[^/]+\/bestaetigen$/.test(path) ? [path.replace(/\/bestaetigen$/, ''), path.replace(/bestaetigen$/, 'abmelden')] : [],
      ),
      ...['ort', 'art', 'fragen', 'notfall', 'aehnlich', 'absenden'].map((name) => `${draft}/${name}`),
      ...[draft, `/meldungen/gesendet/${number}`, `/status/${number}`, inquiry],
      ...[
        `/orte/${encodeURIComponent(place.id)}`,
        `/orte/punkt.json?lat=${where.lat}&lon=${where.lon}`,
        `/o/${asset}`,
        `/objekte/${asset}`,
      ],
      ...[`/karte/${style}/14/8700/5400.mvt`, '/live?topic=desk&topic=desk', `/amt/meldungen/sammel/ergebnis?was=write&fertig=${number}`],
      ...(caseId ? [caseId] : []),
    ],
  }
}

/** Paths of all links in the town's mails. */
async function mailLinks(program: Program, town: Town): Promise<string[]> {
  const client = await program.pool.connect()
  try {
    await client.query(`BEGIN READ ONLY; SET LOCAL app.tenant_id = '${town.id}'`)
    const { rows } = await client.query<{ text: string }>(
      `SELECT text || ' ' || coalesce(unsubscribe_url, '') AS text FROM core.mail WHERE tenant_id = $1`,
      [town.id],
    )
    await client.query('COMMIT')
    return [...new Set(rows.flatMap(({ text }) => [...text.matchAll(/https?:\/\/[^/\s]+(\/[^\s<>"]*)/g)].map(([, path = '']) => path)))]
  } finally {
    client.release()
  }
}
