'use client'
import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import type { FoundGroup } from '@/components/desk-search/found'

/** While somebody types on, nothing is asked: in milliseconds. */
const pause = 200

type Answer = { words: string; groups: FoundGroup[] | null }

/**
 * What the desk finds for the words typed so far; `state` says whether that is all, still on its
 * way, or could not be asked. Older answers are never shown for newer words.
 */
export function useDeskSearch(typed: string, searches: boolean) {
  const locale = useLocale()
  const words = typed.trim()
  const [answer, setAnswer] = useState<Answer>({ words: '', groups: [] })
  useEffect(() => {
    if (!searches || !words) return
    const asking = new AbortController()
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ q: words, locale })
      try {
        const response = await fetch(`/api/search?${query}`, { signal: asking.signal })
        if (!response.ok) throw new Error(String(response.status))
        setAnswer({ words, groups: ((await response.json()) as { groups: FoundGroup[] }).groups })
      } catch {
        if (!asking.signal.aborted) setAnswer({ words, groups: null })
      }
    }, pause)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [words, locale, searches])
  const settled = !searches || !words || answer.words === words
  return {
    groups: settled && words && searches ? (answer.groups ?? []) : [],
    state: !settled ? 'asking' : words && searches && !answer.groups ? 'failed' : 'told',
  } as const
}
