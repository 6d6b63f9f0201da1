import { type Locale, textIn } from '../text.ts'

type Problem = {
  status: number
  kind: string
  detail?: string | undefined
  errors?: Record<string, unknown>
  headers?: Record<string, string>
}

/** An error for programs: application/problem+json (RFC 9457). */
export function problem(asked: { locale: Locale; requestId: string }, { status, kind, detail, errors, headers = {} }: Problem): Response {
  const body = {
    type: `urn:stadtplatz:problem:${kind}`,
    title: textIn(asked.locale, `problem.${status}.title`),
    status,
    ...(detail ? { detail } : {}),
    ...(errors && Object.keys(errors).length > 0 ? { errors } : {}),
    reference: asked.requestId,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  })
}
