import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FormTextsProvider } from './texts'

/** Gives the forms below it their texts, as they stand in the catalogue. */
export async function FormTexts({ children }: { children: ReactNode }) {
  const { faults, demands, settings: { busy, secretTitle, secretText }, documents: { upload }, walk: { submission }, words: { aftercare } } = await getMessages()
  return <FormTextsProvider texts={{ faults, demands, settings: { busy, secretTitle, secretText }, upload, submission, aftercare }}>{children}</FormTextsProvider>
}
