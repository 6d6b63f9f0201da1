import { FileField } from '#design/index.ts'
import { t } from '#platform/text.ts'
import { href } from '#platform/view.ts'

/** A photo that is on the server already; `src` shows it to its sender alone. */
export type Kept = { id: string; src: string }

/** Photos to take or choose, and those that were sent with an earlier attempt. */
export const PhotoField = ({
  kept,
  label,
  hint,
  error,
}: {
  kept: readonly Kept[]
  label: string
  hint?: string
  error?: string | undefined
}) => (
  <div class="photo-field">
    <FileField name="photos" label={label} hint={hint} accept="image/*" multiple preview optional error={error} />
    {kept.length > 0 ? (
      <fieldset class="kern-fieldset">
        <legend class="kern-label">{t('reportForm.photos.kept')}</legend>
        <ul class="kept-photos">
          {kept.map(({ id, src }, i) => (
            <li key={id}>
              <label class="kept-photo">
                <img class="kept-photo__picture" src={href(src)} alt="" width={160} height={120} />
                <span class="kept-photo__choice">
                  <input type="checkbox" name="photos" value={id} checked /> {t('reportForm.photos.keep', { number: i + 1 })}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    ) : null}
  </div>
)
