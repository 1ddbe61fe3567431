import { accountById } from '@/lib/accounts/queries'
import { dayOf } from '@/lib/domain/days'
import { type Actor, type Written, makeMove, noteCall, openRequest } from '@/lib/writer'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { type OpenInput, openSchema } from '@/lib/cancellation/rules/schemas'
import type { CardType, Channel } from '@/lib/domain/coded-values'
import { database } from '@/lib/db/client'
import { residentId } from '@/lib/ops/seed/demo-people'
import { walkPhase } from '@/lib/ops/seed/demo-walk'

/** A Tuesday at the counter, 10:00 in Shanghai. */
export const tuesday = new Date('2026-03-10T02:00:00Z')

let serial = 0

/** What a customer asks for who has nothing special; numbers differ from call to call. */
export function someInput(
  change: Partial<Record<keyof OpenInput, unknown>> = {},
  now = tuesday,
): OpenInput {
  serial += 1
  return openSchema(dayOf(now)).parse({
    store: 'demo',
    cardType: 'sim',
    channel: 'in_store',
    carrier: 'china-mobile',
    region: 'CN-SH',
    phoneNumber: `1380013${String(serial).padStart(4, '0')}`,
    holder: { name: '柳测试', document: { type: 'resident_id', number: residentId(serial) } },
    contact: { phone: '+8613900139001' },
    reason: 'no_longer_needed',
    consent: true,
    keepNumber: false,
    ...change,
  })
}

/** The path's card type, channel, and a carrier and region that offer it. */
export const paths: { cardType: CardType; channel: Channel; carrier: string; region: string }[] = [
  { cardType: 'sim', channel: 'in_store', carrier: 'china-mobile', region: 'CN-SH' },
  { cardType: 'sim', channel: 'online', carrier: 'china-mobile', region: 'CN-GD' },
  { cardType: 'esim', channel: 'in_store', carrier: 'china-telecom', region: 'CN-JS' },
  { cardType: 'esim', channel: 'online', carrier: 'china-telecom', region: 'CN-SH' },
]

export const by = async (email: string): Promise<Actor & { kind: 'account'; name: string }> => {
  const row = await database().account.findUniqueOrThrow({ where: { email } })
  const account = await accountById(row.id)
  if (!account) throw new Error(`${email} is disabled`)
  return { kind: 'account', ...account }
}
export const staff = () => by('staff@example.test')
export const reviewer = () => by('reviewer@example.test')

export function must(written: Written): RequestRecord {
  if (!written.ok)
    throw new Error(
      `refused: ${written.refusal.code} ${written.refusal.unmet?.join(', ') ?? ''} ` +
        `${JSON.stringify(written.refusal.errors ?? {})}`,
    )
  return written.value
}

type People = { clerk: Actor; judge: Actor }
/** The demo store's people. */
const demoPeople = async (): Promise<People> => ({ clerk: await staff(), judge: await reviewer() })

/** A request opened by the demo store's clerk, or another one. */
export const opened = async (
  change: Parameters<typeof someInput>[0] = {},
  now = tuesday,
  clerk?: Actor,
) =>
  must(await openRequest({ actor: clerk ?? (await staff()), input: someInput(change, now), now }))

/** A request with every step before review noted, and submitted. */
export async function submitted(
  change: Parameters<typeof someInput>[0] = {},
  now = tuesday,
  clerk?: Actor,
) {
  const who = clerk ?? (await staff())
  const record = await opened(change, now, who)
  must(await walkPhase(who, record, 'before_review', now))
  return must(
    await makeMove({
      actor: who,
      seen: { reference: record.reference },
      move: 'submit',
      input: { slipSigned: record.contact.printedSlipOnly },
      now,
    }),
  )
}

/** A request taken from the counter to its receipt. */
export async function completed(
  change: Parameters<typeof someInput>[0] = {},
  now = tuesday,
  people?: People,
) {
  const { clerk, judge } = people ?? (await demoPeople())
  const { reference, call } = await submitted(change, now, clerk)
  // Where the carrier rings back, somebody answered (P15).
  if (call)
    must(await noteCall({ actor: clerk, seen: { reference }, input: { call: 'answered' }, now }))
  must(
    await makeMove({
      actor: judge,
      seen: { reference },
      move: 'approve',
      input: { carrierResult: 'OK' },
      now,
    }),
  )
  const approved = await database().request.findUniqueOrThrow({ where: { reference } })
  must(await walkPhase(clerk, approved.record as unknown as RequestRecord, 'after_approval', now))
  const record = must(
    await makeMove({
      actor: judge,
      seen: { reference },
      move: 'complete',
      input: { confirmation: 'C-1', on: dayOf(now) },
      now,
    }),
  )
  must(await walkPhase(clerk, record, 'after_completion', now))
  return record
}
