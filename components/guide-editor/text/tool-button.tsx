'use client'
import clsx from 'clsx'
import type { ReactNode } from 'react'

type Props = {
  label: string
  pressed?: boolean
  expanded?: boolean
  onClick: () => void
  children: ReactNode
}

/** A toolbar button: pressed while its mark is active, expanded while its panel is open. */
export function ToolButton({ label, pressed, expanded, onClick, children }: Props) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      onClick={onClick}
      className={clsx(
        'min-h-9 min-w-10 px-2 text-sm text-accent hover:bg-accent-soft',
        (pressed || expanded) && 'bg-accent-soft underline',
      )}
    >
      {children}
    </button>
  )
}
