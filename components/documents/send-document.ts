import { Upload } from 'tus-js-client'
import { largestDocument, uploadChunkBytes } from '@/lib/documents/limits'

/** The target of an upload, and who sends it. */
export type UploadTarget = {
  reference: string
  step: string
  material: string | null
  side: 'customer' | 'desk'
}

/**
 * Callbacks of an upload: progress in percent, interruption (a broken connection, or the desk is
 * `busy`), refusal.
 */
type UploadCallbacks = {
  sent(percent: number): void
  broke(busy: boolean): void
  refused(fault: string): void
  kept(): void
}

// Automatic retries after these pauses in milliseconds; then it waits for the connection or a
// click.
const retries = [500, 1500, 3000, 6000, 10_000]

/**
 * Faults that are detectable before sending; loaded with the upload code, once a file is chosen.
 */
const faultOf = ({ size }: File) =>
  size > largestDocument ? 'document_too_large' : size === 0 ? 'document_unreadable' : null

/**
 * An upload in progress: `start` resumes it, which also happens automatically when the connection
 * returns.
 */
type Sending = { start(): void; abort(): void }

/** Starts or resumes an upload by tus; null for a file that is refused immediately. */
export async function sendDocument(
  file: File,
  { reference, step, material, side }: UploadTarget,
  callbacks: UploadCallbacks,
): Promise<Sending | null> {
  const wrong = faultOf(file)
  if (wrong) {
    callbacks.refused(wrong)
    return null
  }
  const resume = () => {
    removeEventListener('online', resume)
    upload.start()
  }
  const upload = new Upload(file, {
    endpoint: '/api/uploads',
    chunkSize: uploadChunkBytes,
    retryDelays: retries,
    metadata: { reference, step, side, ...(material && { material }) },
    fingerprint: async () =>
      ['desk', reference, step, material, file.size, file.lastModified].join('|'),
    removeFingerprintOnSuccess: true,
    onProgress: (sent, all) => callbacks.sent(Math.floor((sent / all) * 100)),
    onError: (error) => {
      const answer = 'originalResponse' in error ? error.originalResponse : null
      const busy = answer?.getStatus() === 503 || answer?.getStatus() === 423
      const fault = answer && !busy && faultIn(answer.getBody())
      if (fault) callbacks.refused(fault)
      else {
        callbacks.broke(busy)
        addEventListener('online', resume)
      }
    },
    onSuccess: callbacks.kept,
  })
  const [earlier] = await upload.findPreviousUploads()
  if (earlier) upload.resumeFromPreviousUpload(earlier)
  upload.start()
  const abort = () => {
    removeEventListener('online', resume)
    void upload.abort()
  }
  return { start: resume, abort }
}

function faultIn(body: string): string | null {
  try {
    return (JSON.parse(body) as { fault?: string }).fault ?? null
  } catch {
    return null
  }
}
