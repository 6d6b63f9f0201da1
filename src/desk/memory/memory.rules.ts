import { z } from 'zod'

/** Words of the address → what events call it. */
export const kinds = { vorgang: 'case', person: 'person', stelle: 'organisation', objekt: 'asset' } as const
export type Kind = keyof typeof kinds
const names = Object.keys(kinds) as [Kind, ...Kind[]]

export const MemoryQuery = z.object({ q: z.string().trim().max(200).default('').catch('') })
export const Subject = z.object({ kind: z.enum(names), id: z.uuid() })
export const Older = z.object({ vor: z.uuid().optional().catch(undefined) })

export type Hit = { kind: Kind; id: string; title: string; detail: string; number?: string | undefined }
