import { Worker } from 'node:worker_threads'
import { AppError } from '../errors.ts'
import { createLane } from '../lane.ts'
import type { Locale } from '../text.ts'
import type { Order } from './compile.ts'

export type Making = {
  lang: Locale
  /** Shown by readers instead of the file's name. */
  title: string
  /** Day of the document, `YYYY-MM-DD`; the same order on the same day gives the same bytes. */
  date: string
}

/** Bytes of JSON: a letter of several hundred pages. */
const MOST_DATA = 1_000_000
/** With the start of the thread on a busy machine. */
const SECONDS = 30

const inTurn = createLane({ atOnce: 1, waiting: 200, what: 'documents', retryAfter: 5 })

/**
 * Makes a PDF/UA-1 document from a template of ours (Typst) and `data`, which the template finds as `data`. Data is never code:
 * whatever people typed is shown as they typed it, and characters that no font has as U+FFFD. Throws `tooLarge`, `unavailable`
 * when too many wait or one takes too long, and `unknown` for a template that is wrong or breaks the standard.
 */
export async function pdf(template: string, data: unknown, { lang, title, date }: Making): Promise<Uint8Array<ArrayBuffer>> {
  const json = JSON.stringify(data)
  if (Buffer.byteLength(json) > MOST_DATA) throw new AppError('tooLarge', 'too much for one document')
  return await inTurn(() => ask({ template, data: json, lang, title, date }))
}

type Answer = { bytes: Uint8Array<ArrayBuffer> } | { error: string }

let thread: Worker | undefined

/** Beside this file in development; the build puts both into one folder. */
const program = () => new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './pdf-worker.js', import.meta.url)

function started(): Worker {
  thread ??= new Worker(program())
  // A process that has nothing else to do may end.
  thread.unref()
  return thread
}

function ask(order: Order): Promise<Uint8Array<ArrayBuffer>> {
  const worker = started()
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(patience)
      worker.off('message', onAnswer).off('error', onDeath).off('exit', onDeath)
      settle()
    }
    const giveUp = (message: string, cause?: unknown) =>
      end(() => {
        if (thread === worker) thread = undefined
        void worker.terminate()
        reject(new AppError('unavailable', message, { retryAfter: 5, cause }))
      })
    const onAnswer = (answer: Answer) =>
      end(() => ('bytes' in answer ? resolve(answer.bytes) : reject(new AppError('unknown', `no document: ${answer.error}`))))
    const onDeath = (cause: unknown) => giveUp('the thread that makes documents has ended', cause)
    const patience = setTimeout(() => giveUp('a document took too long'), SECONDS * 1000)
    worker.on('message', onAnswer).on('error', onDeath).on('exit', onDeath)
    worker.postMessage(order)
  })
}
