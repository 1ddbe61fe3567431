import type { StoredDocument } from './request-record'
import { isMove, sendsBack } from './workflow'

/** An item that a reviewer asked for, with its answer; `photos`: number of copies sent with it. */
export type AskedItem = { step: string; asked: string; answer: string | null; photos: number }

/** One round of questions to the customer; `answeredAt` is null while waiting. */
export type Round = { askedAt: string; answeredAt: string | null; items: AskedItem[] }

/** A move or guide change with its words, where they can be decrypted. */
export type SpokenMove = {
  type: string
  at: string
  personal: { items?: Words[]; answers?: Words[] } | null
  /** For a guide change: the new id of each noted step, null where it is gone. */
  carried?: Record<string, string | null>
}
type Words = { step: string; words?: string }

/**
 * The rounds of questions and answers in a request's history, oldest first, under the step ids of
 * its current guide. `moves`: all moves that send a request back, the answers and the guide
 * changes, in order; a photo belongs to the round in which it arrived.
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
      // Like the record itself: a step without a counterpart in the new guide keeps its id.
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
