'use client'
import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'

/**
 * Prints a sheet that is not on the screen, once, and says so. The address then says that `what` was
 * printed: a reload does not print again, and what is said outlives a refresh of the page.
 */
export function PrintOnce({
  what,
  isPrinted,
  done,
  again,
  beside,
  children,
}: {
  what: 'slip' | 'receipt'
  isPrinted: boolean
  done: string
  again: string
  /** What can be done next, beside printing again. */
  beside?: ReactNode
  children: ReactNode
}) {
  const path = usePathname()
  const printed = useRef(isPrinted)
  useEffect(() => {
    if (printed.current) return
    printed.current = true
    window.print()
    window.history.replaceState(null, '', `${path}?print=${what}-printed`)
  }, [path, what])
  return (
    <>
      <div
        role="status"
        className={
          'no-print mb-3 flex flex-wrap items-center gap-2 rounded-md border border-good ' +
          'bg-good-soft px-3 py-1.5'
        }
      >
        <span className="font-semibold">{done}</span>
        <Button type="button" look="plain" className="min-h-9 py-1" onClick={() => window.print()}>
          {again}
        </Button>
        {beside}
      </div>
      <div className="sheet-aside">{children}</div>
    </>
  )
}
