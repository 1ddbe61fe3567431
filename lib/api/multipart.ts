import { beginningOf } from '@/lib/forms/storable-text'
import { limitedBody } from '@/lib/forms/limited-body'
import { largestDocument } from '@/lib/documents/limits'
import { isPictureQueueFull, secondsUntilRoom } from '@/lib/photos/picture-queue'
import { maxFaults, pointerOf } from './faults'
import { type Problem, problem } from './problem'

const roomForParts = 16 * 1024

/** The form that `multipartBody` takes, as JSON Schema. */
export const documentForm = {
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      type: 'string',
      format: 'binary',
      description: 'JPEG, PNG, WebP or PDF, 20 MB at most',
    },
    material: { type: 'string', description: 'Of the step that asks for materials' },
    step: {
      type: 'string',
      description: 'Needed without a material: a step about which the customer was asked',
    },
  },
}

/** A file and what it is of: a material (of the step that asks for materials), or a step. */
export type Sent = { file: Uint8Array; step: string | null; material: string | null }

const unknownField = (name: string) => ({
  pointer: pointerOf([beginningOf(name, 40)]),
  code: 'unknown_field',
})

/**
 * A body of multipart/form-data with one `file`, and its `material`, its `step` or both. `raw`: the
 * same for the same content, whatever the boundary.
 */
export async function multipartBody(
  request: Request,
): Promise<{ raw: Uint8Array; value: Sent } | Problem> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type)) return problem('media_type')
  if (isPictureQueueFull()) return problem('busy', { retryAfter: secondsUntilRoom })
  const bytes = await limitedBody(request, largestDocument + roomForParts)
  if (!bytes) return problem('too_large')
  const form = await new Response(Buffer.from(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null)
  if (!form) return problem('invalid', { faults: [{ pointer: '', code: 'invalid' }] })
  const unknown = new Set(form.keys())
  for (const name of ['file', 'step', 'material']) unknown.delete(name)
  const file = form.get('file')
  const named = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value ? value : null
  }
  const [step, material] = [named('step'), named('material')]
  const faults = [
    ...[...unknown].slice(0, maxFaults).map(unknownField),
    ...(file instanceof Blob ? [] : [{ pointer: '/file', code: 'required' }]),
    ...(step || material ? [] : [{ pointer: '/material', code: 'required' }]),
  ]
  if (faults.length || !(file instanceof Blob)) {
    return problem('invalid', { faults: faults.slice(0, maxFaults) })
  }
  if (file.size > largestDocument) return problem('too_large')
  const content = new Uint8Array(await file.arrayBuffer())
  return {
    raw: Buffer.concat([Buffer.from(JSON.stringify([step, material])), content]),
    value: { file: content, step, material },
  }
}
