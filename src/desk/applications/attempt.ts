import type { CaseAttempt } from '../case/index.ts'

/** The forms of the page, by the last part of their address. */
export const formKinds = ['schritt', 'stellungnahme', 'anfrage', 'zuteilung', 'abgabe', 'notiz', 'nachricht'] as const
export type FormKind = (typeof formKinds)[number]

/** `which` is the step or the opinion. */
export type Attempt = CaseAttempt<FormKind>
