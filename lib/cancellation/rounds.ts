import type { StoredDocument } from './facts'
import { isMove, sendsBack } from './workflow'

/** One thing that a reviewer asked for, and what came of it; `photos`: copies that came with it. */
export type AskedItem = { step: string; asked: string; answer: string | null; photos: number }

/** One time that a request was sent back with questions; `answeredAt` is null while it waits. */
export type Round = { askedAt: string; answeredAt: string | null; items: AskedItem[] }

/** A move with the words that it said, as far as they can still be opened. */
export type SpokenMove = {
  type: string
  at: string
  personal: { items?: Words[]; answers?: Words[] } | null
}
type Words = { step: string; words?: string }

/**
 * The rounds of asking and answering in a request's history, oldest first. `moves`: all that send a
 * request back, and the answers, in their order; a photo belongs to the round in which it came.
 */
export function roundsIn(
  moves: readonly SpokenMove[],
  documents: readonly StoredDocument[],
): Round[] {
  const rounds: Round[] = []
  let sentBack = 0
  let open: Round | null = null
  for (const { type, at, personal } of moves) {
    if (isMove(type) && sendsBack.includes(type)) sentBack += 1
    if (type === 'ask') {
      const round = sentBack
      const photosOf = (step: string) =>
        documents.filter((document) => document.step === step && document.round === round).length
      const items = (personal?.items ?? []).flatMap(({ step, words }) =>
        words ? [{ step, asked: words, answer: null, photos: photosOf(step) }] : [],
      )
      open = { askedAt: at, answeredAt: null, items }
      rounds.push(open)
    } else if (type === 'supply' && open) {
      open.answeredAt = at
      for (const item of open.items) {
        item.answer = personal?.answers?.find(({ step }) => step === item.step)?.words ?? null
      }
      open = null
    } else open = null
  }
  return rounds
}
