import { ok, type Result, refuse } from '#platform/result.ts'
import { contentOf } from './content.ts'
import { type FileKind, MEGABYTE, maxBytes } from './file.rules.ts'
import { checkPdf } from './pdf.ts'
import { type Drawn, redraw } from './picture.ts'
import type { Staged } from './stage.ts'
import { readTaken, type TakenFacts } from './taken.ts'

/** What a file turned out to be. */
export type Examined = Staged & { kind: FileKind; type: string; extension: string; drawn: Drawn | undefined } & TakenFacts

export type Unfit = 'fileEmpty' | 'fileTooLarge' | 'fileType' | 'fileHeic' | 'fileBroken' | 'filePixels' | 'fileEncrypted' | 'fileActive'

/** Judges a file by its content alone and draws pictures anew. */
export async function examine(staged: Staged, wanted: readonly FileKind[]): Promise<Result<Examined, Unfit>> {
  if (staged.size === 0) return refuse('fileEmpty')
  const content = await contentOf(staged.path)
  if (content === 'heic') return refuse('fileHeic')
  if (!content || !wanted.includes(content.kind)) return refuse('fileType')
  const limit = maxBytes[content.kind]
  if (staged.size > limit) return refuse('fileTooLarge', { facts: { max: limit / MEGABYTE } })
  if (content.kind === 'pdf') {
    const checked = await checkPdf(staged.path)
    return checked.ok ? ok({ ...staged, ...content, drawn: undefined }) : checked
  }
  const facts = await readTaken(staged.path)
  const drawn = await redraw(staged.path)
  return drawn.ok ? ok({ ...staged, ...content, ...facts, drawn: drawn.value }) : drawn
}
