import { dayOf } from '@/lib/domain/days'
import { rulebookOf } from '@/lib/carriers/rulebook/queries'
import { ruleFor } from '@/lib/carriers/rulebook/rules'
import { database } from '@/lib/db/client'
import { publishedRevision } from '@/lib/guide/queries/published'
import { type NotedKind, type Phase, type StepKind, isNoted } from '@/lib/domain/step-kinds'
import { materialsToNote, stepPhase } from '@/lib/guide/resolve'
import { circumstancesOf } from '@/lib/cancellation/rules/circumstances'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { demoIccid } from './demo-people'
import { type Actor, type Written, noteStep } from '@/lib/writer'

/** A bank account that nobody has: its number begins with zeros, as no card's does. */
export const demoAccount = {
  owner: '示例户名',
  bank: '示例银行上海分行',
  account: '0000 0000 0000 4325',
} as const

/** To the bank where the carrier offers that here, else to another number (P20). */
async function demoRefund({ carrier, region, cardType, channel }: RequestRecord) {
  const about = { region, cardType, channel, storeKind: null }
  const routes = ruleFor(await rulebookOf(carrier), 'refund', about)?.value.routes
  return !routes || routes.includes('bank_transfer')
    ? { route: 'bank_transfer', destination: demoAccount }
    : { route: 'other_number', destination: { number: '+8613800130000' } }
}

/** A successful outcome for each kind of step, for tests and the demo. */
export async function smoothOutcome(
  kind: NotedKind,
  record: RequestRecord,
  now: Date,
): Promise<Record<string, unknown>> {
  switch (kind) {
    case 'instruction':
      return { done: true }
    case 'materials': {
      const { content } = await publishedRevision(record.revisionId)
      return {
        items: Object.fromEntries(
          materialsToNote(content.materials, record.relation, circumstancesOf(record)).map(
            ({ id }) => [id, { state: 'present' }],
          ),
        ),
      }
    }
    case 'identity_check':
      return {
        matchedBy: 'carrier_record',
        applicantChecked: true,
        numberMatched: true,
        readBack: true,
      }
    case 'obligations': {
      const listed = await database().obligation.findMany({ where: { carrier: record.carrier } })
      return {
        items: Object.fromEntries(listed.map(({ code }) => [code, { state: 'not_applicable' }])),
      }
    }
    case 'balance':
      return { amount: '12.80', ...(await demoRefund(record)) }
    case 'advice':
      return { accountsUnbound: true, cannotBeUndone: true }
    case 'application_form':
      return { signed: true }
    case 'card_return':
      return { state: 'returned', iccid: demoIccid(record) }
    case 'device_unlock':
      return { state: 'not_locked' }
    case 'carrier_submission':
      return {
        carrierReference: 'DEMO-0001',
        submittedOn: dayOf(now),
        submittedAt: '10:00',
        passwordTypedByHolder: true,
        ...(record.channel === 'online' && { callOn: 'number' }),
      }
    case 'device_check':
      return { state: 'no_service' }
    case 'receipt':
      return { handedOver: 'printed' }
    case 'aftercare':
      return { ticked: ['receipt_kept'] }
  }
}

// Whatever the guide's order, these come last in their phase, because other steps must precede
// them.
const lastOfPhase: StepKind[] = ['card_return', 'carrier_submission', 'device_check']

/** Notes every step of a phase except those named; stops at the first refusal. */
export async function walkPhase(
  by: Actor,
  record: RequestRecord,
  phase: Phase,
  now: Date,
  but: readonly string[] = [],
): Promise<Written> {
  const { content } = await publishedRevision(record.revisionId)
  const steps = content.steps.filter(
    (step) => stepPhase(step, record.channel) === phase && !but.includes(step.id),
  )
  const ordered = [...steps].sort(
    (one, other) => lastOfPhase.indexOf(one.kind) - lastOfPhase.indexOf(other.kind),
  )
  let written: Written = { ok: true, value: record }
  for (const { id, kind } of ordered) {
    if (!isNoted(kind)) continue
    written = await noteStep({
      actor: by,
      seen: { reference: record.reference },
      step: id,
      input: await smoothOutcome(kind, record, now),
      now,
    })
    if (!written.ok) return written
  }
  return written
}
