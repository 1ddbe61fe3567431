'use client'
import { type RefObject, useRef, useState } from 'react'
import type { Preflight } from '@/lib/cancellation/queries/preflight'
import { plainNumber } from '@/lib/domain/identifiers/grouped'

/** Null when the server cannot be reached, which must not block the clerk. */
async function check(form: FormData): Promise<Preflight | null> {
  const answer = await fetch('/api/requests/check', { method: 'POST', body: form })
  return answer.ok ? ((await answer.json()) as Preflight) : null
}

type Told = Pick<Preflight, 'live' | 'refused'> & { number: string; unchecked: string | undefined }

/**
 * Has the server check the form so far. What is known of the number is asked once for each
 * number: such questions are counted, by the clerk (`number_check`).
 */
export function useLiveCheck(form: RefObject<HTMLFormElement | null>, pending: boolean) {
  const [preflight, setPreflight] = useState<Preflight | null>(null)
  const asking = useRef({ now: false, again: false })
  const told = useRef<Told | null>(null)

  async function askOnce(here: HTMLFormElement): Promise<Preflight | null> {
    const fields = new FormData(here)
    const number = plainNumber(String(fields.get('phoneNumber') ?? ''))
    const before = told.current?.number === number ? told.current : null
    if (before) fields.set('$numberChecked', 'true')
    const answer = await check(fields).catch(() => null)
    if (!answer) return null
    if (!before) {
      const { live, refused, warnings } = answer
      const { phoneNumber: warning } = warnings
      told.current = {
        number,
        live,
        refused,
        unchecked: warning === 'live_unchecked' ? warning : undefined,
      }
      return answer
    }
    const unchecked = before.unchecked && { phoneNumber: before.unchecked }
    const { live, refused } = before
    return { ...answer, live, refused, warnings: { ...answer.warnings, ...unchecked } }
  }

  /**
   * One check at a time: changes during it are checked together afterwards, and only the last
   * answer counts.
   */
  async function ask(here: HTMLFormElement) {
    asking.current.again = true
    if (asking.current.now) return
    asking.current.now = true
    let answer: Preflight | null = null
    while (asking.current.again) {
      asking.current.again = false
      answer = await askOnce(here)
    }
    asking.current.now = false
    setPreflight(answer)
  }

  function recheck() {
    const here = form.current
    if (!here || pending) return
    // After rendering, so that fields shown or hidden by the change are in or out of the form.
    requestAnimationFrame(() => void ask(here))
  }
  return { preflight, recheck }
}
