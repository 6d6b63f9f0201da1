import { pino } from 'pino'

export type Log = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error' | 'child'>

/** Names of fields that never reach a log line, wherever they stand. */
const personal = ['email', 'password', 'code', 'token', 'secret', 'phone', 'name', 'text', 'authorization', 'cookie']

/** Lines of JSON on standard error; standard output stays for what a person at the terminal reads. */
export const createLog = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      redact: { paths: personal.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[…]' },
      serializers: {
        err: (error: Error & { code?: string }) => ({ type: error.name, code: error.code, message: error.message, stack: error.stack }),
      },
    },
    pino.destination({ dest: 2, sync: true }),
  )

export const quietLog: Log = pino({ level: 'silent' })
