import { filePath } from '#core/files/index.ts'
import type { Ctx } from '#platform/context.ts'
import { textIn } from '#platform/text.ts'
import { type Category, type WorkSheet, workSheets } from '#services/reports/index.ts'
import type { Along, AlongStop } from './along.rules.ts'
import { answersIn, stepsOf, type WayQuery, wayOf } from './outside.read.ts'
import { MOST_ON_TOUR } from './outside.rules.ts'

/** The tour with the work data of each stop, each look in the read log; who reported it and how to reach them is left out. */
export async function takeAlong(ctx: Ctx, query: WayQuery): Promise<Along> {
  const way = await wayOf(ctx, query)
  const sheets = await workSheets(ctx, way.numbers.slice(0, MOST_ON_TOUR))
  return { asOf: ctx.now().getTime(), stops: sheets.map((sheet) => alongStop(ctx, sheet)) }
}

const PHOTOS = 3
const NEAR = 5

function alongStop({ locale }: Ctx, report: WorkSheet): AlongStop {
  const { case: it, place } = report
  return {
    number: it.number,
    title: report.category.name[locale],
    place: place.label,
    placeNote: place.note,
    lat: place.lat,
    lon: place.lon,
    dueAt: it.dueAt.getTime(),
    state: textIn(locale, `report.state.${report.state}`),
    text: report.originalText,
    answers: answersIn(locale, report),
    notes: report.notes.toReversed().map(({ text, at }) => ({ text, at: at.getTime() })),
    near: report.near.slice(0, NEAR).map(({ number, title, state, receivedAt }) => ({
      number,
      title,
      state: textIn(locale, `report.state.${state}`),
      at: receivedAt.getTime(),
    })),
    photos: report.photos
      .filter(({ role }) => role !== 'answer')
      .slice(0, PHOTOS)
      .map(({ fileId }) => filePath(fileId, 'small')),
    steps: stepsOf(report),
    needsProof: needsProof(report.category),
  }
}

export const needsProof = ({ proof }: Pick<Category, 'proof'>): boolean => proof === 'photo'
