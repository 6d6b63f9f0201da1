import { type Locale, textIn } from '../text.ts'

type Problem = {
  status: number
  kind: string
  detail?: string | undefined
  errors?: Record<string, unknown>
  retryAfter?: number | undefined
}

/** An error for programs: application/problem+json (RFC 9457). */
export function problem(asked: { locale: Locale; requestId: string }, { status, kind, detail, errors, retryAfter }: Problem): Response {
  const body = {
    type: `urn:stadtplatz:problem:${kind}`,
    title: textIn(asked.locale, `problem.${status}.title`),
    status,
    ...(detail ? { detail } : {}),
    ...(errors && Object.keys(errors).length > 0 ? { errors } : {}),
    reference: asked.requestId,
  }
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' }
  if (retryAfter) headers['retry-after'] = String(retryAfter)
  return new Response(JSON.stringify(body), { status, headers })
}
