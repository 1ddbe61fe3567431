import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FormTextsProvider } from './texts'

/** Provides the forms below it with their texts from the catalogue. */
export async function FormTexts({ children }: { children: ReactNode }) {
  const { faults, demands, settings, documents, walk, words } = await getMessages()
  const { busy, cancel } = settings
  const texts = {
    faults,
    demands: { missing: demands.missing, todo: demands.todo },
    settings: { busy, cancel },
    leaving: faults.leaving,
    upload: documents.upload,
    submission: walk.submission,
    aftercare: words.aftercare,
    colon: words.colon,
    calendar: words.calendar,
  }
  return <FormTextsProvider texts={texts}>{children}</FormTextsProvider>
}
