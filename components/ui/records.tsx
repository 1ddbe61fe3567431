import clsx from 'clsx'
import type { ReactNode } from 'react'

export type Column<Row> = {
  name: string
  title: string
  cell: (row: Row) => ReactNode
  /**
   * Its place on a card, below the first column: a line with its title (`line`), half of such a
   * line (`half`), or without its title where it speaks for itself: at the left, at the right, or
   * over the whole width (`block`).
   */
  card?: 'line' | 'half' | 'left' | 'right' | 'block'
  /** Figures stand under each other by their last digit. */
  figure?: true
  /** Whether a card leaves it out, though the table has a sign for it, such as a dash. */
  blank?: (row: Row) => boolean
  /** What it shows needs no heading for those who see it: a button. */
  act?: true
  /** A value that is not to be broken in the table, such as a reference. */
  whole?: true
}

type Props<Row> = {
  /** What the table is called for those who do not see it. */
  label: string
  columns: readonly [Column<Row>, ...Column<Row>[]]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** A last row, set off: the sum of those above. */
  total?: Row
  /** The room from which on it is a table: 32, 48 or 72 rem. */
  from?: 'narrow' | 'medium' | 'wide'
  /** Many narrow columns: smaller type, closer together. */
  dense?: true
}

// By the room that the list has and not by the window's: beside a form it is as narrow as on a
// phone. Without container queries a browser shows the cards, and paper always has the table.
const tables = {
  narrow: {
    whole: '@lg:table',
    body: '@lg:table-row-group',
    foot: '@lg:table-footer-group',
    head: '@lg:table-header-group',
    row: '@lg:table-row @lg:p-0',
    cell: '@lg:table-cell @lg:py-2 @lg:pr-4 @lg:align-baseline',
    title: '@lg:hidden',
    figure: '@lg:text-right',
    unbroken: '@lg:whitespace-nowrap',
  },
  medium: {
    whole: '@3xl:table',
    body: '@3xl:table-row-group',
    foot: '@3xl:table-footer-group',
    head: '@3xl:table-header-group',
    row: '@3xl:table-row @3xl:p-0',
    cell: '@3xl:table-cell @3xl:py-2 @3xl:pr-4 @3xl:align-baseline',
    title: '@3xl:hidden',
    figure: '@3xl:text-right',
    unbroken: '@3xl:whitespace-nowrap',
  },
  wide: {
    whole: '@6xl:table',
    body: '@6xl:table-row-group',
    foot: '@6xl:table-footer-group',
    head: '@6xl:table-header-group',
    row: '@6xl:table-row @6xl:p-0',
    cell: '@6xl:table-cell @6xl:py-2 @6xl:pr-4 @6xl:align-baseline',
    title: '@6xl:hidden',
    figure: '@6xl:text-right',
    unbroken: '@6xl:whitespace-nowrap',
  },
} as const

const cards = {
  line: 'col-span-full flex items-baseline gap-3',
  half: 'flex items-baseline gap-3 justify-between',
  left: 'col-start-1',
  right: 'justify-self-end',
  block: 'col-span-full',
} as const

/**
 * Records side by side: a table where there is room for one, else a card each, on which every value
 * has its title beside it. The first column names the record.
 */
export function Records<Row>({
  label,
  columns,
  rows,
  keyOf,
  total,
  from = 'medium',
  dense,
}: Props<Row>) {
  const table = tables[from]
  const [name, ...rest] = columns
  const halves = rest.some(({ card }) => card === 'half')
  const line = (row: Row, key: string) => (
    <tr
      key={key}
      className={clsx(
        'grid items-baseline gap-x-4 gap-y-0.5 border-t border-line py-2.5 first:border-0',
        halves ? 'grid-cols-1 @md:grid-cols-2' : 'grid-cols-[minmax(min-content,1fr)_auto]',
        table.row,
        'print:table-row',
      )}
    >
      <th
        scope="row"
        className={clsx(
          'min-w-0 text-left font-semibold print:table-cell',
          halves && 'col-span-full',
          table.cell,
          name.whole && 'whitespace-nowrap',
        )}
      >
        {name.cell(row)}
      </th>
      {rest.map(({ name: column, title, cell, card = 'line', blank, figure, whole }) => {
        const value = cell(row)
        const nothing = value === null || value === undefined || value === false || blank?.(row)
        const titled = card === 'line' || card === 'half'
        return (
          <td
            key={column}
            className={clsx(
              'min-w-0 last:pr-0 print:table-cell',
              // A card has no line for what is not there.
              nothing ? 'hidden' : cards[card],
              table.cell,
              figure && ['whitespace-nowrap tabular-nums', table.figure, 'print:text-right'],
              whole && table.unbroken,
            )}
          >
            {titled && (
              <span
                className={clsx(
                  'text-sm whitespace-normal text-quiet print:hidden',
                  card === 'line' && 'w-24 shrink-0',
                  table.title,
                )}
              >
                {title}
              </span>
            )}
            {titled ? <div className="min-w-0">{value}</div> : value}
          </td>
        )
      })}
    </tr>
  )
  return (
    <div className="@container min-w-0">
      <table
        aria-label={label}
        className={clsx(
          'block w-full border-collapse text-left print:table',
          dense && 'text-sm',
          table.whole,
        )}
      >
        <thead className={clsx('hidden text-sm text-quiet print:table-header-group', table.head)}>
          <tr className="border-b border-line">
            {columns.map(({ name: column, title, figure, act }) => (
              <th
                key={column}
                scope="col"
                className={clsx(
                  'py-1.5 align-bottom font-semibold break-keep wrap-normal last:pr-0',
                  dense ? 'pr-2 text-xs' : 'pr-4',
                  figure && 'text-right',
                )}
              >
                {act ? <span className="sr-only">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={clsx('block print:table-row-group', table.body)}>
          {rows.map((row) => line(row, keyOf(row)))}
        </tbody>
        {total !== undefined && (
          <tfoot
            className={clsx(
              'block border-t-2 border-edge font-semibold print:table-footer-group',
              table.foot,
            )}
          >
            {line(total, 'total')}
          </tfoot>
        )}
      </table>
    </div>
  )
}
