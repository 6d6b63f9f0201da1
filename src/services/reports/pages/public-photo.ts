import { photoOf } from '#core/files/index.ts'
import type { StripPhoto } from '#design/index.ts'
import type { CasePhoto } from '../../cases/index.ts'

/** A picture that everybody may see. */
export const publicPhoto = ({ file }: CasePhoto, alt: string): StripPhoto => photoOf(file, alt)
