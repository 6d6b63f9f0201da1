import { ask, type Fetch, Later, Refused, SignInFirst, throwUnless } from './answer.ts'
import type { Answered, Entry, EntryFile, Outcome } from './entry.rules.ts'
import type { Store } from './store.ts'
import { upload } from './upload.ts'

/** Says who is signed in: `{ owner }`. */
export const WHO = '/ohne-netz/wer.json'

/**
 * One attempt: the photos first, each where it stopped, then everything else in one request under the entry's key. `renew` is called
 * before every request and says whether the entry is still ours.
 */
export async function attempt(store: Store, fetching: Fetch, entry: Entry, renew: () => Promise<boolean>): Promise<Outcome> {
  try {
    if (entry.owner && entry.owner !== (await ownerNow(fetching, entry.base))) return { kind: 'signIn' }
    const fields = [...entry.fields]
    const still = async () => {
      if (!(await renew())) throw new Later(true)
    }
    for (const file of await store.files(entry.id))
      fields.push([file.field, file.fileId ?? (await sendFile(store, fetching, entry.base, file, still))])
    await still()
    return { kind: 'sent', answer: await post(fetching, entry, fields) }
  } catch (error) {
    return await outcomeOf(store, entry, error)
  }
}

/** Mark of the account that this browser is signed in with now. */
export async function ownerNow(fetching: Fetch, base: string): Promise<string> {
  const response = await ask(fetching, base + WHO, { headers: { Accept: 'application/json' } })
  await throwUnless(200, response)
  const said: unknown = await response.json().catch(() => undefined)
  const owner: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, 'owner') : undefined
  if (typeof owner !== 'string') throw new Later(true)
  return owner
}

async function sendFile(store: Store, fetching: Fetch, base: string, file: EntryFile, still: () => Promise<void>): Promise<string> {
  let known = file
  const keep = async (change: Partial<EntryFile>) => {
    known = { ...known, ...change }
    await store.putFile(known)
  }
  const fileId = await upload(fetching, base, file, { still, begun: (address) => keep({ address }) })
  await keep({ fileId })
  return fileId
}

/** With the same key after a lost answer the server gives the first answer once more. */
async function post(fetching: Fetch, entry: Entry, fields: readonly [string, string][]): Promise<Answered> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
  if (entry.keyField) body.set(entry.keyField, entry.id)
  const send = async (headers: Record<string, string>) => {
    const response = await ask(fetching, entry.base + entry.url, {
      method: 'POST',
      headers: { Accept: 'application/json', ...headers },
      body,
    })
    await throwUnless(201, response)
    return response
  }
  const response = await send({ 'Idempotency-Key': entry.id }).catch((error) => {
    // Somebody signed in or out between two attempts: another request in the platform's eyes, the same in the endpoint's.
    if (error instanceof Refused && error.code === 'keyReused' && entry.keyField) return send({})
    throw error
  })
  const location = response.headers.get('location') ?? ''
  return { path: location.startsWith(`${entry.base}/`) ? location.slice(entry.base.length) : undefined, number: await numberIn(response) }
}

/** What was done is done, whatever becomes of the rest of the answer. */
async function numberIn(response: Response): Promise<string | undefined> {
  const said: unknown = await response.json().catch(() => undefined)
  const number: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, 'number') : undefined
  return typeof number === 'string' ? number : undefined
}

async function outcomeOf(store: Store, entry: Entry, error: unknown): Promise<Outcome> {
  if (error instanceof Later)
    return { kind: 'later', reached: error.reached, ...(error.afterMs === undefined ? {} : { afterMs: error.afterMs }) }
  if (error instanceof SignInFirst) return { kind: 'signIn' }
  if (!(error instanceof Refused)) throw error
  if (error.code !== 'fileGone') return { kind: 'refused', code: error.code, words: error.message }
  // Uploaded so long ago that the server has cleared it away: all of them go again.
  for (const file of await store.files(entry.id)) await store.putFile({ ...file, address: undefined, fileId: undefined })
  return { kind: 'later', reached: true }
}
