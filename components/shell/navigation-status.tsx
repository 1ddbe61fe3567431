'use client'
import {
  type ReactNode,
  createContext,
  use,
  useCallback,
  useEffect,
  useState,
  useTransition,
} from 'react'
import { useRouter } from '@/lib/i18n/navigation'

/** How long a page may take before it is said that it is being loaded, in milliseconds. */
const saidAfter = 300

type Begin = () => () => void
const Context = createContext<Begin>(() => () => {})

/**
 * Says, above the page and to screen readers, that the page that was asked for is not there yet. The
 * page before it stays usable; no part of the new one is sent ahead of it (ADR 48).
 */
export function NavigationStatus({ label, children }: { label: string; children: ReactNode }) {
  const [pending, setPending] = useState(0)
  const [said, say] = useState(false)
  const begin = useCallback(() => {
    setPending((count) => count + 1)
    return () => setPending((count) => count - 1)
  }, [])
  const isPending = pending > 0
  useEffect(() => {
    if (!isPending) return
    const timer = setTimeout(() => say(true), saidAfter)
    return () => {
      clearTimeout(timer)
      say(false)
    }
  }, [isPending])
  return (
    <Context value={begin}>
      <div role="status" className="no-print">
        {said && (
          <span className="fixed inset-x-0 top-0 z-50 h-1 overflow-hidden bg-accent-soft">
            <span className="block h-full w-1/3 animate-pending bg-accent" />
            <span className="sr-only">{label}</span>
          </span>
        )}
      </div>
      {children}
    </Context>
  )
}

/** Counts as a page that is asked for while `pending`. */
export function useNavigating(pending: boolean) {
  const begin = use(Context)
  useEffect(() => (pending ? begin() : undefined), [pending, begin])
}

/** Goes to a page as a link does: it is said when that takes a while. */
export function useGo() {
  const router = useRouter()
  const [pending, start] = useTransition()
  useNavigating(pending)
  return useCallback(
    (href: string, options?: { scroll: boolean }) => start(() => router.push(href, options)),
    [router],
  )
}
