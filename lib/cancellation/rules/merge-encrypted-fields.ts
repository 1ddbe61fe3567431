import { carriedOver } from './guide-change'
import type { AnyFacts } from './events'
import { type Move, isMove } from './workflow'

type EncryptedFields = Record<string, unknown> & {
  notes?: Record<string, unknown>
  moves?: Record<string, unknown>
}

/**
 * The personal part of a record after one more event. Opening and amending replace everything, a
 * note replaces its step's values, a move stores its words under its name, and an amendment drops
 * the notes that depended on the amended values.
 */
export function mergeEncryptedFields(
  before: EncryptedFields | null,
  type: string,
  facts: AnyFacts,
  said: EncryptedFields | null,
): EncryptedFields | null {
  if (type === 'note' && facts.step) return withNote(before, facts.step, said)
  // Another phone for the carrier's call stands where the submission named the first.
  if (type === 'note_call' && facts.step && said?.callPhone)
    return withNote(before, facts.step, {
      ...(before?.notes?.[facts.step] as EncryptedFields | undefined),
      callPhone: said.callPhone,
    })
  if (type === 'open') return said
  if (type === 'change_guide')
    return (
      before && {
        ...before,
        ...(before.notes && { notes: carriedOver(before.notes, facts.carried ?? {}) }),
      }
    )
  if (type === 'amend') {
    const notes = withoutKeys(before?.notes, facts.undone ?? [])
    return { ...said, ...(notes && { notes }), ...(before?.moves && { moves: before.moves }) }
  }
  if (isMove(type) && said)
    return { ...before, moves: { ...before?.moves, [type satisfies Move]: said } }
  return before
}

function withNote(
  before: EncryptedFields | null,
  step: string,
  said: EncryptedFields | null,
): EncryptedFields | null {
  // Values that can no longer be decrypted stay null.
  if (!before && !said) return null
  const { notes: earlier, ...rest } = before ?? {}
  const notes = {
    ...withoutKeys(earlier, [step]),
    ...(said && Object.keys(said).length > 0 && { [step]: said }),
  }
  return { ...rest, ...(Object.keys(notes).length > 0 && { notes }) }
}

function withoutKeys(map: Record<string, unknown> | undefined, keys: string[]) {
  if (!map) return undefined
  const kept = Object.entries(map).filter(([key]) => !keys.includes(key))
  return kept.length ? Object.fromEntries(kept) : undefined
}
