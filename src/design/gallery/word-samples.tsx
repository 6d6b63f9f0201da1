import { Section } from '#design/content/section.tsx'
import { Button, ButtonLink, ButtonRow, Submit } from '#design/forms/button.tsx'
import { ConfirmButton } from '#design/forms/confirm-button.tsx'
import { t } from '#platform/text.ts'

export const WordSamples = ({ id }: { id: string }) => (
  <>
    <Section id={id} title={t('gallery.type')}>
      <h3>{t('gallery.type.h3')}</h3>
      <p>
        {t('gallery.type.plain')} <a href="#type">{t('gallery.type.link')}</a>
      </p>
      <ul>
        <li>{t('gallery.type.item1')}</li>
        <li>{t('gallery.type.item2')}</li>
      </ul>
      <h3>{t('gallery.long')}</h3>
    </Section>
    <Section title={t('gallery.buttons')}>
      <ButtonRow>
        <Submit>{t('gallery.button.primary')}</Submit>
        <Button>{t('gallery.button.secondary')}</Button>
        <Button kind="tertiary">{t('gallery.button.tertiary')}</Button>
        <Button disabled>{t('gallery.button.disabled')}</Button>
      </ButtonRow>
      <ButtonRow>
        <ButtonLink href="/design" kind="primary" icon="camera">
          {t('gallery.button.link')}
        </ButtonLink>
        <ButtonLink href="/design" icon="add">
          {t('gallery.button.link')}
        </ButtonLink>
        <Submit danger>{t('gallery.button.danger')}</Submit>
        <Button danger>{t('gallery.button.danger')}</Button>
        <Button small icon="check">
          {t('gallery.button.small')}
        </Button>
        <Button kind="primary">{t('gallery.long')}</Button>
      </ButtonRow>
      <ConfirmButton
        action="/design"
        label={t('gallery.confirm.label')}
        consequence={t('gallery.confirm.consequence')}
        confirm={t('gallery.confirm.do')}
      />
    </Section>
  </>
)
