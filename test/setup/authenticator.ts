import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest()
const text = (bytes: Buffer): string => bytes.toString('base64url')

/** Present and unlocked; with 0x40 a new key follows. */
const FLAGS = 0x01 | 0x04
type Options = { challenge: string; rp?: { id?: string }; rpId?: string; user?: { id: string } }

/** A device with one passkey (ES256, WebAuthn level 2, no attestation), for tests without a browser. */
export class Authenticator {
  readonly #id = randomBytes(16)
  readonly #privateKey: KeyObject
  readonly #cose: Buffer
  readonly #origin: string
  #counter = 0

  constructor(origin: string) {
    this.#origin = origin
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#privateKey = privateKey
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    const cose = new Map<number, number | Uint8Array<ArrayBuffer>>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ])
    this.#cose = Buffer.from(isoCBOR.encode(cose))
  }

  #data(rpId: string, flags: number): Buffer {
    this.#counter += 1
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.#counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter])
  }

  #client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false }))
  }

  /** What a browser answers to `navigator.credentials.create`. */
  create({ challenge, rp }: Options): string {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.#id.length)
    const authData = Buffer.concat([this.#data(rp?.id ?? '', FLAGS | 0x40), Buffer.alloc(16), length, this.#id, this.#cose])
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ])
    return this.#answer({
      clientDataJSON: text(this.#client('webauthn.create', challenge)),
      attestationObject: text(Buffer.from(isoCBOR.encode(attestation as never))),
      transports: ['internal'],
    })
  }

  /** What a browser answers to `navigator.credentials.get`. */
  get({ challenge, rpId }: Options): string {
    const authData = this.#data(rpId ?? '', FLAGS)
    const client = this.#client('webauthn.get', challenge)
    const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), this.#privateKey)
    return this.#answer({ clientDataJSON: text(client), authenticatorData: text(authData), signature: text(signature) })
  }

  #answer(response: object): string {
    const id = text(this.#id)
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  }
}
