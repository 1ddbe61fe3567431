'use client'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button'

/** Closes the dialog that a button stands in. */
export const closeDialogOf = (button: HTMLElement) => button.closest('dialog')?.close()

/**
 * A question before something final, in a modal dialog (WAI-ARIA alertdialog). Shown while it is
 * mounted; `children` are its buttons, of which the harmless one is a `KeepButton`: it has the
 * focus first, so that a stray Enter does nothing. Escape closes; a click beside it does not, since
 * what may be read behind it should not be answered by accident. On closing, the focus returns to
 * the button that opened it.
 */
export function ConfirmDialog({
  title,
  text,
  close,
  children,
}: {
  title: string
  /** What will happen, in sentences or as a list. */
  text: ReactNode
  close(): void
  children: ReactNode
}) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const here = dialog.current
    if (!here || here.open) return
    here.showModal()
    here.querySelector<HTMLElement>('[data-keep]')?.focus()
  }, [])
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}text`}
      onClose={close}
      className={
        'm-auto max-h-[90dvh] w-[min(34rem,calc(100vw-2rem))] overflow-y-auto rounded-lg border ' +
        'border-line bg-surface p-4 text-left text-base font-normal text-ink shadow-xl ' +
        'backdrop:bg-black/50 sm:p-6'
      }
    >
      <h2 id={`${id}title`} className="text-lg font-bold">
        {title}
      </h2>
      <div id={`${id}text`} className="mt-2 mb-5 grid gap-2">
        {text}
      </div>
      {children}
    </dialog>
  )
}

/** The button of a question that leaves all as it is. */
export const KeepButton = ({ children }: { children: ReactNode }) => (
  <Button
    type="button"
    look="secondary"
    data-keep
    onClick={({ currentTarget }) => closeDialogOf(currentTarget)}
  >
    {children}
  </Button>
)
