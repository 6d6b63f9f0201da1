import { z } from 'zod'

/** What a text may speak of: `{nummer}` becomes the number of the case. */
export const variables = ['nummer', 'art', 'ort', 'stelle', 'stand', 'frist', 'heute'] as const
export type Variable = (typeof variables)[number]
export type Values = Readonly<Record<Variable, string>>

/** Forms that take a text block: the three ways to say something, steps of a report, and what an application is decided or answered with. */
export const textBlockSteps = [
  'message',
  'word',
  'note',
  'ask',
  'finish',
  'plan',
  'end',
  'handOut',
  'handOn',
  'route',
  'reopen',
  'decide',
  'answer',
] as const
export type TextBlockStep = (typeof textBlockSteps)[number]

export type TextBlock = {
  id: string
  name: string
  /** Of the whole town, if there is none. */
  unitId: string | undefined
  categoryId: string | undefined
  step: TextBlockStep | undefined
  text: { de: string; en: string }
  changedAt: Date
  changedBy: string | undefined
  closedAt: Date | undefined
}

const words = z.string().trim().max(2000)

export const TextBlockInput = z.object({
  name: z.string().trim().min(1).max(80),
  unitId: z.uuid().optional(),
  categoryId: z.uuid().optional(),
  step: z.enum(textBlockSteps).optional(),
  de: words.min(1),
  en: words.default(''),
})
export type TextBlockInput = z.output<typeof TextBlockInput>

const named = /\{([^{}]*)\}/g

/** Names in braces that are no variables: a slip of the pen that readers would see. */
export const unknownVariables = (text: string): string[] =>
  [...text.matchAll(named)].map(([, name = '']) => name.trim()).filter((name) => !(variables as readonly string[]).includes(name))

/** The text with its variables filled in; what is unknown stays as it is. */
export const fillIn = (text: string, values: Values): string =>
  text.replace(named, (whole, name: string) => {
    const variable = variables.find((one) => one === name.trim())
    return variable === undefined ? whole : values[variable]
  })

/** Variables that a text uses and that have no value here: such a text is not sent. */
export const emptyVariables = (text: string, values: Values): Variable[] =>
  variables.filter(
    (variable) => values[variable].trim() === '' && [...text.matchAll(named)].some(([, name = '']) => name.trim() === variable),
  )

/** What was typed stays; the block follows as a paragraph of its own. */
export const appended = (typed: string, block: string): string => (typed.trim() === '' ? block : `${typed.trimEnd()}\n\n${block}`)

/** Whether it is offered for a case: of the town or one of the units, for its category or for all. */
export const fits = (block: TextBlock, at: { unitIds: readonly string[]; categoryId: string }): boolean =>
  block.closedAt === undefined &&
  (block.unitId === undefined || at.unitIds.includes(block.unitId)) &&
  (block.categoryId === undefined || block.categoryId === at.categoryId)
