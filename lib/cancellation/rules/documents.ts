import { materialsToNote } from '@/lib/guide/resolve'
import type { Bilingual } from '@/lib/guide/schemas'
import type { Refusal } from '@/lib/result'
import { circumstancesOf } from './circumstances'
import type { RequestRecord, StoredDocument } from './request-record'
import { type Situation, worksAtStore } from './situation'

/**
 * What a document copy belongs to: a requested material, or a step that the customer was asked
 * about.
 */
export type DocumentPlace = { step: string; material: string | null }

export type DocumentRefusal = Refusal<
  'not_yours' | 'ended' | 'wrong_state' | 'too_many_documents' | 'not_found'
>

/** Maximum number of copies per request. */
export const maxDocuments = 30

type Judged = Pick<Situation, 'actor' | 'guide'> & { record: RequestRecord }

/**
 * Stands in the place of a material for a copy of the carrier's own message: evidence that staff
 * add while the request is with the carrier (P15), under the submission to it.
 */
export const carrierMessage = 'carrier-message'
export const isCarrierMessage = ({ material }: Pick<DocumentPlace, 'material'>) =>
  material === carrierMessage

const isWithCarrier = ({ state, channel }: RequestRecord) =>
  state === 'closing' || (state === 'in_review' && channel === 'online')

/** The place of a copy of the carrier's message; null where the guide submits nothing to it. */
export function messagePlace({ steps }: Pick<Situation['guide'], 'steps'>): DocumentPlace | null {
  const step = steps.find(({ kind }) => kind === 'carrier_submission')
  return step ? { step: step.id, material: carrierMessage } : null
}

/**
 * Where copies may be added now: before review for each requested material (F5, F7, F19), later
 * only for the steps that the customer was asked about; with the carrier, its message.
 */
export function placesOf({ guide, record }: Pick<Judged, 'guide' | 'record'>): DocumentPlace[] {
  const message = isWithCarrier(record) ? messagePlace(guide) : null
  if (message) return [message]
  if (record.state === 'needs_info')
    return record.asked.map(({ step }) => ({ step, material: null }))
  const step = record.state === 'open' && guide.steps.find(({ kind }) => kind === 'materials')
  return step
    ? materialsToNote(guide.materials, record.relation, circumstancesOf(record)).map(({ id }) => ({
        step: step.id,
        material: id,
      }))
    : []
}

const mayTouch = ({ actor }: Judged) =>
  actor.capacities.some(
    (capacity) => capacity === 'staff' || capacity === 'reviewer' || capacity === 'customer',
  )

/** Whether this actor may add a copy here now: null, or the refusal. */
export function judgeDocument(
  { step, material }: DocumentPlace,
  judged: Judged,
): DocumentRefusal | null {
  if (!mayTouch(judged)) return { code: 'not_yours' }
  if (isCarrierMessage({ material }) && !worksAtStore(judged.actor)) return { code: 'not_yours' }
  if (judged.record.endedAt) return { code: 'ended' }
  if (!placesOf(judged).some((place) => place.step === step && place.material === material))
    return { code: 'wrong_state' }
  return documentsOf(judged.record).length < maxDocuments ? null : { code: 'too_many_documents' }
}

/**
 * Whether this actor may remove a copy: only while copies may be added, and customers only their
 * own.
 */
export function judgeRemoval(id: string, judged: Judged): DocumentRefusal | null {
  if (!mayTouch(judged)) return { code: 'not_yours' }
  const stored = documentsOf(judged.record).find((document) => document.id === id)
  if (!stored || (judged.actor.kind === 'customer' && !stored.byCustomer))
    return { code: 'not_found' }
  if (judged.record.endedAt) return { code: 'ended' }
  // The carrier's message is removed while one could be added, and papers while papers could be.
  return placesOf(judged).some((place) => isCarrierMessage(place) === isCarrierMessage(stored))
    ? null
    : { code: 'wrong_state' }
}

/** The request's copies, including entries whose image was purged. */
export const documentsOf = ({
  documents,
}: Pick<RequestRecord, 'documents'>): readonly StoredDocument[] => documents ?? []

/** Whether a copy for this step arrived since the customer was last asked. */
export const answeredByDocument = (
  record: Pick<RequestRecord, 'documents' | 'sentBack'>,
  step: string,
) =>
  documentsOf(record).some(
    (document) => document.step === step && document.round === record.sentBack,
  )

/**
 * The guide's title of a copy for its reader: the material, or the step that was asked about, which
 * is called differently for staff.
 */
export function titleOfPlace(
  { steps, materials }: Situation['guide'],
  { step, material }: DocumentPlace,
  reader: 'customer' | 'staff',
): Bilingual {
  const requested = material ? materials.find(({ id }) => id === material) : undefined
  if (requested) return requested.title
  const asked = steps.find(({ id }) => id === step)
  if (!asked) return { zh: material ?? step, en: material ?? step }
  return reader === 'staff' ? asked.staff.title : asked.title
}
