'use client'
import { type ReactNode, useEffect, useRef } from 'react'

/** A modal dialog that closes by Escape or by a click beside it. */
export function KeyDialog({
  label,
  close,
  children,
}: {
  label: string
  close(): void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const here = dialog.current
    if (here && !here.open) here.showModal()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it
    <dialog
      ref={dialog}
      aria-label={label}
      onClose={close}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      className={
        'm-auto mt-[12vh] max-h-[70vh] w-[min(36rem,calc(100vw-2rem))] rounded-lg border ' +
        'border-line bg-surface p-0 text-ink shadow-xl backdrop:bg-black/40'
      }
    >
      {children}
    </dialog>
  )
}
