import clsx from 'clsx'
import type { ReactNode } from 'react'

export type Tone = 'info' | 'good' | 'warn' | 'bad'

const tones: Record<Tone, string> = {
  info: 'border-accent bg-accent-soft',
  good: 'border-good bg-good-soft',
  warn: 'border-warn bg-warn-soft',
  bad: 'border-bad bg-bad-soft',
}
const marks: Record<Tone, string> = { info: 'i', good: '✓', warn: '!', bad: '×' }
const markTones: Record<Tone, string> = {
  info: 'text-accent',
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
}

/** A message on the page; an icon shows its kind beside the colour. */
export function Notice({
  tone = 'info',
  title,
  children,
  role,
  id,
  className,
}: {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  role?: 'alert' | 'status'
  id?: string
  className?: string
}) {
  return (
    <div
      id={id}
      role={role}
      tabIndex={role === 'alert' ? -1 : undefined}
      className={clsx('flex gap-3 rounded-md border-l-4 px-4 py-3', tones[tone], className)}
    >
      <span aria-hidden="true" className={clsx('font-bold', markTones[tone])}>
        {marks[tone]}
      </span>
      <div className="min-w-0">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  )
}
