import { parentPort } from 'node:worker_threads'
import { compile, type Order } from './compile.ts'

/** The thread that makes documents, one after the other, so that a large one holds up nobody's page. */
parentPort?.on('message', (order: Order) => {
  try {
    const bytes = compile(order)
    parentPort?.postMessage({ bytes }, [bytes.buffer])
  } catch (error) {
    // The compiler throws values that cannot travel between threads.
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) })
  }
})
