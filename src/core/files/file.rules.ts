import { z } from 'zod'

/** What may come in: pictures, which are made anew, and PDF documents, which are only ever handed out as attachments. */
export const kinds = ['image', 'pdf'] as const
export type FileKind = (typeof kinds)[number]

export type FileState = 'storing' | 'pending' | 'clean' | 'infected'
export type Audience = 'public' | 'parties' | 'internal'
export type Subject = { type: string; id: string }

export const MEGABYTE = 1024 * 1024
export const maxBytes: Record<FileKind, number> = { image: 15 * MEGABYTE, pdf: 25 * MEGABYTE }

/** The largest file any of these kinds may have, in bytes. */
export const maxBytesOf = (wanted: readonly FileKind[]): number => Math.max(...wanted.map((kind) => maxBytes[kind]))

/** 60 megapixels: more than any phone's picture, less than what a decompression bomb needs. */
export const MAX_PIXELS = 60_000_000

/** Longest edge of each size in pixels; smaller pictures are not enlarged. */
export const variantEdges = { small: 320, medium: 800, large: 1600 } as const
export type VariantName = keyof typeof variantEdges
export type Variant = { name: VariantName; width: number; height: number }

/** Pictures are kept in this format alone. */
export const PICTURE_TYPE = 'image/webp'

/** Per day and network (or account): enough for a class in a school, too little to fill a disk. */
export const quota = { files: 300, bytes: 1500 * MEGABYTE } as const

/** Hours after which a file that belongs to nothing is removed. */
export const UNATTACHED_HOURS = 24

/** Where a photo was taken: degrees (WGS84), metres, degrees clockwise from north. 0/0 is what cameras write that had no position. */
export const Taken = z
  .object({
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
    accuracy: z.number().min(0).max(100_000).exactOptional(),
    direction: z.number().min(0).max(360).exactOptional(),
  })
  .refine(({ lat, lon }) => lat !== 0 || lon !== 0)
export type Taken = z.output<typeof Taken>

export type StoredFile = {
  id: string
  name: string
  type: string
  kind: FileKind
  /** Bytes as uploaded. */
  size: number
  state: FileState
  /** Smallest first; empty for documents. */
  variants: readonly Variant[]
  audience: Audience | undefined
  createdAt: Date
}

/** Folder of a file in the store: the town leads, then the random end of the id spreads the files over 256 folders. */
export const keyOf = (townId: string, id: string): string => `${townId}/${id.slice(-2)}/${id}`
