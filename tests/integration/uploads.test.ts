// Uploads through their routes: the upload that was asked about is the one that is touched.
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, it, vi } from 'vitest'
import { DELETE, HEAD, PATCH } from '@/app/api/uploads/[id]/route'
import { findUpload } from '@/lib/documents/uploads/queries'
import { addPart, startUpload } from '@/lib/documents/uploads/commands'
import { passFor } from '../factories/passes'
import { opened } from '../factories/requests'

const jar = new Map<string, { value: string }>()
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string) => jar.set(name, { value }),
  }),
}))
vi.mock('@/lib/auth/viewer', () => ({ currentViewer: async () => null }))
beforeEach(() => jar.clear())

const sent = Buffer.from('half')

/** A file of eight bytes of which four have come, with the reference of its request. */
async function halfSent() {
  const { id: requestId, reference } = await opened()
  const id = uuidv7()
  const place = { step: 'materials', material: 'identity_document', byCustomer: true }
  await startUpload({ id, requestId, ...place, length: 8 }, new Date())
  await addPart(id, 0, sent)
  return { id, reference }
}

/** Asks about the upload `id` of the path, at an address that goes on after it. */
const ask = (route: typeof HEAD, method: string, id: string, more: string, body?: string) =>
  route(
    new Request(`http://desk/api/uploads/${id}${more}`, {
      method,
      headers: {
        'tus-resumable': '1.0.0',
        ...(body && {
          'upload-offset': '4',
          'content-type': 'application/offset+octet-stream',
          'content-length': String(body.length),
        }),
      },
      ...(body && { body }),
    }),
    { params: Promise.resolve({ id }) },
  )

it('another’s upload cannot be read, continued or deleted through one’s own', async () => {
  const [mine, other] = [await halfSent(), await halfSent()]
  await addPart(mine.id, sent.length, Buffer.from('x'))
  await passFor(mine.reference, 'slip')
  for (const more of [`?x=/${other.id}`, `?/${other.id}/`, `?x=/${other.id}/?`]) {
    const read = await ask(HEAD, 'HEAD', mine.id, more)
    expect(read.headers.get('upload-offset'), more).toBe('5')
    await ask(PATCH, 'PATCH', mine.id, more, 'more')
    expect(await findUpload(other.id), more).toMatchObject({ received: 4 })
  }
  await ask(DELETE, 'DELETE', mine.id, `?x=/${other.id}`)
  expect(await findUpload(other.id)).toMatchObject({ received: 4 })
  expect(await findUpload(mine.id)).toBeNull()
})

it('one’s own upload can be read, continued and deleted', async () => {
  const { id, reference } = await halfSent()
  await passFor(reference, 'slip')
  expect((await ask(HEAD, 'HEAD', id, '')).headers.get('upload-offset')).toBe('4')
  expect((await ask(PATCH, 'PATCH', id, '', 'mo')).status).toBe(204)
  expect(await findUpload(id)).toMatchObject({ received: 6 })
  expect((await ask(DELETE, 'DELETE', id, '')).status).toBe(204)
  expect(await findUpload(id)).toBeNull()
})
