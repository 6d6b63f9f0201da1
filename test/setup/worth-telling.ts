import { appendFileSync } from 'node:fs'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

const note = (heading: string, text: string): void => {
  if (process.env.WORTH_TELLING) appendFileSync(process.env.WORTH_TELLING, `${heading}\t${text}\n`)
}
const firstLine = (errors: readonly { message: string }[] | undefined): string => errors?.[0]?.message.split('\n', 1)[0] ?? ''

/** Writes into the file that WORTH_TELLING names what failed and what passed only when it was tried again: heading, tab, a line. */
export default class WorthTelling implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const name = `${test.module.relativeModuleId}: ${test.fullName}`
    const { state, errors } = test.result()
    if (state === 'failed') note('Failed', `${name}: ${firstLine(errors)}`)
    else if (test.diagnostic()?.flaky) note('Passed only at a second try', name)
  }

  onTestModuleEnd(module: TestModule): void {
    if (module.errors().length > 0) note('Failed', `${module.relativeModuleId}: ${firstLine(module.errors())}`)
  }
}
