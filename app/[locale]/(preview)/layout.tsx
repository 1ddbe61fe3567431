import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FormTexts } from '@/components/forms/form-texts'

export const metadata: Metadata = { robots: { index: false } }

/**
 * Around pages that are looked at in a frame: the words of a clerk's steps, and nothing of the
 * desk's own, such as its navigation or its lock.
 */
export default async function PreviewLayout({ children }: { children: ReactNode }) {
  const { walk, words, documents } = await getMessages()
  return (
    <NextIntlClientProvider messages={{ walk, words, documents }}>
      <FormTexts>
        <main id="content" className="mx-auto w-full max-w-7xl flex-1 px-4 py-6 sm:px-6">
          {children}
        </main>
      </FormTexts>
    </NextIntlClientProvider>
  )
}
