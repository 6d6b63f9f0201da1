import { renderToString } from 'preact-render-to-string'
import { beforeAll, expect, test } from 'vitest'
import { organisations } from '#core/organisations/module.ts'
import { sampleFrame } from '#design/gallery/sample-frame.ts'
import { designTexts } from '#design/texts.ts'
import { registerTexts } from '#platform/text.ts'
import { inFrame } from '#platform/view.ts'
import { caseTexts } from '../../cases/texts.ts'
import { standardWorkflow } from '../standard.ts'
import { workflowTexts } from '../texts.ts'
import { WorkflowPicture } from './picture.view.tsx'
import { StateTable, StepTable } from './table.view.tsx'

const workflow = standardWorkflow({
  opinions: [{ key: 'fire', words: { de: 'Brandschutz', en: 'Fire safety' }, unit: 'fire', days: 10 }],
  deemed: { law: '§ 42a VwVfG', months: 3 },
})

beforeAll(() => {
  for (const texts of [designTexts, caseTexts, organisations.texts, workflowTexts]) registerTexts(texts)
})

test.each(['de', 'en'] as const)('the tables say in words what the picture shows (%s)', (locale) => {
  const html = inFrame(sampleFrame({ locale }), () =>
    renderToString(
      <div>
        <WorkflowPicture workflow={workflow} at="inReview" />
        <StateTable workflow={workflow} units={new Map([['fire', 'Feuerwehr']])} />
        <StepTable workflow={workflow} />
      </div>,
    ),
  )
  for (const { words } of [...workflow.states, ...workflow.steps, ...workflow.opinions]) expect(html).toContain(words[locale])
  for (const number of workflow.steps.keys()) expect(html).toMatch(new RegExp(`[> ]${number + 1}[ <]`))
  expect(html).toContain('§ 42a VwVfG')
  expect(html.match(/workflow__box--here/g)).toHaveLength(1)
})
