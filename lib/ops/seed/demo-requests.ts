import { accountById } from '@/lib/accounts/queries'
import { type Day, addDays, dayOf } from '@/lib/domain/days'
import {
  type Actor,
  type Written,
  makeMove,
  noteCall,
  noteStep,
  noteWaiting,
  openRequest,
} from '@/lib/writer'
import type { LaterMove } from '@/lib/cancellation/rules/move-inputs'
import { openSchema } from '@/lib/cancellation/rules/schemas'
import { database } from '@/lib/db/client'
import { demoStoreCode } from './demo-accounts'
import { demoInput } from './demo-people'
import { walkPhase } from './demo-walk'

/** The state that a demo request is taken to. */
type Fate =
  | 'fresh'
  | 'half'
  | 'in_review'
  | 'needs_info'
  | 'closing'
  | 'pre_cancelled'
  | 'completed'
  | 'rejected'
  | 'withdrawn'

const fates: Fate[] = [
  'completed',
  'completed',
  'rejected',
  'withdrawn',
  'completed',
  'pre_cancelled',
  'completed',
  'closing',
  'rejected',
  'completed',
  'needs_info',
  'closing',
  'pre_cancelled',
  'withdrawn',
  'in_review',
  'completed',
  'in_review',
  'needs_info',
  'half',
  'in_review',
  'half',
  'fresh',
  'in_review',
  'fresh',
]

const byEmail = async (email: string): Promise<Actor> => {
  const row = await database().account.findUniqueOrThrow({ where: { email } })
  const account = await accountById(row.id)
  if (!account) throw new Error(`${email} is disabled`)
  return { kind: 'account', ...account }
}

/**
 * Creates two dozen requests over all states through the writer, the oldest about three weeks old.
 */
export async function seedDemoRequests(now: Date) {
  const staff = await byEmail('staff@example.test')
  const reviewer = await byEmail('reviewer@example.test')
  for (const [index, fate] of fates.entries()) {
    const began = new Date(now.getTime() - (fates.length - index) * 20 * 3_600_000)
    await makeOne(staff, reviewer, index, fate, began)
  }
}

async function makeOne(staff: Actor, reviewer: Actor, index: number, fate: Fate, began: Date) {
  const at = (hours: number) => new Date(began.getTime() + hours * 3_600_000)
  const input = openSchema(dayOf(began)).parse({
    store: demoStoreCode,
    ...demoInput(index, fate === 'pre_cancelled'),
  })
  const { reference, ...opened } = recordOf(await openRequest({ actor: staff, input, now: began }))
  const move = async (by: Actor, name: LaterMove, what: Record<string, unknown>, hours: number) =>
    recordOf(
      await makeMove({ actor: by, seen: { reference }, move: name, input: what, now: at(hours) }),
    )

  if (fate === 'fresh') return
  if (fate === 'half') return walkHalfway(staff, reference, at(0.2), dayOf(began))
  recordOf(await walkPhase(staff, { reference, ...opened }, 'before_review', at(0.3)))
  if (fate === 'withdrawn')
    return move(staff, 'withdraw', { reason: 'changed_mind', carrierCancelledIt: true }, 0.5)
  const submitted = await move(staff, 'submit', { slipSigned: opened.contact.printedSlipOnly }, 0.5)
  // One of those in review waits for the carrier's call, which was missed once; others had theirs.
  if (submitted.call) {
    const call = index === fates.indexOf('in_review', 15) ? 'missed' : 'answered'
    recordOf(await noteCall({ actor: staff, seen: { reference }, input: { call }, now: at(1) }))
  }
  if (fate === 'in_review')
    return index === fates.lastIndexOf('in_review')
      ? recordOf(
          await noteWaiting({ actor: staff, reference, customerWaiting: true, now: at(0.6) }),
        )
      : undefined
  if (fate === 'needs_info')
    return move(
      reviewer,
      'ask',
      { items: [{ step: 'materials', words: '证件复印件看不清，请重新提供。' }] },
      2,
    )
  if (fate === 'rejected')
    return move(
      reviewer,
      'reject',
      {
        reason: 'identity_not_matched',
        words: '登记的机主与证件不一致，请先到营业厅办理实名变更。',
      },
      2,
    )
  await move(reviewer, 'approve', { carrierResult: 'DEMO-OK' }, 2)
  if (fate === 'pre_cancelled') return move(reviewer, 'note_pre_cancelled', { on: dayOf(at(3)) }, 3)
  if (fate === 'closing') return
  recordOf(await walkPhase(staff, { reference, ...opened }, 'after_approval', at(3)))
  await move(reviewer, 'complete', { confirmation: `DEMO-${1000 + index}`, on: dayOf(at(4)) }, 4)
}

async function walkHalfway(staff: Actor, reference: string, at: Date, day: Day) {
  const outcome = {
    items: {
      arrears: {
        state: 'cleared',
        payment: { amount: '35.50', way: 'payment_app', number: 'DEMO-PAY-0001' },
      },
      contract: {
        state: 'waiting',
        waitsFor: 'nobody',
        clearsOn: addDays(day, 40),
        nextDay: true,
      },
      bundle: {
        state: 'waiting',
        waitsFor: 'customer',
        why: '主卡名下还有一张副卡',
        lifts: '先注销副卡，或把副卡转为独立号码',
      },
    },
  }
  recordOf(
    await noteStep({
      actor: staff,
      seen: { reference },
      step: 'identity_check',
      input: {
        matchedBy: 'carrier_record',
        applicantChecked: true,
        numberMatched: true,
        readBack: true,
      },
      now: at,
    }),
  )
  recordOf(
    await noteStep({
      actor: staff,
      seen: { reference },
      step: 'obligations',
      input: outcome,
      now: at,
    }),
  )
}

function recordOf(written: Written) {
  if (!written.ok)
    throw new Error(
      `demo request: ${written.refusal.code} ${written.refusal.unmet?.join(', ') ?? ''}`,
    )
  return written.value
}
