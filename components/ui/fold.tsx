'use client'
import { type ReactNode, useState } from 'react'

/**
 * What is seldom needed, folded away. It opens by itself where something inside is wrong or is
 * filled without hands, such as by a draft that is put back.
 */
export function Fold({
  title,
  open = false,
  children,
}: {
  title: ReactNode
  open?: boolean
  children: ReactNode
}) {
  const [opened, setOpened] = useState(false)
  return (
    <details
      open={opened || open}
      onToggle={(event) => setOpened(event.currentTarget.open)}
      onInput={() => setOpened(true)}
      className="min-w-0"
    >
      <summary className="min-h-8 py-0.5 text-accent">{title}</summary>
      <div className="mt-2 grid gap-4">{children}</div>
    </details>
  )
}
