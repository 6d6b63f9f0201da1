import { Button, Icon } from '#design/index.ts'
import { t } from '#platform/text.ts'

/** Photos that stay on the device until everything is sent. */
export const PhotosOnDevice = () => (
  <fieldset class="kern-fieldset upload" data-late-report-target="photos">
    <legend class="kern-label">
      {t('reportForm.photos')} <span class="kern-label__optional">{t('design.form.optional')}</span>
    </legend>
    <p class="kern-hint" id="late-photos-hint">
      {t('late.photos.hint')}
    </p>
    <div class="upload__buttons">
      <Button icon="camera" data={{ 'data-action': 'late-report#openCamera' }}>
        {t('files.camera')}
      </Button>
      <Button icon="add" data={{ 'data-action': 'late-report#openFiles', 'data-late-report-target': 'chooser' }}>
        {t('files.choosePhotos', { many: 'true' })}
      </Button>
    </div>
    <input
      type="file"
      accept="image/*"
      capture="environment"
      hidden
      tabIndex={-1}
      aria-label={t('files.camera')}
      data-late-report-target="camera"
      data-action="late-report#choose"
    />
    <input
      type="file"
      accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
      multiple
      hidden
      tabIndex={-1}
      aria-label={t('files.choosePhotos', { many: 'true' })}
      data-late-report-target="files"
      data-action="late-report#choose"
    />
    <ul class="upload__list" data-late-report-target="list" aria-label={t('files.list')} />
    <p class="upload__notice" role="status" data-late-report-target="notice" />
    <template data-late-report-target="photo">
      <li class="upload__item upload__item--done">
        <div class="upload__picture" data-part="picture">
          <Icon name="draft" />
        </div>
        <div class="upload__about">
          <span class="upload__name" data-part="name" />
          <div class="upload__actions">
            <Button kind="tertiary" small icon="delete" data={{ 'data-action': 'late-report#removePhoto', 'data-part': 'remove' }}>
              {t('files.remove')}
            </Button>
          </div>
        </div>
      </li>
    </template>
  </fieldset>
)
