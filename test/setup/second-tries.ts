import { appendFileSync } from 'node:fs'
import type { Reporter, TestCase } from 'vitest/node'

/** Writes down which tests passed only when they were tried again, a line each, in the file that SECOND_TRIES names. */
export default class SecondTries implements Reporter {
  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky && process.env.SECOND_TRIES)
      appendFileSync(process.env.SECOND_TRIES, `${test.module.relativeModuleId}: ${test.fullName}\n`)
  }
}
