'use client'
import { Button } from '@/components/ui/button'

/** Says that what is shown has changed since, with the button that shows it. */
export function ChangedBar({ text, button, onShow }: { text: string; button: string; onShow: () => void }) {
  return (
    <div role="status" className="no-print sticky top-2 z-10 mb-4 flex flex-wrap items-center justify-between gap-3 rounded-md border border-accent bg-accent-soft px-4 py-2 shadow-sm">
      <span>{text}</span>
      <Button type="button" look="secondary" onClick={onShow}>{button}</Button>
    </div>
  )
}
