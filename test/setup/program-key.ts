/** With what a program writes to the whole towns. */
export const PROGRAM_KEY = 'harness'
