import { Icon, type IconName } from '#design/index.ts'

/** Strokes of 2 units in a square of 24, like the icons of the shell. */
const drawn: Record<string, string> = {
  street: 'M8 3 4 21 M16 3l4 18 M12 4v3 M12 10.500v3 M12 17v4',
  waste: 'M5 7h14 M9 7V4h6v3 M7 7l1 14h8l1-14 M10.500 11v6 M13.500 11v6',
  play: 'M4 21 7 4h10l3 17 M9.500 4v10 M14.500 4v10 M8 14.500h8',
  water: 'M12 3c4 4.500 6.500 8 6.500 11.500a6.500 6.500 0 0 1-13 0C5.500 11 8 7.500 12 3Z M9 15a3 3 0 0 0 3 3',
  traffic: 'M12 3l8 13H4L12 3Z M12 8v3.500 M12 13.500v.010 M12 16v6',
  furniture: 'M4 6v7 M20 6v7 M4 8.500h16 M4 12.500h16 M6 12.500V19 M18 12.500V19',
}
const known: Record<string, IconName> = { light: 'lamp', green: 'tree' }

/** A sign for the group of a category; a word always stands beside it. */
export const CategoryIcon = ({ group, large }: { group: string; large?: boolean }) => {
  const path = drawn[group]
  const size = large ? 'x-large' : 'default'
  return path ? (
    <svg class={`icon icon--${size}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  ) : (
    <Icon name={known[group] ?? 'flag'} size={size} />
  )
}
