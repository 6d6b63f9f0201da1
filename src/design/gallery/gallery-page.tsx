import { Page } from '#design/shell/page.tsx'
import { t } from '#platform/text.ts'
import { CardSamples } from './card-samples.tsx'
import { ChartSamples } from './chart-samples.tsx'
import { FormSamples } from './form-samples.tsx'
import { ListSamples } from './list-samples.tsx'
import { NoteSamples } from './note-samples.tsx'
import { PictureSamples } from './picture-samples.tsx'
import { StateSamples } from './state-samples.tsx'
import { WordSamples } from './word-samples.tsx'

const parts = [
  ['type', WordSamples],
  ['form', FormSamples],
  ['notes', NoteSamples],
  ['cards', CardSamples],
  ['table', ListSamples],
  ['states', StateSamples],
  ['charts', ChartSamples],
  ['pictures', PictureSamples],
] as const

/** Every component in every state: normal, empty, wrong, and with a long German word. */
export const GalleryPage = () => (
  <Page
    title={t('gallery.title')}
    preline={t('gallery.preline')}
    lead={t('gallery.lead')}
    breadcrumbs={[{ href: '/', label: t('gallery.home') }]}
    noindex
  >
    <nav class="sheet" aria-label={t('gallery.contents')}>
      <ul class="gallery-contents">
        {parts.map(([id]) => (
          <li key={id}>
            <a href={`#${id}`}>{t(`gallery.${id}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
    {parts.map(([id, Samples]) => (
      <Samples key={id} id={id} />
    ))}
  </Page>
)
