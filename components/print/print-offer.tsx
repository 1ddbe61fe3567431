'use client'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'

/** Offers to print a sheet that is not on the screen, with one press; nothing waits for it. */
export function PrintOffer({
  text,
  print,
  children,
}: {
  text: string
  print: string
  children: ReactNode
}) {
  return (
    <>
      <div
        role="status"
        className={
          'no-print mb-3 flex flex-wrap items-center gap-2 rounded-md border border-line ' +
          'bg-surface px-3 py-1.5'
        }
      >
        <span>{text}</span>
        <Button
          type="button"
          look="secondary"
          className="min-h-9 py-1"
          onClick={() => window.print()}
        >
          {print}
        </Button>
      </div>
      <div className="sheet-aside">{children}</div>
    </>
  )
}
