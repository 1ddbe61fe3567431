'use client'
import { type ReactNode, useRef } from 'react'
import { useClosing } from '@/components/ui/disclosure'

/**
 * The navigation's menu: a disclosure, as links are no `menu` of acts (WAI-ARIA, "Disclosure
 * Navigation Menu"). It opens without scripts too. Beside the bar of a wide screen it is marked when
 * it holds the current page.
 */
export function NavMenu({
  closed,
  more,
  children,
}: {
  /** Its name where it holds every page, and where it holds those that the bar has no room for. */
  closed: string
  more: string
  children: ReactNode
}) {
  const box = useRef<HTMLDetailsElement>(null)
  useClosing(box)
  return (
    <details ref={box} className="group lg:relative">
      <summary
        className={
          'flex min-h-11 cursor-pointer list-none items-center gap-1.5 rounded-md border ' +
          'border-edge px-3 font-semibold text-accent lg:rounded-none lg:border-x-0 lg:border-t-0 ' +
          'lg:border-b-2 lg:border-transparent lg:font-normal lg:text-ink lg:hover:text-accent ' +
          'lg:group-has-[[data-beyond]_[aria-current=page]]:border-accent ' +
          'lg:group-has-[[data-beyond]_[aria-current=page]]:font-semibold ' +
          'lg:group-has-[[data-beyond]_[aria-current=page]]:text-accent'
        }
      >
        <span className="lg:hidden">{closed}</span>
        <span className="hidden lg:inline">{more}</span>
        <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3 group-open:rotate-180">
          <path d="m2 4 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      </summary>
      <div
        className={
          'absolute inset-x-0 top-full z-40 max-h-[80dvh] overflow-y-auto border-y border-line ' +
          'bg-surface p-3 shadow-lg lg:left-auto lg:w-max lg:rounded-md lg:border'
        }
      >
        {children}
      </div>
    </details>
  )
}
