'use client'
import { type ReactNode, createContext, useContext, useState } from 'react'
import { Button } from '@/components/ui/button'

type Tell = (saved: boolean) => void
const Telling = createContext<Tell>(() => {})

/** Says, or takes back, that a form was saved although its answer was lost. */
export const useSavedAfterAll = () => useContext(Telling)

/** Says over the page's foot that a form was saved whose line broke: the form itself may be gone from the page by then. */
export function SavedAfterAll({ text, close, children }: { text: string; close: string; children: ReactNode }) {
  const [saved, setSaved] = useState(false)
  return (
    <Telling value={setSaved}>
      {children}
      {saved && (
        <div role="status" className="no-print fixed inset-x-4 bottom-4 z-30 mx-auto flex max-w-xl flex-wrap items-center justify-between gap-3 rounded-md border border-good bg-good-soft px-4 py-2 shadow-lg">
          <span>{text}</span>
          <Button type="button" look="secondary" onClick={() => setSaved(false)}>{close}</Button>
        </div>
      )}
    </Telling>
  )
}
