import type { SetCookie } from '#platform/http/route.ts'

/** A message for the next page, where an answer is no form's (platform/http/render.ts reads it). */
export const flashCookie = (kind: 'success' | 'info' | 'warning' | 'danger', text: string): SetCookie => ({
  name: 'hinweis',
  value: Buffer.from(JSON.stringify([kind, text, {}])).toString('base64url'),
  maxAge: 60,
  httpOnly: false,
})
