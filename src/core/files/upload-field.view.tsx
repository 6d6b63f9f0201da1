import type { ComponentChildren } from 'preact'
import { Button, FieldFrame, Icon, useField } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'
import { type FileKind, MEGABYTE, maxBytesOf } from './file.rules.ts'

/** A file that is on the server already; `src` shows it to its sender. */
export type KeptUpload = { id: string; name?: string | undefined; src?: string | undefined }

export type UploadFieldProps = {
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  kinds: readonly FileKind[]
  max: number
  /** Files that came with an earlier attempt (`keptUploads`). */
  kept?: readonly KeptUpload[]
  error?: string | undefined
  optional?: boolean
}

// Not `image/*`: asked for JPEG, phones turn their own format (HEIC), which few programs can read, into it.
const accepted: Record<FileKind, string> = {
  image: 'image/jpeg,image/png,image/webp,image/gif,image/avif',
  pdf: 'application/pdf,.pdf',
}

/**
 * Files of a form; needs a `Form` with `files`. With scripts each file goes up at once, with progress, and goes on by itself after
 * the network was lost; the form then carries only ids. Without scripts the same field sends the files with the form.
 */
export function UploadField({ name, label, hint, kinds, max, kept = [], optional, ...own }: UploadFieldProps) {
  const { id, error, describedBy } = useField(name, { error: own.error, hint: true })
  const limits = t('files.limits', { max, megabytes: maxBytesOf(kinds) / MEGABYTE })
  return (
    <FieldFrame
      id={id}
      label={label}
      hint={
        <>
          {hint} {limits}
        </>
      }
      error={error}
      optional={optional}
    >
      <div
        class="upload"
        data-controller="upload"
        data-upload-name-value={name}
        data-upload-kinds-value={kinds.join(' ')}
        data-upload-max-value={max}
        data-upload-url-value={href('/dateien')}
        data-upload-texts-value={JSON.stringify(browserTexts(max))}
      >
        <input
          class={`kern-form-input__input${error ? ' kern-form-input__input--error' : ''}`}
          type="file"
          id={id}
          name={name}
          accept={kinds.map((kind) => accepted[kind]).join(',')}
          multiple={max > 1}
          aria-describedby={describedBy}
          aria-invalid={error ? 'true' : undefined}
          data-upload-target="input"
          data-action="upload#choose"
        />
        <Buttons camera={kinds.includes('image')} many={max > 1} />
        <ul class="upload__list" data-upload-target="list" aria-label={t('files.list')}>
          {kept.map((file) => (
            <KeptItem key={file.id} field={name} file={file} />
          ))}
        </ul>
        <p class="upload__notice" role="status" data-upload-target="notice" />
        <p class="kern-sr-only" role="status" data-upload-target="status" />
        <template data-upload-target="item">
          <UploadingItem />
        </template>
      </div>
    </FieldFrame>
  )
}

/** With scripts they stand in place of the browser's own field, which would say that nothing is chosen. */
const Buttons = ({ camera, many }: { camera: boolean; many: boolean }) => (
  <div class="upload__buttons" hidden data-upload-target="buttons">
    {camera ? (
      <div hidden data-upload-target="cameraPlace">
        <Button icon="camera" data={{ 'data-action': 'upload#openCamera' }}>
          {t('files.camera')}
        </Button>
        <input
          type="file"
          accept="image/*"
          capture="environment"
          hidden
          tabIndex={-1}
          data-upload-target="camera"
          data-action="upload#choose"
        />
      </div>
    ) : null}
    <Button icon="add" data={{ 'data-upload-target': 'chooser', 'data-action': 'upload#openFiles' }}>
      {t(camera ? 'files.choosePhotos' : 'files.choose', { many: String(many) })}
    </Button>
  </div>
)

/** A box that is checked: without scripts one takes a file out by clearing it; with them it has a button as the others do. */
const KeptItem = ({ field, file }: { field: string; file: KeptUpload }) => (
  <li class="upload__item upload__item--done">
    <div class="upload__picture">{file.src ? <img src={href(file.src)} alt="" width={88} height={72} /> : <Icon name="draft" />}</div>
    <div class="upload__about">
      {file.name ? (
        <span class="upload__name" data-part="name">
          {file.name}
        </span>
      ) : null}
      <label class="upload__keep" data-part="keep">
        <input type="checkbox" name={field} value={file.id} checked />{' '}
        <span>
          {t('files.keep')} {file.name ? <span class="kern-sr-only">{file.name}</span> : null}
        </span>
      </label>
      <div class="upload__actions" hidden data-part="actions">
        <Button kind="tertiary" small icon="delete" data={{ 'data-part': 'remove', 'data-action': 'upload#remove' }}>
          {t('files.remove')}
        </Button>
      </div>
    </div>
  </li>
)

const UploadingItem = () => (
  <li class="upload__item">
    <div class="upload__picture" data-part="picture">
      <Icon name="draft" />
    </div>
    <div class="upload__about">
      <span class="upload__name" data-part="name" />
      <progress max={100} value={0} data-part="progress" aria-label={t('files.uploading')} />
      <span class="upload__message" data-part="message" />
      <div class="upload__actions">
        <Button kind="tertiary" small icon="autorenew" data={{ 'data-part': 'again', 'data-action': 'upload#again' }}>
          {t('files.again')}
        </Button>
        <Button kind="tertiary" small icon="delete" data={{ 'data-part': 'remove', 'data-action': 'upload#remove' }}>
          {t('files.remove')}
        </Button>
      </div>
    </div>
  </li>
)

/** What the script says, in the language of the page. `{name}` and `{percent}` are filled in by it. */
const browserTexts = (max: number) => ({
  uploading: t('files.uploading'),
  progress: t('files.progress', { percent: '{percent}' }),
  waiting: t('files.waiting'),
  done: t('files.done'),
  failed: t('files.failed'),
  removeNamed: t('files.removeNamed', { name: '{name}' }),
  removed: t('files.removed'),
  busy: t('files.busy'),
  tooMany: t('refusal.tooManyFiles', { max }),
})
