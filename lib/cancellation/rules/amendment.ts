import type { OpenInput } from './schemas'

type Tree = { [key: string]: unknown }
/** A value below a tree that a form gave; undefined where there is none. */
export const at = (tree: unknown, key: string): unknown =>
  typeof tree === 'object' && tree !== null ? (tree as Tree)[key] : undefined

/**
 * Fills empty fields of an amendment with the recorded values: full document and card numbers are
 * never sent to the page (I7, L2), so an empty one means "unchanged". A changed document type
 * requires a new number.
 */
export function withKeptNumbers(asked: Tree, before: OpenInput): Tree {
  const kept = { ...asked }
  kept.holder = withKeptDocument(asked.holder, before.holder)
  if (asked.applicant && before.applicant.relation !== 'self')
    kept.applicant = withKeptDocument(asked.applicant, before.applicant)
  if (asked.cardType === before.cardType)
    kept.card = { ...before.card, ...(asked.card as Tree | undefined) }
  return kept
}

/** The same for one person's document. */
export function withKeptDocument(
  asked: unknown,
  before: { document: OpenInput['holder']['document'] },
): unknown {
  const document = at(asked, 'document')
  const same = at(document, 'type') === before.document.type && !at(document, 'number')
  if (!same) return asked
  const { number, birthDate } = before.document
  const kept = { ...(birthDate && { birthDate }), ...(document as Tree), number }
  return { ...(asked as Tree), document: kept }
}
