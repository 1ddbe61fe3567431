import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Panel } from '@/components/ui/panel'
import { Link } from '@/components/shell/link'

export type TodoLine = {
  key: string
  /** Where it is mended; null where nobody at a screen can. */
  href: string | null
  text: string
  more?: ReactNode
}

/**
 * One kind of what waits for an administrator: how many, since when, and where each is mended. What
 * has none says so in one line.
 */
export function TodoPanel({
  id,
  title,
  count,
  oldest,
  none,
  lines,
  all,
}: {
  id: string
  title: string
  count: string | null
  oldest?: string | null
  none: string
  lines: readonly TodoLine[]
  /** The way to those that are not listed. */
  all?: { href: string; text: string }
}) {
  const heading = (
    <span className="inline-flex flex-wrap items-baseline gap-x-3 gap-y-1">
      {title}
      {count !== null && <Badge tone="warn">{count}</Badge>}
    </span>
  )
  return (
    <Panel
      id={id}
      className="mb-6 break-inside-avoid"
      title={heading}
      aside={oldest && <span className="text-sm text-quiet">{oldest}</span>}
    >
      {lines.length === 0 ? (
        <p className="text-quiet">{none}</p>
      ) : (
        <ul>
          {lines.map(({ key, href, text, more }) => (
            <li
              key={key}
              className={
                'flex min-h-11 flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 ' +
                'border-t border-line py-2 first:border-0'
              }
            >
              {href ? (
                <Link href={href} className="min-w-0 wrap-anywhere text-accent underline">
                  {text}
                </Link>
              ) : (
                <span className="min-w-0 wrap-anywhere">{text}</span>
              )}
              {more && <span className="text-sm wrap-anywhere text-quiet">{more}</span>}
            </li>
          ))}
        </ul>
      )}
      {all && (
        <Link
          href={all.href}
          className="mt-2 inline-flex min-h-11 items-center text-accent underline"
        >
          {all.text}
        </Link>
      )}
    </Panel>
  )
}
