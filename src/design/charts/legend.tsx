/** Which colour means what. */
export const Legend = ({ labels }: { labels: readonly string[] }) =>
  labels.length === 0 ? null : (
    <ul class="legend">
      {labels.map((label, i) => (
        <li key={label} class="legend__entry">
          <svg class="legend__mark" width="14" height="14" aria-hidden="true">
            <rect class={`chart-fill-${i + 1}`} width="14" height="14" rx="3" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
