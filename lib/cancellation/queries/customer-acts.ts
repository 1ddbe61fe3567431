import { hoursOn } from '@/lib/carriers/rulebook/windows'
import { dayOf } from '@/lib/domain/days'
import type { Day } from '@/lib/domain/days'
import { publishedRevision } from '@/lib/guide/queries/published'
import type { Bilingual } from '@/lib/guide/schemas'
import { outcomeWithReference } from '../rules/carrier-reference'
import {
  type DocumentPlace,
  documentsOf,
  judgeDocument,
  placesOf,
  titleOfPlace,
} from '../rules/documents'
import type { Refund, RequestRecord, StoredDocument } from '../rules/request-record'
import { actorAt } from '../rules/actor'
import { judgeDuty } from '../rules/duties'
import { judgeNote } from '../rules/judge-note'
import type { Personal, StepWords } from '../rules/particulars'
import type { JudgedActor, Situation } from '../rules/situation'
import type { Rating } from '@/lib/domain/coded-values'
import type { DemandsOf } from '../rules/workflow'
import { offeredMoves } from './offered-moves'
import { policyAt } from './policy'

/** What a photo may be sent for, with the guide's title, and the copies so far. */
export type CustomerPlace = DocumentPlace & { title: Bilingual; documents: StoredDocument[] }

type StepToNote = { id: string; outcome: Record<string, unknown> }

/**
 * `atCarrier`: only possible through carrier and store; `cardHere`: a card was handed in and must
 * be collected.
 */
type Withdrawal = { atCarrier: boolean; cardHere: boolean }

/** The refund, and where it goes: the account masked (P20). */
type CustomerRefund = Refund & {
  mayConfirm: boolean
  destination: StepWords['destination'] | undefined
}

/** What a customer can do with a request from home. */
export type CustomerActs = {
  version: number
  /** Null when it can no longer be withdrawn. */
  withdraw: Withdrawal | null
  supply: boolean
  submit: { unmet: readonly DemandsOf<'submit'>[] } | null
  submission:
    | (StepToNote & {
        hours: { from: string; to: string } | null
        callBack: { contact: boolean; phone: null } | null
      })
    | null
  aftercare: (StepToNote & { esim: boolean }) | null
  /** The refund once it is pending; null where there is none. */
  refund: CustomerRefund | null
  /** The customer's rating; null if not given yet, undefined before completion. */
  rating?: Rating | null
  places: CustomerPlace[]
  today: Day
}

/** What this request's customer can do now, by the same rules as for any other actor. */
export async function customerActs(
  storeId: string,
  record: RequestRecord,
  personal: Personal | null,
  now: Date,
): Promise<CustomerActs | null> {
  const policy = await policyAt(storeId, record)
  if (!policy) return null
  const { content: guide } = await publishedRevision(record.revisionId)
  const situation: Situation & { record: RequestRecord } = {
    record,
    guide,
    policy,
    actor: actorAt({ kind: 'customer', requestId: record.id }, storeId),
    input: {},
    today: dayOf(now),
  }
  const offered = offeredMoves(situation)
  const noted = (kind: 'carrier_submission' | 'aftercare') => {
    const step = guide.steps.find((one) => one.kind === kind)
    if (!step || judgeNote(step.id, situation) !== null) return null
    return { id: step.id, outcome: outcomeWithReference(record, personal, step.id) }
  }
  const submission = noted('carrier_submission')
  const aftercare = noted('aftercare')
  const submit = offered.find(({ move }) => move === 'submit')
  return {
    version: record.version,
    withdraw: offered.some(({ move }) => move === 'withdraw') ? withdrawalOf(record) : null,
    supply: offered.some(({ move }) => move === 'supply'),
    submit: submit ? { unmet: submit.unmet as DemandsOf<'submit'>[] } : null,
    submission: submission && {
      ...submission,
      hours: hoursOn(situation.today, policy.window),
      // Whoever reads the status need not be who named another phone.
      callBack: policy.callBack && { contact: record.contact.phone, phone: null },
    },
    aftercare: aftercare && { ...aftercare, esim: record.cardType === 'esim' },
    refund: refundFor(record, personal, situation.actor),
    rating: record.state === 'completed' ? (record.rating ?? null) : undefined,
    places: placesOf(situation)
      .filter((place) => judgeDocument(place, situation) === null)
      .map((place) => ({
        ...place,
        title: titleOfPlace(guide, place, 'customer'),
        documents: documentsOf(record).filter(
          ({ step, material, round }) =>
            step === place.step && material === place.material && round === record.sentBack,
        ),
      })),
    today: situation.today,
  }
}

const withdrawalOf = ({ channel, steps, card }: RequestRecord): Withdrawal => ({
  atCarrier:
    channel === 'online' && Object.values(steps).some(({ kind }) => kind === 'carrier_submission'),
  cardHere: card !== null && card.gone === null,
})

function refundFor(
  record: RequestRecord,
  personal: Personal | null,
  actor: JudgedActor,
): CustomerRefund | null {
  if (
    !record.refund ||
    record.refund.state === 'none' ||
    (record.state !== 'closing' && record.state !== 'completed')
  )
    return null
  const notes = Object.values(personal?.notes ?? {})
  return {
    ...record.refund,
    destination: notes.find((note) => note.destination)?.destination,
    mayConfirm:
      judgeDuty('note_refund', { refund: 'paid', words: undefined }, record, actor) === null,
  }
}
