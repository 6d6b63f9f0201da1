/** A deliberate fault, and the check that has to find it. One small file each in this folder, exported as `default`. */
export type Mutant = {
  /** Number of the promise in SECURITY.md's order of checks. */
  promise: number
  /** The file that has to fail. */
  check: string
  /** Of vitest.config.ts; `program` unless said. */
  project?: 'program' | 'browser' | 'pages' | 'long'
  /** Only tests whose name contains this. */
  only?: string
  /** One sentence: what is broken. */
  fault: string
  /** Each `find` stands exactly once in its file. */
  edits: readonly { file: string; find: string; put: string }[]
  /** Words that the failure says, so that nothing else is taken for the finding. */
  says: RegExp
  /** Smaller sizes, where they find it too. */
  env?: Readonly<Record<string, string>>
}
