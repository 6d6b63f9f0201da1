import { issueApiKey, knownScopes } from '#core/api-keys/index.ts'
import { setListeners } from '#core/memory/index.ts'
import { organisationsOf, seedOrganisations } from '#core/organisations/index.ts'
import { demoGeography, importPlaces } from '#core/places/index.ts'
import { type DemoTown, demoTowns, seedTown } from '#core/towns/index.ts'
import { type Ctx, system, type Town } from '#platform/context.ts'
import { countRows } from '#platform/db/count-rows.sql.ts'
import { newId } from '#platform/ids.ts'
import { inContext } from '#platform/open-context.ts'
import { seedApplications, seedFigures, seedManyApplications, seedOnlineServices } from '#services/applications/index.ts'
import { seedChangedForms } from '#services/builder/index.ts'
import { seedTextBlocks } from '#services/cases/index.ts'
import { seedServices } from '#services/catalogue/index.ts'
import { seedLetters } from '#services/letters/index.ts'
import { seedPayments } from '#services/payments/index.ts'
import { demoReportTexts, seedCity, seedReports, seedRetention } from '#services/reports/index.ts'
import { seedWorkflows } from '#services/workflows/index.ts'
import { seedImportedForm } from '#standards/fim/index.ts'
import { seedWebhooks } from '#standards/webhooks/index.ts'
import type { WholeHouse } from './house.tsx'

/**
 * Fills an empty installation with the demo towns and their year. True if there was something to build. Throws where there are real
 * towns: the demo lets everybody sign in as anybody. `reports` is how many each town gets, its usual number unless said.
 */
export async function prepareDemo(
  house: WholeHouse,
  say: (text: string) => void,
  which: readonly DemoTown['which'][] = ['large', 'small'],
  reports?: number,
): Promise<boolean> {
  if ((await house.towns()).some(({ demo }) => !demo))
    throw new Error(
      'This database holds a town of real people. Set PUBLIC_URL to its address, or DATABASE_URL to an empty database for the demo.',
    )
  let built = false
  // What happened in the past year is no news for anybody.
  setListeners([])
  for (const town of demoTowns) {
    if (!which.includes(town.which) || (await house.directory.bySlug(town.slug))) continue
    say(`The demo town ${town.name} is being built …`)
    await buildTown(house, town, reports)
    house.directory.forget()
    built = true
  }
  setListeners(house.modules.flatMap((module) => module.listeners ?? []))
  return built
}

/** One transaction: a start that was cut off leaves no half town. */
async function buildTown(house: WholeHouse, demo: DemoTown, reports?: number): Promise<void> {
  const geography = demoGeography(demo.which)
  const town: Town = {
    id: newId(house.clock().getTime()),
    slug: demo.slug,
    name: demo.name,
    land: demo.land,
    locales: ['de', 'en'],
    timeZone: 'Europe/Berlin',
    colour: demo.colour,
    coatOfArmsUrl: undefined,
    bounds: geography.bounds,
    demo: true,
    base: '',
    origin: '',
  }
  await inContext(house, { town, actor: system }, async (ctx) => {
    await seedTown(ctx, demo)
    await importPlaces(ctx, geography)
    await countRows(ctx, 'core')
    const people = await seedOrganisations(ctx, demo.which)
    await seedTextBlocks(ctx)
    await seedServices(ctx, demo.which)
    // Workflows name letters, and are proven against those that are there.
    await seedLetters(ctx)
    await seedWorkflows(ctx)
    await seedOnlineServices(ctx, demo.which, people)
    await seedChangedForms(ctx, people)
    await seedImportedForm(ctx)
    if (demo.which === 'large') await seedApplications(ctx, people)
    await seedReports(ctx, demo.which, geography, people, reports)
    await seedRetention(ctx, demo.which, geography, people)
    await seedPayments(ctx)
    await seedFigures(ctx)
    await seedKeys(ctx)
    if (demo.which === 'large') await seedWebhooks(ctx)
  })
}

/** The key that everybody may try, with every scope. It is in the demo alone: nobody else can choose a key's letters. */
const DEMO_KEY = 'demo'

async function seedKeys(ctx: Ctx): Promise<void> {
  const [unit] = await organisationsOf(ctx, ['department'])
  const scopes = knownScopes().map(({ scope }) => scope)
  const made = await issueApiKey(ctx, { name: 'Demo', scopes, unitId: unit?.id }, DEMO_KEY)
  if (!made.ok) throw new Error(made.refusal.code)
}

/** Fills the large demo town with very many reports and applications, to measure with. The same seed gives the same ones. */
export async function buildCity(
  house: WholeHouse,
  { reports, applications, seed }: { reports: number; applications: number; seed: number },
  say: (text: string) => void,
): Promise<void> {
  const town = await house.directory.bySlug('lindenfurt')
  if (!town) throw new Error('the large demo town is missing')
  const onBatch = (what: string) => (done: number) => {
    if (done % 100_000 === 0) say(`${done.toLocaleString('en')} ${what}`)
  }
  await inContext(house, { town, actor: system }, (ctx) =>
    seedCity(ctx, { count: reports, seed, texts: demoReportTexts, onBatch: onBatch('reports') }),
  )
  await inContext(house, { town, actor: system }, (ctx) =>
    seedManyApplications(ctx, { count: applications, seed, onBatch: onBatch('applications') }),
  )
}

/** What the terminal says about signing in. */
export const demoLines = (url: string): string[] => [
  `Sign in with one click as citizen, clerk, crew, administrator …: ${url}/anmelden`,
  ...demoTowns
    .slice(1)
    .map(({ slug, name }) => `The second town, ${name}: ${url.replace('//localhost', `//${slug}.localhost`)} or ${url}/t/${slug}`),
  `What would be sent by e-mail: ${url}/demo/postfach`,
  `For programs (Open311): ${url}/open311/v2/services.json, with the API key "${DEMO_KEY}" to write`,
  `What other programs hear (webhooks): ${url}/demo/empfaenger`,
]
