import { Avatar } from '#design/content/avatar.tsx'
import { PhotoStrip } from '#design/content/picture.tsx'
import { PrintButton } from '#design/content/print-button.tsx'
import { QrCode } from '#design/content/qr-code.tsx'
import { Section } from '#design/content/section.tsx'
import { Time } from '#design/content/time.tsx'
import { Icon, iconNames } from '#design/icons.tsx'
import { t } from '#platform/text.ts'
import { frame } from '#platform/view.ts'
import { holeInTheRoad, mendedRoad } from './drawings.ts'

export const PictureSamples = ({ id }: { id: string }) => (
  <Section id={id} title={t('gallery.pictures')}>
    <div class="gallery-stack">
      <PhotoStrip
        label={t('gallery.photos')}
        photos={[
          { ...holeInTheRoad(t('gallery.card.photo')), mark: t('gallery.before') },
          { ...mendedRoad(t('gallery.photo.after')), mark: t('gallery.after'), caption: t('gallery.timeline.role') },
        ]}
      />
      <p>
        {t('gallery.moment')} <Time at={new Date(frame().now.getTime() - 4 * 60_000)} />
      </p>
      <QrCode address="https://stadt.example/meldungen/M-2026-00417" label={t('gallery.qr')} />
      <PrintButton />
      <h3>{t('gallery.people')}</h3>
      <div class="badges">
        {['Erika Beispiel', 'Ömer Şahin', 'Li Wei', 'Anna-Lena Groß', 'T'].map((name) => (
          <Avatar key={name} name={name} />
        ))}
        <Avatar name="Bauhof" size="large" />
      </div>
      <h3>{t('gallery.icons')}</h3>
      <ul class="gallery-icons">
        {iconNames.map((name) => (
          <li key={name}>
            <Icon name={name} />
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </div>
  </Section>
)
