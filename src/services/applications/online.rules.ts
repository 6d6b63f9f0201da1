import { z } from 'zod'

/** A service that can be applied for: by which form, how it goes, who gets it. */
export type OnlineService = {
  serviceId: string
  slug: string
  name: { de: string; en: string }
  formId: string
  workflowId: string
  unitId: string
  /** What comes first against a decision: an objection, or at once a suit. */
  remedy: 'objection' | 'suit'
}

export const OnlineInput = z.object({
  serviceId: z.uuid(),
  slug: z.string().min(1).max(80),
  name: z.object({ de: z.string().trim().min(1).max(120), en: z.string().trim().max(120).default('') }),
  /** Keys of both, which must have a version in force. */
  form: z.string().max(60),
  workflow: z.string().max(60),
  unitId: z.uuid(),
  remedy: z.enum(['objection', 'suit']).default('objection'),
})
export type OnlineInput = z.input<typeof OnlineInput>
