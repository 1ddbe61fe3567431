'use client'
import { useRef, useState } from 'react'
import { jsonLines } from '@/components/forms/json-lines'
import type { BulkAct, BulkLine, Chosen } from '@/lib/cancellation/rules/bulk'

export type BulkRun = {
  act: BulkAct
  total: number
  lines: BulkLine[]
  state: 'running' | 'finished' | 'stopped' | 'failed'
}

/**
 * Runs a bulk action and follows its results line by line; stopping leaves the remaining requests
 * untouched.
 */
export function useBulk() {
  const [run, setRun] = useState<BulkRun | null>(null)
  const stopper = useRef<AbortController | null>(null)

  async function start(act: BulkAct, chosen: Chosen, assignee: string | undefined) {
    const abort = new AbortController()
    stopper.current = abort
    const end = (state: BulkRun['state']) => setRun((before) => before && { ...before, state })
    setRun({ act, total: 'rows' in chosen ? chosen.rows.length : 0, lines: [], state: 'running' })
    try {
      const response = await fetch('/api/requests/bulk', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ act, assignee, chosen }),
        signal: abort.signal,
      })
      if (!response.ok || !response.body) return end('failed')
      const total = Number(response.headers.get('x-total'))
      setRun((before) => before && { ...before, total })
      for await (const lines of jsonLines<BulkLine>(response.body))
        setRun((before) => before && { ...before, lines: [...before.lines, ...lines] })
      end('finished')
    } catch {
      end(abort.signal.aborted ? 'stopped' : 'failed')
    }
  }
  return { run, start, stop: () => stopper.current?.abort(), clear: () => setRun(null) }
}
