import { z } from 'zod'

/** Pages that every town has, by law or by courtesy, and writes itself. */
export const pageCodes = ['imprint', 'privacy', 'accessibility', 'contact', 'help'] as const
export type PageCode = (typeof pageCodes)[number]

/** Markdown in both languages; an empty one means the catalogue's text. */
export const PageText = z.object({ de: z.string().trim().max(40_000).default(''), en: z.string().trim().max(40_000).default('') })
export type PageText = z.output<typeof PageText>
