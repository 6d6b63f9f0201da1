import type { ComponentChildren } from 'preact'
import { href } from '#platform/view.ts'

/** `width` and `height` in pixels keep the place free while it loads; `sizes` lists narrower and wider copies. */
export type Photo = { src: string; alt: string; width: number; height: number; sizes?: readonly { src: string; width: number }[] }

const address = (src: string) => (src.startsWith('data:image/') ? src : href(src))

type PictureProps = {
  photo: Photo
  class?: string
  /** How wide it stands, as in HTML. */
  sizes?: string
  /** The first large picture of a page: loaded at once. */
  first?: boolean
}

export const Picture = ({ photo, class: extra, sizes = '100vw', first }: PictureProps) => (
  <img
    class={`picture${extra ? ` ${extra}` : ''}`}
    src={address(photo.src)}
    srcset={photo.sizes?.map((s) => `${address(s.src)} ${s.width}w`).join(', ')}
    sizes={photo.sizes ? sizes : undefined}
    alt={photo.alt}
    width={photo.width}
    height={photo.height}
    loading={first ? 'eager' : 'lazy'}
    decoding="async"
  />
)

/** A picture with its words. `mark` stands on it: "Vorher", "Nachher". */
export const Figure = ({
  photo,
  caption,
  mark,
  first,
  large,
}: {
  photo: Photo
  caption?: ComponentChildren
  mark?: ComponentChildren
  first?: boolean
  large?: string
}) => {
  const picture = <Picture photo={photo} {...(first ? { first } : {})} sizes="(min-width: 62em) 40rem, 100vw" />
  return (
    <figure class="figure">
      <div class="figure__frame">
        {large ? <a href={address(large)}>{picture}</a> : picture}
        {mark ? <span class="figure__mark">{mark}</span> : null}
      </div>
      {caption ? <figcaption class="figure__caption">{caption}</figcaption> : null}
    </figure>
  )
}

export type StripPhoto = Photo & { large?: string; caption?: ComponentChildren; mark?: ComponentChildren }

/** Pictures beside each other; `mark` tells before from after. */
export const PhotoStrip = ({ photos, label }: { photos: readonly StripPhoto[]; label: string }) => (
  <ul class="photo-strip" aria-label={label}>
    {photos.map(({ large, caption, mark, ...photo }, i) => (
      <li key={photo.src}>
        <Figure photo={photo} caption={caption} mark={mark} first={i === 0} {...(large ? { large } : {})} />
      </li>
    ))}
  </ul>
)
