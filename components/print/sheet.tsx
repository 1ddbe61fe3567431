import clsx from 'clsx'
import type { ReactNode } from 'react'

/** A sheet that is printed alone: A4, or the 80 mm roll of a counter printer. */
export function Sheet({
  paper = 'a4',
  children,
}: {
  paper?: 'a4' | 'narrow'
  children: ReactNode
}) {
  return (
    <article className={clsx('sheet', paper === 'narrow' && 'sheet-narrow')}>{children}</article>
  )
}
