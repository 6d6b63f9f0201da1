import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

/** How far something is; without `value` it is only known to be running. `id` names it for scripts. */
export const Progress = ({ label, value, max = 100, id }: { label: ComponentChildren; value?: number; max?: number; id?: string }) => {
  const own = useId()
  const progressId = id ?? own
  return (
    <div class="kern-progress progress">
      <label class="kern-label" for={progressId}>
        {label}
      </label>
      <progress id={progressId} value={value} max={max} />
    </div>
  )
}
