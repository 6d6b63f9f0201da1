export const verdicts = ['agrees', 'conditions', 'objects'] as const
export type Verdict = (typeof verdicts)[number]
