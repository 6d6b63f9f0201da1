const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** UUID version 7 (RFC 9562), made on the device. */
export function newKey(at: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  for (let i = 0; i < 6; i += 1) bytes[i] = Math.floor(at / 2 ** (8 * (5 - i))) % 256
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** 256 random bits as base64url, as the server makes them for links. */
export const newSecret = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const speakable = '234679ACDEFGHJKMNPQRTWXYZ'

/** Twelve characters that a person can say on the phone, as the server makes them (platform/ids.ts). */
export function newCode(): string {
  const left = 256 - (256 % speakable.length)
  let code = ''
  // What would make the first letters likelier is thrown away.
  while (code.length < 12)
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) if (byte < left) code += speakable[byte % speakable.length]
  return code.slice(0, 12)
}
