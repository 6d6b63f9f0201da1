import { draftFrom, type Imported } from './draft.rules.ts'
import { readXdf } from './xdf.read.rules.ts'
import type { XdfFault } from './xdf.rules.ts'

/** A draft of a form from a file of XDatenfelder 2 or 3, with what could not be taken; or why the file is refused, and where. */
export function importXdf(bytes: Uint8Array): ({ ok: true } & Imported) | { ok: false; fault: XdfFault } {
  const read = readXdf(bytes)
  return read.ok ? { ok: true, ...draftFrom(read.document) } : read
}
