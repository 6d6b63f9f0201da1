import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { AppError } from '#platform/errors.ts'
import { checkKey, type Store } from './store.ts'

/** `s3://key:secret@host[:port]/bucket?region=…&tls=0`: what a client of the S3 protocol needs to know. */
export function parseS3Url(address: string) {
  const url = new URL(address)
  const bucket = decodeURIComponent(url.pathname.replace(/^\/|\/$/g, ''))
  if (!url.hostname || !bucket || bucket.includes('/')) throw new Error('Set FILES_URL to s3://key:secret@host/bucket.')
  const scheme = ['0', 'off', 'false'].includes(url.searchParams.get('tls') ?? '') ? 'http' : 'https'
  return {
    bucket,
    region: url.searchParams.get('region') ?? 'eu-central-1',
    endpoint: `${scheme}://${url.host}`,
    credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
  }
}

/** A bucket as store. Works with any server of the S3 protocol: paths name the bucket, checksums only where they are required. */
export function s3Store(address: string): Store {
  const { bucket, ...connection } = parseS3Url(address)
  const client = new S3Client({
    ...connection,
    forcePathStyle: true,
    maxAttempts: 2,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // A large file on a slow line takes its time; on a line where nothing moves it is given up.
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 6_000 },
  })
  const at = (key: string) => ({ Bucket: bucket, Key: checkKey(key) })
  return reported({
    async put(key, source) {
      const [Body, ContentLength] =
        'path' in source ? [createReadStream(source.path), (await stat(source.path)).size] : [source.bytes, source.bytes.length]
      await client.send(new PutObjectCommand({ ...at(key), Body, ContentLength, ContentType: 'application/octet-stream' }))
    },
    async open(key) {
      try {
        const { Body, ContentLength } = await client.send(new GetObjectCommand(at(key)))
        if (!(Body instanceof Readable)) throw new Error('the file store answered without a body')
        return { stream: Body, size: ContentLength ?? 0 }
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },
    async removeFolder(folder) {
      let from: string | undefined
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: `${checkKey(folder)}/`, ContinuationToken: from }),
        )
        const Objects = (page.Contents ?? []).flatMap(({ Key }) => (Key ? [{ Key }] : []))
        if (Objects.length > 0) await client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }))
        from = page.NextContinuationToken
      } while (from)
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(at(key)))
    },
  })
}

/** Whatever the store answers instead of what was asked: it is the neighbour's trouble, and one may come back. */
const reported = ({ put, open, removeFolder, remove }: Store): Store => ({
  put: (key, source) => put(checkKey(key), source).catch(notThere),
  open: (key) => open(checkKey(key)).catch(notThere),
  removeFolder: (folder) => removeFolder(checkKey(folder)).catch(notThere),
  remove: (key) => remove(checkKey(key)).catch(notThere),
})

const notThere = (cause: unknown): never => {
  throw new AppError('unavailable', 'the file store does not answer', { cause, retryAfter: 30 })
}
