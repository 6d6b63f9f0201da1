import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { root } from './root.ts'

const flag = z.enum(['0', '1', 'true', 'false', 'on', 'off', 'yes', 'no']).transform((word) => ['1', 'true', 'on', 'yes'].includes(word))
const url = (protocols: string[]) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `an address beginning with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    )

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  PUBLIC_URL: url(['http:', 'https:']).optional(),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  DATABASE_APP_URL: url(['postgres:', 'postgresql:']).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
  DATA_DIR: z.string().default('.data'),
  SECRET: z.string().min(32, 'at least 32 characters').optional(),
  ROLES: z
    .string()
    .default('web,worker')
    .transform((value) => value.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(['web', 'worker'])).min(1)),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.string().default('Stadtplatz <noreply@localhost>'),
  FILES_URL: url(['s3:', 'file:']).optional(),
  MAP_STYLE_URL: url(['http:', 'https:']).optional(),
  MOLLIE_URL: url(['http:', 'https:']).optional(),
  CLAMD: z
    .string()
    .regex(/^(\/.+|[\w.-]+:\d+)$/, 'a socket path or host:port')
    .optional(),
  OIDC_PROVIDERS: z.string().optional(),
  OUTGOING_ALLOWED: z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    )
    .pipe(z.array(url(['http:', 'https:']))),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  METRICS_TOKEN: z.string().min(16, 'at least 16 characters').optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  DEMO: flag.optional(),
  RATE_LIMIT_FACTOR: z.coerce.number().min(0).max(10_000).default(1),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
})

export type Config = {
  port: number
  host: string
  /** Address under which people reach the installation; undefined: taken from the request's host (only in the demo). */
  publicUrl: string | undefined
  /** Undefined: the embedded server is started. */
  databaseUrl: string | undefined
  databaseAppUrl: string | undefined
  databasePool: number
  dataDir: string
  roles: readonly ('web' | 'worker')[]
  smtpUrl: string | undefined
  mailFrom: string
  filesUrl: string | undefined
  mapStyleUrl: string | undefined
  /** Where the payment service answers, if not at its own address: for tests against a counterpart. */
  mollieUrl: string | undefined
  clamd: string | undefined
  /** JSON list of OpenID Connect providers (core/accounts). */
  oidcProviders: string | undefined
  /** Beginnings of addresses that webhooks may reach although they are private or without TLS. */
  outgoingAllowed: readonly string[]
  logLevel: string
  metricsToken: string | undefined
  /** How many reverse proxies stand before the program and may be believed about X-Forwarded-For. */
  trustProxy: number
  demo: boolean
  /** Multiplies all rate limits; 0 switches them off (load tests). */
  rateLimitFactor: number
  production: boolean
  /** A key for one purpose, derived from the installation's secret: 32 bytes. */
  key(purpose: string): Buffer
}

/** The secret of this installation: SECRET, or a file that is made at the first start and readable by its owner alone. */
function secretOf(given: string | undefined, dataDir: string): string {
  if (given) return given
  const file = join(dataDir, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}

/** Reads and checks the environment. Throws one sentence for each thing that must be set otherwise. */
export function loadConfig(environment: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => `Set ${issue.path.join('.')} to another value: ${issue.message}.`)
    throw new Error(`The configuration cannot be used.\n${sentences.join('\n')}`)
  }
  const env = parsed.data
  const demo = env.DEMO ?? !(env.PUBLIC_URL || env.SMTP_URL)
  if (!demo && !env.PUBLIC_URL)
    throw new Error('Set PUBLIC_URL to the address under which people reach this installation, such as https://neustadt.example.')
  const dataDir = isAbsolute(env.DATA_DIR) ? env.DATA_DIR : resolve(root, env.DATA_DIR)
  const secret = secretOf(env.SECRET, dataDir)
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, ''),
    databaseUrl: env.DATABASE_URL,
    databaseAppUrl: env.DATABASE_APP_URL,
    databasePool: env.DATABASE_POOL,
    dataDir,
    roles: env.ROLES,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    filesUrl: env.FILES_URL,
    mapStyleUrl: env.MAP_STYLE_URL,
    mollieUrl: env.MOLLIE_URL?.replace(/\/$/, ''),
    clamd: env.CLAMD,
    oidcProviders: env.OIDC_PROVIDERS,
    outgoingAllowed: env.OUTGOING_ALLOWED,
    logLevel: env.LOG_LEVEL,
    metricsToken: env.METRICS_TOKEN,
    trustProxy: env.TRUST_PROXY,
    demo,
    rateLimitFactor: env.RATE_LIMIT_FACTOR,
    production: env.NODE_ENV === 'production',
    key: (purpose) => createHmac('sha256', secret).update(purpose).digest(),
  }
}
