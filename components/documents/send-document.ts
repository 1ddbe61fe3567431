import { Upload } from 'tus-js-client'
import { sentAtOnce } from '@/lib/documents/limits'

/** Where a file belongs, and who sends it. */
export type UploadTarget = { reference: string; step: string; material: string | null; side: 'customer' | 'desk' }

/** What is said while a file is sent: how far it is in percent, and whether its line broke (or the desk is `busy` with others) or the desk refused it. */
type Told = { sent(percent: number): void; broke(busy: boolean): void; refused(fault: string): void; kept(): void }

// After each of these many milliseconds it tries again by itself; then it waits for the line or a press of the button.
const retries = [500, 1500, 3000, 6000, 10_000]

/** Begins to send a file by tus, or goes on with what was sent of it before; the upload it gives can be started anew and stopped. */
export async function sendDocument(file: File, { reference, step, material, side }: UploadTarget, told: Told): Promise<Upload> {
  const upload = new Upload(file, {
    endpoint: '/api/uploads',
    chunkSize: sentAtOnce,
    retryDelays: retries,
    metadata: { reference, step, side, ...(material && { material }) },
    fingerprint: async () => ['desk', reference, step, material, file.size, file.lastModified].join('|'),
    removeFingerprintOnSuccess: true,
    onProgress: (sent, all) => told.sent(Math.floor((sent / all) * 100)),
    onError: (error) => {
      const answer = 'originalResponse' in error ? error.originalResponse : null
      const busy = answer?.getStatus() === 503 || answer?.getStatus() === 423
      const fault = answer && !busy && faultIn(answer.getBody())
      if (fault) told.refused(fault)
      else told.broke(busy)
    },
    onSuccess: told.kept,
  })
  const [earlier] = await upload.findPreviousUploads()
  if (earlier) upload.resumeFromPreviousUpload(earlier)
  upload.start()
  return upload
}

function faultIn(body: string): string | null {
  try {
    return (JSON.parse(body) as { fault?: string }).fault ?? null
  } catch {
    return null
  }
}
