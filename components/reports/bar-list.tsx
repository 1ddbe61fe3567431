/** Counts as bars, largest first, with the number beside each. */
export function BarList({
  items,
  empty,
}: {
  items: readonly { label: string; count: number }[]
  empty: string
}) {
  if (items.length === 0) return <p className="text-quiet">{empty}</p>
  const highest = Math.max(...items.map(({ count }) => count))
  return (
    <ul className="grid gap-2">
      {items.map(({ label, count }) => (
        <li key={label} className="grid gap-1">
          <span className="flex justify-between gap-3">
            <span>{label}</span>
            <strong className="tabular-nums">{count}</strong>
          </span>
          <svg
            aria-hidden="true"
            viewBox="0 0 100 4"
            preserveAspectRatio="none"
            className="h-1.5 w-full"
          >
            <rect width="100" height="4" className="fill-sunken" />
            <rect width={(count / highest) * 100} height="4" className="fill-accent" />
          </svg>
        </li>
      ))}
    </ul>
  )
}
