type Schema = boolean | { [key: string]: unknown }

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const types: Record<string, (value: unknown) => boolean> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
}
const each = (schemas: unknown) => schemas as Schema[]
const props = (value: unknown) => Object.entries(value as Record<string, Schema>)

/** The words of JSON Schema that our schemas use. Unknown words are an error, so that nothing is left unchecked. */
const words: Record<string, (wanted: unknown, value: unknown, schema: Record<string, unknown>) => boolean> = {
  type: (wanted, value) => types[String(wanted)]!(value),
  const: (wanted, value) => wanted === value,
  enum: (wanted, value) => (wanted as unknown[]).includes(value),
  minimum: (wanted, value) => typeof value !== 'number' || value >= Number(wanted),
  maximum: (wanted, value) => typeof value !== 'number' || value <= Number(wanted),
  exclusiveMinimum: (wanted, value) => typeof value !== 'number' || value > Number(wanted),
  exclusiveMaximum: (wanted, value) => typeof value !== 'number' || value < Number(wanted),
  minLength: (wanted, value) => typeof value !== 'string' || [...value].length >= Number(wanted),
  maxLength: (wanted, value) => typeof value !== 'string' || [...value].length <= Number(wanted),
  pattern: (wanted, value) => typeof value !== 'string' || new RegExp(String(wanted), 'u').test(value),
  format: () => true,
  minItems: (wanted, value) => !Array.isArray(value) || value.length >= Number(wanted),
  maxItems: (wanted, value) => !Array.isArray(value) || value.length <= Number(wanted),
  uniqueItems: (_, value) => !Array.isArray(value) || new Set(value).size === value.length,
  contains: (wanted, value) => !Array.isArray(value) || value.some((one) => fitsSchema(wanted as Schema, one)),
  items: (wanted, value) => !Array.isArray(value) || value.every((one) => fitsSchema(wanted as Schema, one)),
  required: (wanted, value) => !isObject(value) || (wanted as string[]).every((key) => Object.hasOwn(value, key)),
  properties: (wanted, value) =>
    !isObject(value) || props(wanted).every(([key, of]) => !Object.hasOwn(value, key) || fitsSchema(of, value[key])),
  additionalProperties: (_, value, schema) =>
    !isObject(value) || Object.keys(value).every((key) => Object.hasOwn(schema.properties as object, key)),
  allOf: (wanted, value) => each(wanted).every((one) => fitsSchema(one, value)),
  anyOf: (wanted, value) => each(wanted).some((one) => fitsSchema(one, value)),
  not: (wanted, value) => !fitsSchema(wanted as Schema, value),
  if: (wanted, value, schema) => fitsSchema((fitsSchema(wanted as Schema, value) ? schema.then : schema.else) as Schema, value),
}
const silent = new Set(['$schema', '$comment', 'title', 'description', 'readOnly', 'then', 'else'])

export function fitsSchema(schema: Schema | undefined, value: unknown): boolean {
  if (schema === undefined || typeof schema === 'boolean') return schema !== false
  return Object.entries(schema).every(([word, wanted]) => {
    const check = words[word]
    if (!check && !silent.has(word)) throw new Error(`unknown word ${word}`)
    return check?.(wanted, value, schema) ?? true
  })
}
