import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { UploadTarget } from './send-document'

export type UploadState =
  | { at: 'idle' | 'checking' | 'kept' }
  | { at: 'sending'; percent: number }
  | { at: 'waiting'; percent: number; busy: boolean }
  | { at: 'refused'; fault: string }

/**
 * Uploads a file. It resumes after an interruption: automatically when the connection returns, and
 * after a reload when the same file is chosen again.
 */
export function useUpload({ reference, step, material, side }: UploadTarget) {
  const router = useRouter()
  const [state, setState] = useState<UploadState>({ at: 'idle' })
  const upload = useRef<{ start(): void; abort(): void } | null>(null)

  const resume = useCallback(() => upload.current?.start(), [])
  useEffect(() => () => void upload.current?.abort(), [])

  const send = useCallback(
    async (file: File) => {
      setState({ at: 'sending', percent: 0 })
      const { sendDocument } = await import('./send-document')
      upload.current = await sendDocument(
        file,
        { reference, step, material, side },
        {
          sent: (percent) =>
            setState(percent === 100 ? { at: 'checking' } : { at: 'sending', percent }),
          broke: (busy) =>
            setState((before) => ({
              at: 'waiting',
              percent: 'percent' in before ? before.percent : 100,
              busy,
            })),
          refused: (fault) => setState({ at: 'refused', fault }),
          kept: () => {
            setState({ at: 'kept' })
            router.refresh()
          },
        },
      )
    },
    [reference, step, material, side, router],
  )

  return { state, send, resume }
}
