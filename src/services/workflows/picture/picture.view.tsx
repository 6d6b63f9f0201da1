import { currentLocale, t } from '#platform/text.ts'
import type { Workflow } from '../workflow.rules.ts'
import { BOX, layOut, type PlacedState, type PlacedWay } from './layout.rules.ts'
import { linesOf } from './lines.rules.ts'

/** The states and the ways between them; the numbers are the rows of the table of steps, which says the same in words. */
export function WorkflowPicture({ workflow, at }: { workflow: Workflow /** The state of a case. */; at?: string | undefined }) {
  const { width, height, states, ways } = layOut(workflow)
  return (
    <figure class="workflow">
      <figcaption class="workflow__caption">{t('workflow.picture.caption')}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard. */}
      <section class="workflow__scroll" tabIndex={0} aria-label={t('workflow.picture.title')}>
        <svg
          class="workflow__picture"
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('workflow.picture.alt', { states: states.length, steps: workflow.steps.length })}
        >
          <defs>
            <marker id="workflow-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
              <path class="workflow__tip" d="M0 0 L10 5 L0 10 z" />
            </marker>
          </defs>
          {ways.map((way) => (
            <path key={`${way.from} ${way.to}`} class="workflow__way" d={way.path} marker-end="url(#workflow-arrow)" />
          ))}
          {states.map((state) => (
            <Box key={state.key} state={state} workflow={workflow} here={state.key === at} />
          ))}
          {ways.map((way) => (
            <Numbers key={`${way.from} ${way.to}`} way={way} />
          ))}
        </svg>
      </section>
    </figure>
  )
}

function Box({ state, workflow, here }: { state: PlacedState; workflow: Workflow; here: boolean }) {
  const known = workflow.states.find(({ key }) => key === state.key)
  const start = workflow.start === state.key
  const { x, y } = state
  return (
    <g>
      <rect
        class={`workflow__box workflow__box--${known?.stage}${start ? ' workflow__box--start' : ''}${here ? ' workflow__box--here' : ''}`}
        x={x}
        y={y}
        width={BOX.width}
        height={BOX.height}
        rx="10"
      />
      {linesOf(known?.words[currentLocale()] ?? state.key).map((line, i, all) => (
        <text key={i} class="workflow__words" x={x + BOX.width / 2} y={y + BOX.height / 2 + 5 + (i - (all.length - 1) / 2) * 18}>
          {line}
        </text>
      ))}
      {state.stays.length ? <Mark x={x + 14} y={y} text={`↻ ${state.stays.join(' · ')}`} /> : null}
      {state.comes.length ? <Mark x={x + 14} y={y} text={`→ ${state.comes.join(' · ')}`} /> : null}
      {state.leaves.length ? <Mark x={x + BOX.width - 14} y={y} text={`${state.leaves.join(' · ')} →`} end /> : null}
    </g>
  )
}

const widthOf = (text: string) => 12 + text.length * 7

function Mark({ x, y, text, end }: { x: number; y: number; text: string; end?: boolean }) {
  const width = widthOf(text)
  const left = end ? x - width : x
  return (
    <g>
      <rect class="workflow__mark" x={left} y={y - 11} width={width} height="22" rx="11" />
      <text class="workflow__number" x={left + width / 2} y={y + 4}>
        {text}
      </text>
    </g>
  )
}

function Numbers({ way: { numbers, label } }: { way: PlacedWay }) {
  const text = numbers.join(' · ')
  return <Mark x={label.x - widthOf(text) / 2} y={label.y} text={text} />
}
