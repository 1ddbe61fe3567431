import clsx from 'clsx'
import type { ReactNode } from 'react'
import type { Paper } from '@/lib/domain/coded-values'
import { RollLength } from './roll-length'

/** How a sheet is printed; `large`: type for people who read with difficulty. */
export type SheetLook = { paper?: Paper; large?: boolean }

/**
 * A sheet that is printed alone, whatever page it stands on; also from within an element of the
 * class `sheet-aside`, where the screen does not show it.
 */
export function Sheet({
  paper = 'a4',
  large = false,
  children,
}: SheetLook & { children: ReactNode }) {
  return (
    <>
      {paper !== 'a4' && <RollLength paper={paper} />}
      <article className={clsx('sheet', `sheet-${paper}`, large && 'sheet-large')}>
        {children}
      </article>
    </>
  )
}
