import clsx from 'clsx'

type OneDrawing = { width: number; marks: number; className: string }
type Column = { label: string; values: readonly number[] }

// Server-rendered SVG rectangles: the figures are in the table beside it, and it prints as shown.
const height = 160
// Drawn for the room there is: a drawing made smaller has letters that nobody can read.
const drawings = [
  { width: 720, marks: 8, className: 'hidden @lg:block print:block' },
  { width: 340, marks: 5, className: '@lg:hidden print:hidden' },
] as const
// Solid and striped, so that the series differ without their colours too.
const looks = [
  { className: 'fill-accent' },
  { fill: 'url(#chart-stripes)', className: 'stroke-good' },
] as const

const Stripes = () => (
  <svg aria-hidden="true" className="absolute size-0">
    <pattern
      id="chart-stripes"
      width="5"
      height="5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width="5" height="5" className="fill-surface" />
      <rect width="2.5" height="5" className="fill-good" />
    </pattern>
  </svg>
)

type Props = { title: string; series: readonly string[]; columns: readonly Column[] }

/** Grouped columns, with the maximum on the left edge and a text legend. */
export function ColumnChart({ title, series, columns }: Props) {
  return (
    <figure className="@container">
      <figcaption className="mb-2 flex flex-wrap gap-x-5 text-sm text-quiet">
        {series.map((name, place) => (
          <span key={name} className="inline-flex items-center gap-1.5">
            <svg aria-hidden="true" className="size-3">
              <rect width="12" height="12" {...looks[place]} />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
      <Stripes />
      {drawings.map((drawing) => (
        <Drawing key={drawing.width} {...drawing} title={title} series={series} columns={columns} />
      ))}
    </figure>
  )
}

function Drawing({ title, series, columns, width, marks, className }: Props & OneDrawing) {
  const highest = Math.max(1, ...columns.flatMap(({ values }) => values))
  const slot = (width - 40) / Math.max(columns.length, 1)
  const bar = Math.min(28, (slot * 0.8) / series.length)
  const tall = (value: number) => (value / highest) * (height - 30)
  const labelled = Math.max(1, Math.ceil(columns.length / marks))
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={title}
      className={clsx('h-auto w-full', className)}
    >
      <text x="30" y="12" textAnchor="end" className="fill-quiet text-[11px]">
        {highest}
      </text>
      <text x="30" y={height - 18} textAnchor="end" className="fill-quiet text-[11px]">
        0
      </text>
      <line x1="36" x2={width} y1={height - 20} y2={height - 20} className="stroke-edge" />
      {columns.map(({ label, values }, place) => {
        const left = 38 + place * slot + (slot - bar * values.length) / 2
        return (
          <g key={label}>
            {values.map((value, which) => (
              <rect
                key={series[which]}
                x={left + which * bar}
                y={height - 20 - tall(value)}
                width={Math.max(bar - 1, 1)}
                height={tall(value)}
                {...looks[which]}
              >
                <title>{`${label} · ${series[which]}: ${value}`}</title>
              </rect>
            ))}
            {place % labelled === 0 && (
              <text
                // The last one ends where the drawing does.
                x={Math.min(38 + place * slot + slot / 2, width - label.length * 3)}
                y={height - 5}
                textAnchor="middle"
                className="fill-quiet text-[11px]"
              >
                {label}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
