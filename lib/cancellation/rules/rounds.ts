import type { StoredDocument } from './request-record'
import { isMove, sendsBack } from './workflow'

/** One thing that a reviewer asked for, and what came of it; `photos`: copies that came with it. */
export type AskedItem = { step: string; asked: string; answer: string | null; photos: number }

/** One time that a request was sent back with questions; `answeredAt` is null while it waits. */
export type Round = { askedAt: string; answeredAt: string | null; items: AskedItem[] }

/** A move, or a change of the guide, with the words that it said, as far as they can be opened. */
export type SpokenMove = {
  type: string
  at: string
  personal: { items?: Words[]; answers?: Words[] } | null
  /** Of a move to a newer guide: where each noted step went, null where it is gone. */
  carried?: Record<string, string | null>
}
type Words = { step: string; words?: string }

/**
 * The rounds of asking and answering in a request's history, oldest first, at the steps of the
 * guide that it has now. `moves`: all that send a request back, the answers and the changes of the
 * guide, in their order; a photo belongs to the round in which it came.
 */
export function roundsIn(
  moves: readonly SpokenMove[],
  documents: readonly StoredDocument[],
): Round[] {
  const rounds: { round: number; asked: Round }[] = []
  let sentBack = 0
  let open: Round | null = null
  for (const { type, at, personal, carried } of moves) {
    if (carried) {
      // As the record carries its own: what has no place in the new guide keeps its name.
      for (const item of rounds.flatMap(({ asked }) => asked.items)) {
        item.step = carried[item.step] ?? item.step
      }
      continue
    }
    if (isMove(type) && sendsBack.includes(type)) sentBack += 1
    if (type === 'ask') {
      const items = (personal?.items ?? []).flatMap(({ step, words }) =>
        words ? [{ step, asked: words, answer: null, photos: 0 }] : [],
      )
      open = { askedAt: at, answeredAt: null, items }
      rounds.push({ round: sentBack, asked: open })
    } else if (type === 'supply' && open) {
      open.answeredAt = at
      for (const item of open.items) {
        item.answer = personal?.answers?.find(({ step }) => step === item.step)?.words ?? null
      }
      open = null
    } else open = null
  }
  const photosOf = (at: string, came: number) =>
    documents.filter(({ step, round }) => step === at && round === came).length
  return rounds.map(({ round, asked }) => ({
    ...asked,
    items: asked.items.map((item) => ({ ...item, photos: photosOf(item.step, round) })),
  }))
}
