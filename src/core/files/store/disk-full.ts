import { AppError } from '#platform/errors.ts'

/** A disk that takes nothing more is no mistake of the request: it may be repeated later. */
export const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'].includes(String(error.code))

export const noRoom = (cause: unknown): AppError => new AppError('unavailable', 'no room for files', { cause, retryAfter: 60 })
