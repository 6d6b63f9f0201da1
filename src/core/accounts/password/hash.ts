import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { createLane } from '#platform/lane.ts'

/** OWASP's recommendation for argon2id with little memory: 19 MiB, two passes, one lane. */
const COST = { memory: 19 * 1024, passes: 2, parallelism: 1 } as const

/** As many at once as threads do them; a few wait; more are turned away, so that memory and connections stay bounded. */
const inTurn = createLane({ atOnce: 4, waiting: 8, what: 'passwords', retryAfter: 2 })
let evaluated = 0

/** How many passwords this process has hashed: the work that must be the same for known and unknown accounts. */
export const evaluatedHashes = (): number => evaluated

const derive = (password: string, salt: Buffer, cost: { memory: number; passes: number; parallelism: number }): Promise<Buffer> =>
  inTurn(() => {
    evaluated += 1
    return new Promise((resolve, reject) =>
      argon2('argon2id', { message: password.normalize('NFKC'), nonce: salt, tagLength: 32, ...cost }, (error, tag) =>
        error ? reject(error) : resolve(tag),
      ),
    )
  })

const text = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

/** The password as a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await derive(password, salt, COST)
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${text(salt)}$${text(tag)}`
}

const format = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Nobody's password. Compared with where there is no account, so that it takes as long. */
const nobody = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${text(randomBytes(16))}$${text(randomBytes(32))}`

/** True when the password is the one behind `hash`. Without a hash the same work is done, and the answer is no. */
export async function verifyPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  const parts = format.exec(hash ?? nobody) ?? format.exec(nobody)
  if (!parts) return false
  const [, memory, passes, parallelism, salt = '', tag = ''] = parts
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const given = await derive(password, Buffer.from(salt, 'base64'), cost)
  const expected = Buffer.from(tag, 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) && hash !== null && hash !== undefined
}
