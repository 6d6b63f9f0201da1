import { ask, type Fetch, Later, throwUnless } from './answer.ts'
import type { EntryFile } from './entry.rules.ts'

const VERSION = { 'Tus-Resumable': '1.0.0', Accept: 'application/json' }
/** Small enough to go through a bad line before a request is given up. */
const PART = 256 * 1024
const coded = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

/**
 * Sends a photo in parts (tus 1.0) and gives its id. `begun` is told the address before the first byte goes, so that a device that is
 * switched off goes on where it was; `still` throws when somebody else has taken over. Only with `fetch`, because it also runs in the
 * worker.
 */
export async function upload(
  fetching: Fetch,
  base: string,
  file: EntryFile,
  { begun, still }: { begun: (address: string | undefined) => Promise<void>; still: () => Promise<void> },
): Promise<string> {
  let address = file.address
  let sent = address ? await offsetOf(fetching, address) : 0
  if (address === undefined || sent === undefined) {
    address = await begin(fetching, `${base}/dateien`, file)
    await begun(address)
    sent = 0
  }
  // Once more with nothing when all is there: it asks the server to finish.
  do {
    await still()
    const part = file.blob.slice(sent, sent + PART)
    const response = await ask(fetching, address, {
      method: 'PATCH',
      headers: { ...VERSION, 'Upload-Offset': String(sent), 'Content-Type': 'application/offset+octet-stream' },
      body: part,
    })
    if (response.status === 404) {
      await begun(undefined)
      throw new Later(true)
    }
    await throwUnless(204, response)
    sent = further(sent, part.size, response)
  } while (sent < file.blob.size)
  return address.split('/').at(-1) ?? ''
}

/** How far it is now. An answer that took nothing would be asked for for ever. */
function further(sent: number, part: number, response: Response): number {
  const now = Number(response.headers.get('upload-offset') ?? Number.NaN)
  if (now > sent + part || !(now > sent || (part === 0 && now === sent))) throw new Later(true)
  return now
}

async function begin(fetching: Fetch, url: string, { name, blob, about }: EntryFile): Promise<string> {
  const metadata = Object.entries({ filename: name, ...about }).map(([key, value]) => `${key} ${coded(value)}`)
  const response = await ask(fetching, url, {
    method: 'POST',
    headers: { ...VERSION, 'Upload-Length': String(blob.size), 'Upload-Metadata': metadata.join(',') },
  })
  await throwUnless(201, response)
  // The town may lie below a path, which is part of the address we were asked to use.
  const id = response.headers.get('location')?.split('/').at(-1)
  if (!id) throw new Later(true)
  return `${url}/${id}`
}

/** Undefined where the server knows nothing of it any more. */
async function offsetOf(fetching: Fetch, address: string): Promise<number | undefined> {
  const response = await ask(fetching, address, { method: 'HEAD', headers: VERSION })
  const offset = response.headers.get('upload-offset')
  if (response.status >= 500) throw new Later(true)
  return response.ok && offset !== null ? Number(offset) : undefined
}
