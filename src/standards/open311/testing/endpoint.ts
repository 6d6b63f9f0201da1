import { expect } from 'vitest'
import { issueApiKey } from '#core/api-keys/index.ts'
import { system } from '#platform/context.ts'
import { CategoryInput, saveCategory, saveGroup } from '#services/reports/index.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { doing } from '../../../../test/setup/town.ts'
import type { Fields, Seen } from '../../../../test/setup/visitor.ts'

export type Row = Record<string, unknown>

/** A town that takes and tells reports by Open311, and what a program says to it. */
export async function endpoint() {
  const program = await testProgram()
  const inTown = <T>(work: Parameters<typeof doing<T>>[2], actor = system) =>
    doing(program.pool, { town: program.town, now: program.clock.at, actor }, work)
  const nobody = program.visitor()
  const V2 = '/open311/v2'
  const spot = { lat: '49.05', long: '11.05' }

  async function issue(scopes: string[]): Promise<{ id: string; key: string }> {
    const made = await inTown((ctx) => issueApiKey(ctx, { name: 'App', scopes }))
    if (!made.ok) throw new Error(made.refusal.code)
    return made.value
  }

  const unitId = await program.makeOrganisation(program.town, 'department', 'Tiefbauamt')
  await inTown(async (ctx) => {
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    const category = (input: Partial<CategoryInput> & { code: string }) =>
      saveCategory(ctx, CategoryInput.parse({ groupCode: 'street', name: { de: `${input.code} & Co`, en: input.code }, unitId, ...input }))
    await category({ code: 'pothole', publish: 'atOnce', keywords: ['loch', 'a,b'] })
    await category({
      code: 'lamp',
      publish: 'atOnce',
      questions: [
        {
          code: 'how',
          kind: 'multichoice',
          required: true,
          label: { de: 'Wie?', en: 'How?' },
          options: [
            { code: 'dark', label: { de: 'dunkel', en: 'dark' } },
            { code: 'open', label: { de: 'offen', en: 'open' }, danger: '112' },
          ],
        },
        { code: 'number', kind: 'text', required: false, label: { de: 'Nummer', en: 'Number' } },
      ],
    })
    await category({ code: 'car', publish: 'afterCheck', confirmEmail: true })
    await category({ code: 'odd', publish: 'never', anonymous: false })
    await category({ code: 'slope', danger: '112' })
  })
  const { key, id: keyId } = await issue(['open311.send'])
  const json = (seen: Seen, status = 200): Row[] => {
    expect([seen.status, seen.headers.get('content-type')], seen.body).toEqual([status, 'application/json; charset=utf-8'])
    return JSON.parse(seen.body) as Row[]
  }
  const codes = (seen: Seen, status: number) => json(seen, status).map(({ code }) => code)
  const send = (fields: Fields = {}, headers: Record<string, string> = {}) =>
    nobody.post(`${V2}/requests.json`, { api_key: key, service_code: 'pothole', description: 'Ein Loch', ...spot, ...fields }, headers)
  const sent = async (fields: Fields = {}): Promise<string> => String(json(await send(fields))[0]!.service_request_id)
  const find = async (query: string) =>
    json(await nobody.get(`${V2}/requests.json?${query}`)).map(({ service_request_id }) => service_request_id)

  return { program, inTown, nobody, V2, spot, key, keyId, unitId, issue, json, codes, send, sent, find }
}
