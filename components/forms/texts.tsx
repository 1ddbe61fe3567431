'use client'
import type { Messages } from 'next-intl'
import { type ReactNode, createContext, useContext, useState } from 'react'
import { ChangedBar } from '@/components/live/changed-bar'

/**
 * The texts of forms for staff and customers. All of them without placeholders, which would require
 * next-intl's formatter in the browser (ADR 22).
 */
export type Texts = Pick<Messages, 'faults'> & {
  demands: Pick<Messages['demands'], 'missing' | 'todo'>
  settings: Pick<Messages['settings'], 'busy' | 'cancel'>
  leaving: Messages['faults']['leaving']
  upload: Messages['documents']['upload']
  submission: Messages['walk']['submission']
  aftercare: Messages['words']['aftercare']
  colon: Messages['words']['colon']
  calendar: Messages['words']['calendar']
}

/** Shows or hides the message that a form was saved although its response was lost. */
type Telling = { tellSaved(saved: boolean): void }

const Given = createContext<(Texts & Telling) | null>(null)

export function FormTextsProvider({ texts, children }: { texts: Texts; children: ReactNode }) {
  const [saved, tellSaved] = useState(false)
  const { savedAfterAll, close } = texts.faults
  return (
    <Given value={{ ...texts, tellSaved }}>
      {children}
      {saved && <ChangedBar text={savedAfterAll} button={close} onShow={() => tellSaved(false)} />}
    </Given>
  )
}

/** The texts of forms, in the reader's language; throws outside of `FormTexts`. */
export function useFormTexts(): Texts & Telling {
  const texts = useContext(Given)
  if (!texts) throw new Error('a form is outside of FormTexts')
  return texts
}

/** Localizes a fault code; an unknown one becomes "invalid". */
export function useFault() {
  const { faults } = useFormTexts()
  return (code: string) => textIn(faults, code) ?? faults.invalid
}

/** Words an unmet demand: what is missing, and what to do about it, null where nothing can be. */
export function useDemand() {
  const { demands, colon } = useFormTexts()
  const missing = (name: string) => textIn(demands.missing, name) ?? name
  const todo = (name: string) => textIn(demands.todo, name)
  /** Both in one line. */
  const line = (name: string) => [missing(name), todo(name)].filter(Boolean).join(colon)
  return { missing, todo, line }
}

function textIn(texts: object, key: string): string | null {
  const found: unknown = Object.hasOwn(texts, key) ? texts[key as keyof typeof texts] : null
  return typeof found === 'string' ? found : null
}
