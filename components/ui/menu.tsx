'use client'
import { type ReactNode, useRef } from 'react'
import { useClosing } from './disclosure'

/** A button that shows further acts. */
export function Menu({
  label,
  print,
  children,
}: {
  label: string
  /** The menu that the key P opens. */
  print?: true
  children: ReactNode
}) {
  const box = useRef<HTMLDetailsElement>(null)
  useClosing(box)
  return (
    <details ref={box} className="relative">
      <summary
        data-print={print}
        className={
          'flex min-h-9 cursor-pointer list-none items-center rounded-md border border-edge ' +
          'bg-surface px-3 font-semibold text-accent pointer-coarse:min-h-11'
        }
      >
        {label}
        <svg aria-hidden="true" viewBox="0 0 12 12" className="ml-1.5 size-3">
          <path d="m2 4 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      </summary>
      <div
        className={
          'absolute right-0 z-30 mt-1 grid min-w-40 rounded-md border border-line bg-surface ' +
          'py-1 shadow-lg'
        }
      >
        {children}
      </div>
    </details>
  )
}
