/** What can be wrong with a call (domain-citizen-services, section 19): the number of the answer and a finer one in its body. */
export const errors = {
  keyMissing: { status: 403, code: 403 },
  scopeMissing: { status: 403, code: 403 },
  jurisdictionMissing: { status: 400, code: 40001 },
  serviceMissing: { status: 400, code: 40002 },
  locationMissing: { status: 400, code: 40003 },
  locationAmbiguous: { status: 400, code: 40003 },
  coordinates: { status: 400, code: 40004 },
  outside: { status: 400, code: 40005 },
  attributeMissing: { status: 400, code: 40006 },
  attributeInvalid: { status: 400, code: 40006 },
  contactInvalid: { status: 400, code: 40006 },
  contactMissing: { status: 400, code: 40006 },
  descriptionTooLong: { status: 400, code: 40007 },
  date: { status: 400, code: 40008 },
  window: { status: 400, code: 40008 },
  status: { status: 400, code: 40009 },
  body: { status: 400, code: 40010 },
  paging: { status: 400, code: 40011 },
  area: { status: 400, code: 40012 },
  emergency: { status: 400, code: 40013 },
  blocked: { status: 400, code: 40014 },
  photos: { status: 400, code: 40015 },
  update: { status: 400, code: 40016 },
  updateStatus: { status: 400, code: 40009 },
  argumentMissing: { status: 400, code: 40018 },
  keyReused: { status: 400, code: 40017 },
  path: { status: 404, code: 40400 },
  jurisdiction: { status: 404, code: 40401 },
  service: { status: 404, code: 40402 },
  token: { status: 404, code: 40403 },
  request: { status: 404, code: 40404 },
  repeating: { status: 409, code: 409 },
  tooMany: { status: 429, code: 429 },
  fault: { status: 500, code: 500 },
  unavailable: { status: 503, code: 503 },
} as const satisfies Record<string, { status: number; code: number }>

export type ErrorName = keyof typeof errors
export type CallError = { name: ErrorName; facts?: Record<string, string | number> | undefined }

/** Of several the first decides the number of the answer: who may not ask learns nothing else. */
export const statusFor = ([first]: readonly CallError[]): number => (first ? errors[first.name].status : 400)
