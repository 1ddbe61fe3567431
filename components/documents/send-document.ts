import { Upload } from 'tus-js-client'
import { largestDocument, sentAtOnce } from '@/lib/documents/limits'

/** Where a file belongs, and who sends it. */
export type UploadTarget = {
  reference: string
  step: string
  material: string | null
  side: 'customer' | 'desk'
}

/**
 * What is said while a file is sent: how far it is in percent, and whether its line broke (or the
 * desk is `busy` with others) or the desk refused it.
 */
type Told = {
  sent(percent: number): void
  broke(busy: boolean): void
  refused(fault: string): void
  kept(): void
}

// After each of these many milliseconds it tries again by itself; then it waits for the line or a
// press of the button.
const retries = [500, 1500, 3000, 6000, 10_000]

/**
 * What can be told of a file before any of it is sent; loaded with the rest of the sending, once a
 * file is chosen.
 */
const faultOf = ({ size }: File) =>
  size > largestDocument ? 'document_too_large' : size === 0 ? 'document_unreadable' : null

/** A file on its way: `start` goes on with it, as it does by itself once the line is back. */
type Sending = { start(): void; abort(): void }

/**
 * Begins to send a file by tus, or goes on with what was sent of it before; null for a file that is
 * refused at once.
 */
export async function sendDocument(
  file: File,
  { reference, step, material, side }: UploadTarget,
  told: Told,
): Promise<Sending | null> {
  const wrong = faultOf(file)
  if (wrong) {
    told.refused(wrong)
    return null
  }
  const goOn = () => {
    removeEventListener('online', goOn)
    upload.start()
  }
  const upload = new Upload(file, {
    endpoint: '/api/uploads',
    chunkSize: sentAtOnce,
    retryDelays: retries,
    metadata: { reference, step, side, ...(material && { material }) },
    fingerprint: async () =>
      ['desk', reference, step, material, file.size, file.lastModified].join('|'),
    removeFingerprintOnSuccess: true,
    onProgress: (sent, all) => told.sent(Math.floor((sent / all) * 100)),
    onError: (error) => {
      const answer = 'originalResponse' in error ? error.originalResponse : null
      const busy = answer?.getStatus() === 503 || answer?.getStatus() === 423
      const fault = answer && !busy && faultIn(answer.getBody())
      if (fault) told.refused(fault)
      else {
        told.broke(busy)
        addEventListener('online', goOn)
      }
    },
    onSuccess: told.kept,
  })
  const [earlier] = await upload.findPreviousUploads()
  if (earlier) upload.resumeFromPreviousUpload(earlier)
  upload.start()
  const abort = () => {
    removeEventListener('online', goOn)
    void upload.abort()
  }
  return { start: goOn, abort }
}

function faultIn(body: string): string | null {
  try {
    return (JSON.parse(body) as { fault?: string }).fault ?? null
  } catch {
    return null
  }
}
