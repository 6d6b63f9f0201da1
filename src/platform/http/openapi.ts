import { z } from 'zod'
import type { Module } from '../module.ts'
import type { Route } from './route.ts'

/** The OpenAPI 3.1 document of all declared routes, from the same schemas that check them. */
export function openApi(modules: readonly Module[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const module of modules) {
    for (const route of module.routes ?? []) {
      if (route.audience === 'internal') continue
      const path = route.path.replace(/:(\w+)(\{(?:[^{}]|\{[^}]*\})*\})?/g, '{$1}')
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(module.name, route) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Stadtplatz',
      version: '1',
      description:
        'Every page and action of the platform. Forms may be sent as form data or as a JSON object; errors come as problem details (RFC 9457).',
    },
    paths,
    components: {
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            errors: { type: 'object' },
            reference: { type: 'string' },
          },
        },
      },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-sitzung' } },
    },
  }
}

function operation(tag: string, route: Route): Record<string, unknown> {
  const isForm = route.method === 'POST' && !('stream' in route)
  const body = isForm ? route.form : 'stream' in route ? route.body : undefined
  const types = isForm
    ? ['application/x-www-form-urlencoded', 'application/json']
    : ['application/x-www-form-urlencoded', 'multipart/form-data']
  const query = route.method === 'GET' ? route.query : undefined
  return {
    tags: [tag],
    ...(route.summary ? { summary: route.summary } : {}),
    'x-permission': route.may,
    ...(route.may === 'everyone' ? {} : { security: [{ session: [] }] }),
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(query, 'query')],
    ...(body ? { requestBody: { content: Object.fromEntries(types.map((type) => [type, { schema: schemaOf(body) }])) } } : {}),
    responses: {
      ...(isForm
        ? {
            303: { description: 'Done; Location names what to look at next' },
            422: { description: 'Refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
          }
        : { 200: { description: 'The page or document' } }),
      404: { description: 'Not found' },
    },
  }
}

const schemaOf = (schema: z.ZodType): unknown => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>
  return rest
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): unknown[] {
  if (!(schema instanceof z.ZodObject)) return []
  const { properties = {}, required = [] } = schemaOf(schema) as { properties?: Record<string, unknown>; required?: string[] }
  return Object.entries(properties).map(([name, inner]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: inner,
  }))
}
