import { Server } from '@tus/server'
import { v7 as uuidv7 } from 'uuid'
import { uploaderOf } from '@/lib/auth/uploader'
import { currentViewer } from '@/lib/auth/viewer'
import { documentHome } from '@/lib/cancellation/queries/documents'
import { largestDocument } from '@/lib/documents/limits'
import { bytesOfUpload, findUpload } from '@/lib/documents/uploads/queries'
import { DatabaseUploads, type UploadHome } from '@/lib/documents/uploads/store'
import { dropUpload } from '@/lib/documents/uploads/commands'
import { readReference } from '@/lib/domain/identifiers/reference'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { isPictureQueueFull, secondsUntilRoom } from '@/lib/photos/picture-queue'
import { takeDocument } from '@/lib/api/take-document'

const fault = (status: number, code: string) => ({
  status_code: status,
  body: JSON.stringify({ fault: code }),
})
const answerOf = ({ status_code, body }: ReturnType<typeof fault>) =>
  new Response(body, { status: status_code })

/**
 * A server for one upload: for a new one, which has a home, or for `id`, which was asked about. By
 * itself it would take the last part of the whole address, be it of the query.
 */
const serverFor = (home: UploadHome | null, id?: string) =>
  new Server({
    path: '/api/uploads',
    relativeLocation: true,
    datastore: new DatabaseUploads(home),
    maxSize: largestDocument,
    namingFunction: () => uuidv7(),
    getFileIdFromRequest: () => id,
    onUploadFinish: async (_, { id }) => {
      const refusal = await finish(id)
      if (refusal) throw fault(refusal === 'busy' ? 503 : 422, refusal)
      return {}
    },
    onResponseError: (_, error) =>
      'body' in error && !error.body.startsWith('{') && error.status_code === 413
        ? fault(413, 'document_too_large')
        : undefined,
  })

/** Not yours means not found; who has no pass or session any more is told to come in again. */
async function refusedTo(byCustomer: boolean, notFound: string): Promise<Response> {
  if (byCustomer) return answerOf(fault(403, 'pass_over'))
  return answerOf((await currentViewer()) ? fault(404, notFound) : fault(403, 'signed_out'))
}

/** Begins an upload (tus 1.0, creation): what it is of stands in its metadata. */
export async function begin(request: Request): Promise<Response> {
  const {
    reference: typed = '',
    step = '',
    material = '',
    side,
  } = metadataOf(request.headers.get('upload-metadata') ?? '')
  const reference = readReference(typed)
  const byCustomer = side !== 'desk'
  const by = reference ? await uploaderOf(reference, byCustomer) : null
  if (!reference || !by) return refusedTo(byCustomer, 'not_found')
  const place = { step, material: material || null }
  const home = await documentHome(by, reference, place, new Date())
  if (!home.ok) return answerOf(fault(422, home.refusal.code))
  return serverFor({ requestId: home.value.requestId, ...place, byCustomer }).handleWeb(request)
}

/**
 * Goes on with an upload, says how far it has come, or forgets it: for whoever may send to its
 * request.
 */
export async function goOn(request: Request, id: string): Promise<Response> {
  const found = isUuid(id) ? await findUpload(id) : null
  if (!found) return answerOf(fault(404, 'upload_gone'))
  if (!(await uploaderOf(found.reference, found.byCustomer))) {
    return refusedTo(found.byCustomer, 'upload_gone')
  }
  const answer = await serverFor(null, id).handleWeb(request)
  // Whole already, but the process that took the last byte ended before it could keep it.
  const refusal =
    request.method === 'HEAD' && found.received === found.length ? await finish(id) : null
  // Locked, and not 503: the tus client would take that for an upload that is gone, and send all of
  // it again.
  if (refusal === 'busy')
    return new Response(null, {
      status: 423,
      headers: { 'retry-after': String(secondsUntilRoom), 'tus-resumable': '1.0.0' },
    })
  return refusal ? answerOf(fault(422, refusal)) : answer
}

/**
 * Makes the document of a file that is whole; the file is forgotten, whatever it was, unless too
 * many others are at work.
 */
async function finish(id: string): Promise<string | null> {
  if (isPictureQueueFull()) return 'busy'
  const found = await findUpload(id)
  const by = found && (await uploaderOf(found.reference, found.byCustomer))
  const sent = found && (await bytesOfUpload(found))
  if (!found || !by || !sent) return 'upload_gone'
  const refusal = await takeDocument(
    by,
    found.reference,
    { step: found.step, material: found.material },
    id,
    sent,
    new Date(),
  )
  if (refusal !== 'busy') await dropUpload(id)
  return refusal
}

const metadataOf = (header: string): Partial<Record<string, string>> =>
  Object.fromEntries(
    header
      .split(',')
      .map((pair) => pair.trim().split(' '))
      .map(([name, value = '']) => [name, Buffer.from(value, 'base64').toString()]),
  )
