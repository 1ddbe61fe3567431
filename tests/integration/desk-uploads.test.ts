// A document sent from the desk: what is not yours is not found, and only who has no session any
// more is told so.
import { expect, it, vi } from 'vitest'
import { accountById } from '@/lib/accounts/queries'
import { createAccount } from '@/lib/accounts/commands'
import { currentViewer } from '@/lib/auth/viewer'
import { createStore } from '@/lib/stores/commands'
import { POST as begin } from '@/app/api/uploads/route'
import { opened } from '../factories/requests'

vi.mock('@/lib/auth/viewer', () => ({ currentViewer: vi.fn() }))

async function viewerAt(storeCode: string, role: 'staff' | 'admin' = 'staff') {
  const email = `${role}-${storeCode}@example.test`
  const password = 'a password of a clerk'
  const made = await createAccount({
    email,
    name: 'x',
    password,
    role,
    ...(role === 'staff' && { storeCode }),
  })
  if (!made.ok) throw new Error(made.refusal.code)
  return { ...(await accountById(made.value.id)), asleep: null } as never
}
async function sent(reference: string) {
  const about = { reference, side: 'desk', step: 'materials', material: 'payment_proof' }
  const metadata = Object.entries(about)
    .map(([name, value]) => `${name} ${btoa(value)}`)
    .join()
  const answer = await begin(
    new Request('http://desk.test/api/uploads', {
      method: 'POST',
      headers: { 'tus-resumable': '1.0.0', 'upload-length': '10', 'upload-metadata': metadata },
    }),
  )
  const text = await answer.text()
  return [answer.status, text && (JSON.parse(text) as object)]
}

it('is not found for another store’s request, an unknown one, or without the permission', async () => {
  const far = { nameZh: '远', nameEn: 'Far', addressZh: '远', addressEn: 'Far', phone: '1' }
  await createStore({ code: 'far', region: 'CN-SH', ...far })
  const { reference } = await opened()
  const notFound = [404, { fault: 'not_found' }]
  vi.mocked(currentViewer).mockResolvedValue(await viewerAt('far'))
  expect(await sent(reference)).toEqual(notFound)
  expect(await sent('23456789ABCD')).toEqual(notFound)
  expect(await sent('nonsense')).toEqual(notFound)
  vi.mocked(currentViewer).mockResolvedValue(await viewerAt('none', 'admin'))
  expect(await sent(reference)).toEqual(notFound)
  vi.mocked(currentViewer).mockResolvedValue(null)
  expect(await sent(reference)).toEqual([403, { fault: 'signed_out' }])
  vi.mocked(currentViewer).mockResolvedValue(await viewerAt('demo'))
  expect((await sent(reference))[0]).toBe(201)
})
