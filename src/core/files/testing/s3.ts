import { createServer, type IncomingMessage } from 'node:http'

export type FakeS3 = {
  /** For FILES_URL; the bucket is called `bucket`. */
  url: string
  objects: Map<string, Buffer>
  calls: { method: string; path: string; query: string; authorization: string; length: string | undefined }[]
  /** So many of the next requests are told to come back later. */
  failures: number
  /** `silent` takes requests and never answers; `down` hangs up. */
  mood: 'well' | 'silent' | 'down'
  stop(): Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** As much of S3 as the store uses: objects by path, lists of at most two, removal of many. */
export async function fakeS3(): Promise<FakeS3> {
  const { objects, calls }: Pick<FakeS3, 'objects' | 'calls'> = { objects: new Map(), calls: [] }
  const server = createServer(async (request, response) => {
    const { method = '', headers } = request
    if (fake.mood === 'down') return void request.socket.destroy()
    if (fake.mood === 'silent') return
    const url = new URL(request.url ?? '/', 'http://s3')
    const path = decodeURIComponent(url.pathname)
    calls.push({ method, path, query: url.search, authorization: headers.authorization ?? '', length: headers['content-length'] })
    const body = await bodyOf(request)
    const xml = (status: number, text: string) =>
      response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?>${text}`)
    if (fake.failures > 0) {
      fake.failures -= 1
      return void xml(503, '<Error><Code>SlowDown</Code></Error>')
    }
    if (method === 'PUT') {
      objects.set(path, body)
      return void response.writeHead(200, { etag: '"x"' }).end()
    }
    if (method === 'GET' && url.searchParams.has('list-type')) {
      const all = [...objects.keys()]
        .map((key) => key.replace(/^\/bucket\//, ''))
        .filter((key) => key.startsWith(url.searchParams.get('prefix') ?? ''))
      const page = all.slice(0, 2)
      return void xml(
        200,
        `<ListBucketResult><IsTruncated>${all.length > 2}</IsTruncated>${all.length > 2 ? '<NextContinuationToken>more</NextContinuationToken>' : ''}${page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}</ListBucketResult>`,
      )
    }
    if (method === 'POST') {
      for (const [, key] of body.toString().matchAll(/<Key>([^<]+)<\/Key>/g)) objects.delete(`/bucket/${key}`)
      return void xml(200, '<DeleteResult></DeleteResult>')
    }
    if (method === 'DELETE') {
      objects.delete(path)
      return void response.writeHead(204).end()
    }
    const found = objects.get(path)
    if (!found) return void xml(404, '<Error><Code>NoSuchKey</Code><Message>no</Message></Error>')
    response.writeHead(200, { 'content-length': found.length }).end(found)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const fake: FakeS3 = {
    url: `s3://key:se%2Fcret@127.0.0.1:${port}/bucket?region=eu-test-1&tls=0`,
    objects,
    calls,
    failures: 0,
    mood: 'well',
    stop: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
  return fake
}
