import { speakableFrom } from '#platform/ids.ts'
import { keyedHash } from '#platform/keys.ts'
import { CODE_LENGTH } from './cosign.rules.ts'

/** What is kept of a link's secret. */
export const linkHash = (secret: string): Buffer => keyedHash('cosign-link', secret)

/**
 * The code beside a link: made from what is kept of the link, so that it need not be kept itself, and another one with each link. The mail
 * does not hold it: whoever asks tells it, so that an address with a slip of the pen shows nothing of the answers to a stranger.
 */
export const codeOf = (secretHash: Buffer): string => speakableFrom(keyedHash('cosign-code', secretHash.toString('hex')), CODE_LENGTH)
