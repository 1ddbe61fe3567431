import { residentId } from '@/lib/ops/seed/demo-people'

export type Answered = {
  status: number
  took: number
  body: Record<string, unknown> & { reference?: string; version?: number; type?: string }
}

/**
 * Calls the API of a desk with a key of the demo store's; says how long it took, in milliseconds.
 * Status 0: no answer within `patience`.
 */
export async function apiClient(address: string, patience = 30_000) {
  const { createKey } = await import('@/lib/api/keys/commands')
  const made = await createKey(
    null,
    { name: 'trial', role: 'staff', storeCodes: ['demo'], fullNumber: false, perMinute: 100_000 },
    new Date(),
  )
  if (!made.ok) throw new Error(made.refusal.code)
  const key = made.value.text
  const call = async (
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
    at = address,
  ): Promise<Answered> => {
    const began = Date.now()
    const answer = await fetch(`${at}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience),
    }).catch(() => null)
    const text = (await answer?.text().catch(() => '')) ?? ''
    return {
      status: answer?.status ?? 0,
      took: Date.now() - began,
      body: text.startsWith('{') ? JSON.parse(text) : {},
    }
  }
  return {
    key,
    call,
    open: (turn: number, headers?: Record<string, string>, at?: string) =>
      call('POST', '/requests', someRequest(turn), headers, at),
    withdraw: (
      reference: string,
      version: number,
      headers: Record<string, string> = {},
      at?: string,
    ) =>
      call(
        'POST',
        `/requests/${reference}/moves`,
        { move: 'withdraw', reason: 'other' },
        { 'if-match': `"${version}"`, ...headers },
        at,
      ),
  }
}

const someRequest = (turn: number) => ({
  store: 'demo',
  cardType: 'sim',
  channel: 'in_store',
  carrier: 'china-mobile',
  region: 'CN-SH',
  phoneNumber: `136${String(20_000_000 + turn)}`,
  holder: { name: '柳坚持', document: { type: 'resident_id', number: residentId(turn) } },
  contact: { phone: '+8613912345678' },
  reason: 'no_longer_needed',
  consent: true,
  keepNumber: false,
})
