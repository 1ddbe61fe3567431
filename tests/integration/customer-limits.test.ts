// What one customer's pass may have the desk do: bounded by the request and how it was opened, so
// that nobody who came by another way feels it.
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { askForCode, withdraw } from '@/app/[locale]/(public)/status/[reference]/actions'
import { GET as receiptPdf } from '@/app/api/status/[reference]/receipt/route'
import { database } from '@/lib/db/client'
import { type FormState, idle } from '@/lib/forms/form-state'
import { newSubmissionId, submissionField } from '@/lib/form-submissions/ids'
import { passFor } from '../factories/passes'
import { completed, opened } from '../factories/requests'

const jar = new Map<string, { value: string }>()
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string) => jar.set(name, { value }),
  }),
  headers: async () => new Headers(),
}))
vi.mock('next-intl/server', async () => {
  const { createTranslator } = await import('next-intl')
  type Asked = { locale: 'en' | 'zh-CN'; namespace: 'status' }
  const getTranslations = async ({ locale, namespace }: Asked) => {
    const { default: messages } = await import(`@/lib/i18n/messages/${locale}/index.ts`)
    return createTranslator({ locale, messages, namespace })
  }
  return { getTranslations, getLocale: async () => 'zh-CN' }
})
vi.mock('@/components/requests/receipt-pdf-answer', () => ({
  receiptPdfAnswer: async () => new Response('a receipt'),
}))
vi.mock('@/lib/auth/viewer', () => ({ currentViewer: async () => null }))
beforeEach(async () => {
  jar.clear()
  await database().$executeRaw`delete from attempt`
  await database().formSend.deleteMany()
})

describe('forms by a pass', () => {
  /** Sends a form that the desk refuses; each is another sending. */
  async function send(action: typeof withdraw, reference: string): Promise<FormState> {
    const form = new FormData()
    form.set('$reference', reference)
    form.set('$version', '999')
    form.set(submissionField, newSubmissionId())
    return action(idle, form)
  }
  const isLimited = (state: FormState) => state.status === 'refused' && state.code === 'too_many'
  const most = 30

  it('are limited and leave no rows beyond; other requests are not affected', async () => {
    const { reference } = await opened()
    const other = await opened()
    await passFor(reference, 'slip')
    await passFor(other.reference, 'slip')
    const answers: FormState[] = []
    for (let turn = 0; turn < most + 10; turn += 1) answers.push(await send(withdraw, reference))
    expect(answers.slice(0, most).some(isLimited)).toBe(false)
    expect(answers.slice(most).every(isLimited)).toBe(true)
    expect(await database().formSend.count()).toBe(most)
    expect(isLimited(await send(withdraw, other.reference))).toBe(false)
  })

  it('by the phone’s last four digits do not use up those by the slip', async () => {
    const { reference } = await opened()
    await passFor(reference, 'phone')
    for (let turn = 0; turn < most + 10; turn += 1) await send(askForCode, reference)
    expect(await database().formSend.count()).toBe(most)
    await passFor(reference, 'slip')
    expect(isLimited(await send(withdraw, reference))).toBe(false)
  })
})

it('limits PDFs of a receipt and says when to try again', async () => {
  const { reference } = await completed()
  const other = await completed()
  await passFor(reference, 'slip')
  await passFor(other.reference, 'slip')
  const get = (of: string, language: string) =>
    receiptPdf(new Request('http://desk/', { headers: { 'accept-language': language } }), {
      params: Promise.resolve({ reference: of }),
    })
  const statuses: number[] = []
  for (let turn = 0; turn < 13; turn += 1) statuses.push((await get(reference, 'en')).status)
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429, 429])
  const [inEnglish, inChinese] = [await get(reference, 'en'), await get(reference, 'zh-CN')]
  expect(Number(inEnglish.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await inEnglish.text()).toContain('15 minutes')
  expect(await inChinese.text()).toContain('15 分钟')
  expect((await get(other.reference, 'en')).status).toBe(200)
})
