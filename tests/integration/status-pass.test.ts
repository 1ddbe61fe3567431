import { beforeEach, expect, it, vi } from 'vitest'
import { type PassKind, grantStatusPass, statusPassFor } from '@/lib/auth/status-pass'
import { amendRequest, reissueSlip } from '@/lib/cancellation/record'
import { must, opened, someInput, staff, tuesday } from '../factories/requests'

const jar = new Map<string, { value: string }>()
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string) => jar.set(name, { value }),
  }),
}))
beforeEach(() => jar.clear())

const contact = { phone: '+8613900139001' }
const elsewhere = { phone: '+8613900139002' }

async function letIn(by: Parameters<typeof grantStatusPass>[1]) {
  const { reference } = await opened({ contact })
  await grantStatusPass(reference, by)
  const amend = async (change: Parameters<typeof someInput>[0]) =>
    must(await amendRequest(await staff(), { reference }, someInput(change), tuesday))
  const opens = (): Promise<PassKind | null> => statusPassFor(reference)
  const replaceSlip = async () => must(await reissueSlip(await staff(), reference, tuesday))
  return { amend, opens, replaceSlip }
}

it.each([
  ['phone', 'phone'],
  ['code', 'slip'],
] as const)('a pass by the %s ends when the contact becomes another, and only then', async (by, kind) => {
  const { amend, opens, replaceSlip } = await letIn(by)
  await replaceSlip()
  await amend({ contact, reason: 'privacy' })
  expect(await opens()).toBe(kind)
  await amend({ contact: elsewhere })
  expect(await opens()).toBeNull()
})

it('a pass by the slip ends with the slip, whatever the contact becomes', async () => {
  const { amend, opens, replaceSlip } = await letIn('slip')
  await amend({ contact: elsewhere })
  expect(await opens()).toBe('slip')
  await replaceSlip()
  expect(await opens()).toBeNull()
})
