import { type KeptUpload, UploadField } from '#core/files/index.ts'

type Props = { kept: readonly KeptUpload[]; label: string; hint?: string; error?: string | undefined }

/** Photos to take or choose, and those that were sent with an earlier attempt. */
export const PhotoField = ({ kept, label, hint, error }: Props) => (
  <UploadField name="photos" label={label} {...(hint ? { hint } : {})} kinds={['image']} max={5} kept={kept} error={error} optional />
)
