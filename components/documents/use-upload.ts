'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Upload } from 'tus-js-client'
import { largestDocument, sentAtOnce } from '@/lib/documents/limits'

/** Where a file belongs, and who sends it. */
export type UploadTarget = { reference: string; step: string; material: string | null; side: 'customer' | 'desk' }

export type UploadState = { at: 'idle' | 'checking' | 'kept' } | { at: 'sending' | 'waiting'; percent: number } | { at: 'refused'; fault: string }

// After each of these many milliseconds it tries again by itself; then it waits for the line or a press of the button.
const retries = [500, 1500, 3000, 6000, 10_000]

/** Sends a file by tus: a broken line goes on where it broke, by itself when the line is back, and after a reload when the same file is chosen again. */
export function useUpload({ reference, step, material, side }: UploadTarget) {
  const router = useRouter()
  const [state, setState] = useState<UploadState>({ at: 'idle' })
  const upload = useRef<Upload | null>(null)
  const waiting = state.at === 'waiting'

  const goOn = useCallback(() => upload.current?.start(), [])
  useEffect(() => {
    if (!waiting) return
    window.addEventListener('online', goOn)
    return () => window.removeEventListener('online', goOn)
  }, [waiting, goOn])
  useEffect(() => () => void upload.current?.abort(), [])

  const send = useCallback(async (file: File) => {
    if (file.size > largestDocument) return setState({ at: 'refused', fault: 'document_too_large' })
    if (file.size === 0) return setState({ at: 'refused', fault: 'document_unreadable' })
    setState({ at: 'sending', percent: 0 })
    const { Upload } = await import('tus-js-client')
    let percent = 0
    const sending = new Upload(file, {
      endpoint: '/api/uploads',
      chunkSize: sentAtOnce,
      retryDelays: retries,
      metadata: { reference, step, side, ...(material && { material }) },
      fingerprint: async () => ['desk', reference, step, material, file.size, file.lastModified].join('|'),
      removeFingerprintOnSuccess: true,
      onProgress: (sent, all) => {
        percent = Math.floor((sent / all) * 100)
        setState(sent === all ? { at: 'checking' } : { at: 'sending', percent })
      },
      onError: (error) => {
        const answer = 'originalResponse' in error ? error.originalResponse : null
        const fault = answer && faultIn(answer.getBody())
        setState(fault ? { at: 'refused', fault } : { at: 'waiting', percent })
      },
      onSuccess: () => {
        setState({ at: 'kept' })
        router.refresh()
      },
    })
    upload.current = sending
    const [earlier] = await sending.findPreviousUploads()
    if (earlier) sending.resumeFromPreviousUpload(earlier)
    sending.start()
  }, [reference, step, material, side, router])

  return { state, send, goOn }
}

function faultIn(body: string): string | null {
  try {
    return (JSON.parse(body) as { fault?: string }).fault ?? null
  } catch {
    return null
  }
}
