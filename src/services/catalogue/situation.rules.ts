import { z } from 'zod'

/** Pictures that a life situation may have (design/icons.tsx). */
export const situationIcons = [
  'home',
  'child',
  'dog',
  'tool',
  'shop',
  'bin',
  'heart',
  'car',
  'leaf',
  'card',
  'people',
  'tree',
  'calendar-today',
  'chat',
  'building',
  'star',
] as const
export type SituationIcon = (typeof situationIcons)[number]

/** What people look services up by: moving, a child, a dog … */
export type Situation = {
  id: string
  slug: string
  name: { de: string; en: string }
  text: { de: string; en: string }
  icon: SituationIcon
  position: number
}

const line = (max: number) => z.string().trim().max(max)

export const SituationInput = z.object({
  name: z.object({ de: line(80).min(1), en: line(80).default('') }),
  text: z.object({ de: line(500).default(''), en: line(500).default('') }).prefault({}),
  icon: z.enum(situationIcons).default('star'),
})
export type SituationInput = z.output<typeof SituationInput>

export const MOST_SITUATIONS = 60
