import { z } from 'zod'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { FormEdit } from '#services/builder/index.ts'
import { type FormDefinition, fieldKinds, fieldOf, trustLevels } from '#services/forms/index.ts'
import { Revision } from './item.rules.ts'
import { conditionSent, rowFields, rowsInput } from './rows.rules.ts'

const name = z.string().trim().min(1).max(300)
const line = z.string().trim().max(300).default('')
const text = z.string().trim().max(5000).default('')
const words = (de: string, en: string) => (de || en ? { de, en } : undefined)

/** Of a button: without the revision that its page was made from, nothing is changed (`draftChanged`). */
export const OnlyRevision = z.object({ revision: z.coerce.number().int().default(-1) })
export const NewPage = z.object({ ...Revision, titleDe: name, titleEn: line })
export const NewItem = z.object({
  ...Revision,
  home: z.string().min(1).max(90),
  kind: z.enum([...fieldKinds, 'group']),
  labelDe: name,
  labelEn: line,
})
export const Placing = z.object({
  ...Revision,
  key: z.string().min(1).max(60),
  home: z.string().min(1).max(90),
  before: z.string().max(60).optional(),
})
export const NewKind = z.object({ ...Revision, kind: z.enum(fieldKinds) })

export const PageForm = z.object({ ...Revision, titleDe: name, titleEn: line, helpDe: text, helpEn: text, ...rowFields('visible') })

export function pageEdit(form: FormDefinition, key: string, input: z.output<typeof PageForm>): Result<FormEdit> {
  const known = form.pages.find((page) => page.key === key)
  const visible = conditionSent(form, 'visible', input, known?.visibleIf)
  if (!visible.ok) return visible
  const page = { title: { de: input.titleDe, en: input.titleEn }, help: words(input.helpDe, input.helpEn), visibleIf: visible.value }
  return ok({ do: 'changePage', key, page })
}

export const pageInput = (form: FormDefinition, key: string): Record<string, unknown> => {
  const page = form.pages.find((one) => one.key === key)
  return {
    titleDe: page?.title.de,
    titleEn: page?.title.en,
    helpDe: page?.help?.de,
    helpEn: page?.help?.en,
    ...rowsInput(form, 'visible', page?.visibleIf),
  }
}

/** An address of the town or of the web. */
const Link = z
  .url({ protocol: /^https?$/ })
  .or(z.string().regex(/^\/[^/\\]/))
  .optional()
export const ExitForm = z.object({
  ...Revision,
  after: z.string().min(1).max(60),
  titleDe: name,
  titleEn: line,
  reasonDe: text,
  reasonEn: text,
  nextDe: text,
  nextEn: text,
  link: Link,
  ...rowFields('when'),
})

export function exitEdit(form: FormDefinition, key: string | undefined, input: z.output<typeof ExitForm>): Result<FormEdit> {
  const known = form.exits.find((exit) => exit.key === key)
  const when = conditionSent(form, 'when', input, known?.when)
  if (!when.ok) return when
  if (!when.value) return refuse('exitConditionMissing', { field: 'whenField[0]' })
  const { after, link } = input
  const exit = {
    after,
    when: when.value,
    title: { de: input.titleDe, en: input.titleEn },
    reason: { de: input.reasonDe, en: input.reasonEn },
    nextStep: { de: input.nextDe, en: input.nextEn },
    ...(link && { link }),
  }
  return ok({ do: 'putExit', key, exit })
}

export function exitInput(form: FormDefinition, key: string): Record<string, unknown> {
  const exit = form.exits.find((one) => one.key === key)
  return {
    after: exit?.after,
    titleDe: exit?.title.de,
    titleEn: exit?.title.en,
    reasonDe: exit?.reason.de,
    reasonEn: exit?.reason.en,
    nextDe: exit?.nextStep.de,
    nextEn: exit?.nextStep.en,
    link: exit?.link,
    ...rowsInput(form, 'when', exit?.when),
  }
}

export const SettingsForm = z.object({
  ...Revision,
  titleDe: name,
  titleEn: line,
  introDe: text,
  introEn: text,
  languages: z
    .array(z.enum(['de', 'en']))
    .min(1)
    .max(2),
  trustLevel: z.enum(trustLevels),
  purposeDe: text,
  purposeEn: text,
  legalBasis: line,
})

export const settingsEdit = (input: z.output<typeof SettingsForm>): FormEdit => ({
  do: 'settings',
  settings: {
    title: { de: input.titleDe, en: input.titleEn },
    intro: words(input.introDe, input.introEn),
    languages: input.languages,
    trustLevel: input.trustLevel,
    purpose: words(input.purposeDe, input.purposeEn),
    legalBasis: input.legalBasis || undefined,
  },
})

export const settingsInput = ({ title, intro, languages, trustLevel, purpose, legalBasis }: FormDefinition): Record<string, unknown> => ({
  titleDe: title.de,
  titleEn: title.en,
  introDe: intro?.de,
  introEn: intro?.en,
  languages,
  trustLevel,
  purposeDe: purpose?.de,
  purposeEn: purpose?.en,
  legalBasis,
})

/** Another kind of the same field: what the new kind does not know falls away, options stay between the two kinds of choice. */
export function kindEdit(form: FormDefinition, key: string, kind: (typeof fieldKinds)[number]): Result<FormEdit> {
  const known = fieldOf(form, key)?.item
  if (!known) return refuse('noSuchPlace')
  const {
    options,
    checks: _,
    decimals: __,
    unit: ___,
    parts: ____,
    anywhere: _____,
    expression: ______,
    result: _______,
    fee: ________,
    ...rest
  } = known
  const chooses = kind === 'choice' || kind === 'multiChoice'
  return ok({
    do: 'changeItem',
    key,
    item: { ...rest, kind, ...(chooses && { options: options ?? [] }), ...(kind === 'calculated' && { result: 'money' as const }) },
  })
}
