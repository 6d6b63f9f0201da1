/** Names that KERN draws as a CSS mask. */
const kernNames = [
  'account-circle',
  'add',
  'arrow-down',
  'arrow-up',
  'arrow-forward',
  'arrow-back',
  'autorenew',
  'calendar-today',
  'check',
  'checklist',
  'chevron-left',
  'chevron-right',
  'close',
  'content-copy',
  'danger',
  'dehaze',
  'delete',
  'download',
  'draft',
  'edit',
  'help',
  'home',
  'info',
  'language',
  'logout',
  'mail',
  'more-vert',
  'open-in-new',
  'search',
  'success',
  'visibility',
  'visibility-off',
  'warning',
  'brightness-medium',
  'light-mode',
  'dark-mode',
] as const

/** Our own drawings: strokes of 2 units in a square of 24, in the weight of the KERN icons. */
const drawn = {
  bell: 'M6 16v-5a6 6 0 0 1 12 0v5l2 2H4l2-2Z M10 21h4',
  bin: 'M5 7h14 M9 7V4h6v3 M7 7l1 14h8l1-14 M10 11v6 M14 11v6',
  building: 'M4 21V8l8-5 8 5v13 M3 21h18 M9 21v-6h6v6 M9 11h.01 M12 11h.01 M15 11h.01',
  camera: 'M4 7h3l2-3h6l2 3h3a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1Z M12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z',
  car: 'M5 16v3H3.500v-3 M20.500 16v3H19v-3 M3 16h18v-4l-2.500-1-2-4.500H7.500L5.500 11 3 12v4Z M5.500 11h13 M7 13.500h.01 M17 13.500h.01',
  card: 'M3 5h18v14H3z M9 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z M6 16c.500-2 5.500-2 6 0 M15 10h3 M15 14h3',
  chart: 'M4 20V4 M4 20h16 M8 16v-5 M12 16V7 M16 16v-3',
  chat: 'M4 5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-8l-5 4v-4H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z',
  child: 'M12 8a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z M12 8v7 M7 11.500l5-1.500 5 1.500 M12 15l-3 6 M12 15l3 6',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z M12 7v5l3 2',
  dog: 'M4 11a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0 -3 0Z M7.8 6.5a1.7 1.7 0 1 0 3.4 0 1.7 1.7 0 1 0 -3.4 0Z M12.8 6.5a1.7 1.7 0 1 0 3.4 0 1.7 1.7 0 1 0 -3.4 0Z M17 11a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0 -3 0Z M12 12c-2.800 0-5 2.800-5 5.200 0 2.600 2.500 2.300 5 2.300s5 .300 5-2.300c0-2.400-2.200-5.200-5-5.200Z',
  filter: 'M4 6h16 M7 12h10 M10 18h4',
  flag: 'M5 21V4 M5 4h13l-3 4 3 4H5',
  hand: 'M8 12V6a1.5 1.5 0 0 1 3 0v5 M11 11V4.500a1.500 1.500 0 0 1 3 0V11 M14 11V6a1.500 1.500 0 0 1 3 0v8a7 7 0 0 1-13 3l-1.500-3.500a1.500 1.500 0 0 1 2.500-1.500L8 15',
  heart: 'M12 20S3.500 15 3.500 8.800A4.500 4.500 0 0 1 12 6.800a4.500 4.500 0 0 1 8.500 2C20.500 15 12 20 12 20Z',
  inbox: 'M4 13 6 5h12l2 8v6H4v-6Z M4 13h5a3 3 0 0 0 6 0h5',
  key: 'M14 10a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z M13 12l7 7 M17 16l2-2',
  lamp: 'M9 3h6l3 7H6l3-7Z M12 10v11 M8 21h8',
  leaf: 'M5 20C5 10 10 5 20 4c0 10-5 15-13 14 M5 20c2-5 5-8 9-10',
  list: 'M9 6h11 M9 12h11 M9 18h11 M4 6h.01 M4 12h.01 M4 18h.01',
  lock: 'M6 11h12v10H6z M8 11V8a4 4 0 0 1 8 0v3',
  map: 'M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2V6Z M9 4v14 M15 6v14',
  people:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Z M2.500 20a6.500 6.500 0 0 1 13 0 M16 4.500a3.500 3.500 0 0 1 0 6.500 M18 14a6.500 6.500 0 0 1 3.500 6',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z M4 21a8 8 0 0 1 16 0',
  phone: 'M6 3h3l2 5-2.500 1.500a12 12 0 0 0 6 6L16 13l5 2v3a2 2 0 0 1-2 2A15 15 0 0 1 4 5a2 2 0 0 1 2-2Z',
  pin: 'M12 21s7-6 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11Z M12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  print: 'M7 9V3h10v6 M7 18H4V9h16v9h-3 M7 14h10v7H7z',
  send: 'M4 12 20 4l-5 16-4-6-7-2Z M11 14l4-5',
  share: 'M12 15V3 M8 7l4-4 4 4 M5 12v8h14v-8',
  shield: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6l8-3Z',
  shop: 'M4 9v11h16V9 M3 9l2-5h14l2 5 M3 9a3 3 0 0 0 6 0 3 3 0 0 0 6 0 3 3 0 0 0 6 0 M10 20v-6h4v6',
  star: 'M12 3l2.700 5.800 6.300.800-4.600 4.400 1.200 6.300L12 17.200 6.400 20.300l1.200-6.300L3 9.600l6.300-.800L12 3Z',
  tag: 'M3 12V4h8l10 10-8 8L3 12Z M7.500 8h.01',
  'thumb-up': 'M7 11v9H3v-9h4Z M7 12l4-9a2 2 0 0 1 3 2l-1 5h6a2 2 0 0 1 2 2.500l-1.500 6A2 2 0 0 1 17.500 20H7',
  tool: 'M14.500 6.500a4.500 4.500 0 0 0-6 5.800L3 18l3 3 5.700-5.500a4.500 4.500 0 0 0 5.800-6L14.500 12 12 9.500l2.500-3Z',
  tree: 'M12 21v-8 M12 16l3-3 M12 3a5 5 0 0 1 4.500 7A4 4 0 0 1 15 17H9a4 4 0 0 1-1.500-7A5 5 0 0 1 12 3Z',
  undo: 'M8 5 4 9l4 4 M4 9h10a6 6 0 0 1 0 12h-3',
} as const

export type IconName = (typeof kernNames)[number] | keyof typeof drawn

export const iconNames: readonly IconName[] = [...kernNames, ...(Object.keys(drawn) as (keyof typeof drawn)[])]

const isDrawn = (name: IconName): name is keyof typeof drawn => name in drawn

/** A picture beside a word; always hidden from screen readers, because the word says it. */
export const Icon = ({ name, size = 'default' }: { name: IconName; size?: 'small' | 'default' | 'large' | 'x-large' }) =>
  isDrawn(name) ? (
    <svg class={`icon icon--${size}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawn[name]} />
    </svg>
  ) : (
    <span class={`kern-icon kern-icon--${name} kern-icon--${size}`} aria-hidden="true" />
  )
