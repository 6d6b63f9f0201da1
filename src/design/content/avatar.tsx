import { Picture } from './picture.tsx'

const initials = (name: string) =>
  name
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((word) => [...word][0] ?? '')
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .join('')
    .toLocaleUpperCase()

/** A face or the initials, beside a name that is written out. */
export const Avatar = ({
  name,
  src,
  size = 'default',
}: {
  name: string
  src?: string | undefined
  size?: 'small' | 'default' | 'large'
}) => (
  <span
    class={`avatar avatar--${size} avatar--tint-${[...name].reduce((sum, c) => sum + (c.codePointAt(0) ?? 0), 0) % 5}`}
    aria-hidden="true"
  >
    {src ? <Picture photo={{ src, alt: '', width: 96, height: 96 }} /> : initials(name)}
  </span>
)
