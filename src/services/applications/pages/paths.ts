import type { Step } from '../../forms/index.ts'

export const startPath = (slug: string) => `/dienste/${slug}/antrag`
export const draftPath = (id: string) => `/antraege/entwurf/${id}`
export const pagePath = (id: string, page: string) => `${draftPath(id)}/seite/${page}`
export const reviewPath = (id: string) => `${draftPath(id)}/pruefen`
/** The form was changed since the draft was begun. */
export const newerPath = (id: string) => `${draftPath(id)}/neue-fassung`
export const laterPath = (id: string) => `${draftPath(id)}/spaeter`

/** Where a step of the form leads. */
export const stepPath = (id: string, step: Step): string =>
  step.to === 'page' ? pagePath(id, step.key) : step.to === 'exit' ? `${draftPath(id)}/ende/${step.key}` : reviewPath(id)
