import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { attach, filesFrom, filesOf, storeBuffer, useFiles } from '#core/files/index.ts'
import type { Ctx } from '#platform/context.ts'
import { emptyPdf } from '#services/applications/demo/empty-pdf.ts'
import { given } from './applications.ts'

/** Keeps the files of a test in a folder that goes with it. */
export function keepPapers(): void {
  const dataDir = mkdtempSync(join(tmpdir(), 'draft-papers-'))
  afterAll(() => rmSync(dataDir, { recursive: true }))
  useFiles(filesFrom({ dataDir, filesUrl: undefined, clamd: undefined, rateLimitFactor: 0 }))
}

/** Attaches a document to a draft. */
export async function addPaper(ctx: Ctx, draftId: string): Promise<void> {
  const file = given(await storeBuffer(ctx, emptyPdf, { name: 'lageplan.pdf', kinds: ['pdf'] }))
  given(await attach(ctx, [file], { type: 'draft', id: draftId, audience: 'parties' }))
}

export const papersOf = async (ctx: Ctx, draftId: string): Promise<number> =>
  (await filesOf(ctx, { type: 'draft', id: draftId }, { waiting: true })).length
