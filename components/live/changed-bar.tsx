'use client'
import { Button } from '@/components/ui/button'

/**
 * Says that the shown data have changed, with a button that reloads them; fixed over the footer, so
 * that nothing moves.
 */
export function ChangedBar({
  text,
  button,
  onShow,
}: {
  text: string
  button: string
  onShow: () => void
}) {
  return (
    <div
      role="status"
      className={
        'no-print fixed inset-x-4 bottom-4 z-30 mx-auto flex max-w-xl flex-wrap items-center ' +
        'justify-between gap-3 rounded-md border border-accent bg-accent-soft px-4 py-2 ' +
        'shadow-lg'
      }
    >
      <span>{text}</span>
      <Button type="button" look="secondary" onClick={onShow}>
        {button}
      </Button>
    </div>
  )
}
