import { materialsToNote } from '@/lib/guide/resolve'
import type { Bilingual } from '@/lib/guide/schemas'
import type { Refusal } from '@/lib/result'
import { circumstancesOf } from './circumstances'
import type { RequestRecord, StoredDocument } from './request-record'
import type { Situation } from './situation'

/**
 * What a copy of a document belongs to: a material that is asked for, or a step about which the
 * customer was asked.
 */
export type DocumentPlace = { step: string; material: string | null }

export type DocumentRefusal = Refusal<
  'not_yours' | 'ended' | 'wrong_state' | 'too_many_documents' | 'not_found'
>

/** Copies that one request may hold. */
export const mostDocuments = 30

type Judged = Pick<Situation, 'actor' | 'guide'> & { record: RequestRecord }

/**
 * Where copies may be added now: before review each material that is asked for (F5, F7, F19), later
 * only what the customer was asked.
 */
export function placesOf({ guide, record }: Pick<Judged, 'guide' | 'record'>): DocumentPlace[] {
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

/** Whether this actor may add a copy here now: null, or the typed no. */
export function judgeDocument(
  { step, material }: DocumentPlace,
  judged: Judged,
): DocumentRefusal | null {
  if (!mayTouch(judged)) return { code: 'not_yours' }
  if (judged.record.endedAt) return { code: 'ended' }
  if (!placesOf(judged).some((place) => place.step === step && place.material === material))
    return { code: 'wrong_state' }
  return documentsOf(judged.record).length < mostDocuments ? null : { code: 'too_many_documents' }
}

/**
 * Whether this actor may take a copy away again: while more could be added, and a customer only
 * what the customer sent.
 */
export function judgeDropping(id: string, judged: Judged): DocumentRefusal | null {
  if (!mayTouch(judged)) return { code: 'not_yours' }
  const stored = documentsOf(judged.record).find((document) => document.id === id)
  if (!stored || (judged.actor.kind === 'customer' && !stored.byCustomer))
    return { code: 'not_found' }
  if (judged.record.endedAt) return { code: 'ended' }
  return placesOf(judged).length ? null : { code: 'wrong_state' }
}

/** The copies that the request holds; those that were purged are still told of. */
export const documentsOf = ({
  documents,
}: Pick<RequestRecord, 'documents'>): readonly StoredDocument[] => documents ?? []

/** Whether a copy came for this step since the customer was last asked. */
export const answeredByDocument = (
  record: Pick<RequestRecord, 'documents' | 'sentBack'>,
  step: string,
) =>
  documentsOf(record).some(
    (document) => document.step === step && document.round === record.sentBack,
  )

/** What a copy is of, in the guide's words: the material, or the step about which was asked. */
export function titleOfPlace(
  { steps, materials }: Situation['guide'],
  { step, material }: DocumentPlace,
): Bilingual {
  const found =
    (material && materials.find(({ id }) => id === material)) || steps.find(({ id }) => id === step)
  return found ? found.title : { zh: material ?? step, en: material ?? step }
}
