import { both, type DemoCategory } from '../category.ts'

export const otherCategories: readonly DemoCategory[] = [
  {
    code: 'other',
    group: 'other',
    icon: 'question',
    name: both('Etwas anderes', 'Something else'),
    hint: both('Wenn nichts passt: Wir leiten es an die richtige Stelle.', 'If nothing fits: we pass it on to the right place.'),
    keywords: { de: [], en: [] },
    questions: [],
    deadlineDays: 10,
    proof: 'signoff',
    radius: 50,
    department: 'control',
    anonymous: true,
    publish: 'checked',
  },
  {
    code: 'emergency',
    group: 'other',
    icon: 'alarm',
    name: both('Gefahr für Leben: Feuer, Gas, Verletzte', 'Danger to life: fire, gas, injured people'),
    hint: both('Bitte jetzt die 112 anrufen. Hier liest nicht sofort jemand mit.', 'Please call 112 now. Nobody reads here at once.'),
    keywords: {
      de: ['feuer', 'brennt', 'brand', 'gasgeruch', 'verletzt', 'bewusstlos', 'explosion', 'stromkabel', 'unfall', 'ertrink', 'notfall'],
      en: ['fire', 'burning', 'gas smell', 'injured', 'unconscious', 'explosion', 'live wire', 'accident', 'drowning', 'emergency'],
    },
    questions: [],
    deadlineDays: 1,
    proof: 'signoff',
    radius: 50,
    department: 'control',
    anonymous: true,
    publish: 'private',
    danger: '112',
  },
]
