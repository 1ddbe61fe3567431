'use client'
import { useRef, useState } from 'react'
import { jsonLines } from '@/components/forms/json-lines'
import type { PaperFault } from '@/lib/cancellation/rules/paper'

export type PaperLine = {
  line: number
  done: boolean
  reference?: string
  code?: string
  unmet?: string[]
  errors?: Record<string, string>
}
export type PaperState =
  | { at: 'idle' | 'looking' | 'failed' }
  | { at: 'faulty'; faults: PaperFault[]; count: number }
  | { at: 'looked'; rows: number }
  | { at: 'running' | 'finished' | 'stopped' | 'broken'; total: number; lines: PaperLine[] }

/**
 * Has a file of requests validated, then recorded row by row; stopping leaves the remaining rows
 * unrecorded.
 */
export function usePaper(store: string) {
  const [state, setState] = useState<PaperState>({ at: 'idle' })
  const stopper = useRef<AbortController | null>(null)
  const send = (file: Blob, look: boolean, signal?: AbortSignal) =>
    fetch(`/api/requests/import?store=${encodeURIComponent(store)}${look ? '&look' : ''}`, {
      method: 'POST',
      body: file,
      ...(signal && { signal }),
    })

  async function refused(answer: Response) {
    const said =
      answer.status === 422 || answer.status === 413
        ? ((await answer.json()) as { faults: PaperFault[]; count?: number })
        : null
    setState(
      said
        ? { at: 'faulty', faults: said.faults, count: said.count ?? said.faults.length }
        : { at: 'failed' },
    )
  }

  async function look(file: Blob) {
    setState({ at: 'looking' })
    const answer = await send(file, true).catch(() => null)
    if (!answer) return setState({ at: 'failed' })
    if (!answer.ok) return refused(answer)
    setState({ at: 'looked', rows: ((await answer.json()) as { rows: number }).rows })
  }

  async function record(file: Blob) {
    const abort = new AbortController()
    stopper.current = abort
    let lines: PaperLine[] = []
    let total = 0
    try {
      const answer = await send(file, false, abort.signal)
      if (!answer.ok || !answer.body) return refused(answer)
      total = Number(answer.headers.get('x-total'))
      setState({ at: 'running', total, lines })
      for await (const more of jsonLines<PaperLine>(answer.body)) {
        lines = [...lines, ...more]
        setState({ at: 'running', total, lines })
      }
      setState({ at: 'finished', total, lines })
    } catch {
      setState({ at: abort.signal.aborted ? 'stopped' : 'broken', total, lines })
    }
  }
  return {
    state,
    look,
    record,
    stop: () => stopper.current?.abort(),
    clear: () => setState({ at: 'idle' }),
  }
}
