/** What a category of reports looks like in the demo catalogue; the seed writes it into the town's tables. */

export type Bilingual = { de: string; en: string }

/** Where life is in danger no form is offered, but this number. */
export type EmergencyNumber = '110' | '112'

export type DemoOption = { code: string; label: Bilingual; danger?: EmergencyNumber }

export type DemoQuestion = {
  code: string
  kind: 'singlechoice' | 'multichoice' | 'text' | 'number' | 'yesno'
  label: Bilingual
  required: boolean
  /** Only for the two kinds of choice. */
  options?: readonly DemoOption[]
  /** For yes/no: the answer "yes" leads to the emergency number. */
  danger?: EmergencyNumber
}

export const groupCodes = ['street', 'light', 'waste', 'green', 'play', 'water', 'traffic', 'furniture', 'other'] as const
export type GroupCode = (typeof groupCodes)[number]

export type DemoCategory = {
  code: string
  group: GroupCode
  /** Name of an icon of the design shell; unknown names fall back to the icon of the group. */
  icon: string
  name: Bilingual
  hint: Bilingual
  /** Lower-case stems that point to this category when they occur in a text. */
  keywords: { de: readonly string[]; en: readonly string[] }
  questions: readonly DemoQuestion[]
  /** Working days until the town wants to have it settled. */
  deadlineDays: number
  /** What settles it: a picture taken afterwards, or the word of a named role. */
  proof: 'photo' | 'signoff'
  /** Metres within which an open report of this kind counts as similar. */
  radius: number
  /** Code of the department of the town hall. */
  department: string
  anonymous: boolean
  /** With an e-mail address it counts only when somebody has opened the link in the mail. */
  confirmEmail?: true
  /** At once; after a look by a moderator; or never (the reporter sees it by number and code). */
  publish: 'immediate' | 'checked' | 'private'
  /** The whole category is no matter for a form. */
  danger?: EmergencyNumber
}

/** Short forms to write the catalogue with. */
export const both = (de: string, en: string): Bilingual => ({ de, en })

export const option = (code: string, de: string, en: string, danger?: EmergencyNumber): DemoOption =>
  danger ? { code, label: both(de, en), danger } : { code, label: both(de, en) }

export const choice = (code: string, de: string, en: string, options: readonly DemoOption[], required = false): DemoQuestion => ({
  code,
  kind: 'singlechoice',
  label: both(de, en),
  required,
  options,
})

export const choices = (code: string, de: string, en: string, options: readonly DemoOption[]): DemoQuestion => ({
  code,
  kind: 'multichoice',
  label: both(de, en),
  required: false,
  options,
})

export const yesNo = (code: string, de: string, en: string, danger?: EmergencyNumber): DemoQuestion => {
  const question: DemoQuestion = { code, kind: 'yesno', label: both(de, en), required: false }
  return danger ? { ...question, danger } : question
}

export const words = (code: string, de: string, en: string): DemoQuestion => ({ code, kind: 'text', label: both(de, en), required: false })

export const amount = (code: string, de: string, en: string): DemoQuestion => ({
  code,
  kind: 'number',
  label: both(de, en),
  required: false,
})
