/** The channel on which every process hears what others changed. */
export const CHANNEL = 'stadtplatz_changes'

/** `tags` name what changed in a town: `case:{id}`, `reports`, … They carry no content. */
export type Change = { townId: string; tags: readonly string[]; eventId?: string | undefined }
