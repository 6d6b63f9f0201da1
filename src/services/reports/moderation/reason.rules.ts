import { z } from 'zod'

/** Why the town takes something from the public: a closed list, so that it can be counted and told in every language. */
export const moderationReasons = ['personalData', 'insult', 'hate', 'unlawful', 'advertising', 'copyright', 'notSerious', 'other'] as const
export type ModerationReason = (typeof moderationReasons)[number]
export const ModerationReason = z.enum(moderationReasons)
