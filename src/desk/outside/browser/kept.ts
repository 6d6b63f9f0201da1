import type { Along, KeptAlong } from '../along.rules.ts'

/** Whether something that came from the device or the network has the shape of a tour. */
export const isAlong = (value: unknown): value is KeptAlong & Along =>
  typeof value === 'object' &&
  value !== null &&
  'asOf' in value &&
  typeof value.asOf === 'number' &&
  'stops' in value &&
  Array.isArray(value.stops)
