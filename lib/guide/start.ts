import {
  type CardType,
  type Channel,
  cardTypes,
  channels,
  isCardType,
  isChannel,
} from '@/lib/domain/coded-values'

/** Reasons for considering a cancellation; for some of them it is the wrong choice (P6, P7). */
export const startWishes = ['keep', 'phone', 'lost', 'leave'] as const
export type StartWish = (typeof startWishes)[number]

export type StartAnswers = { wish?: string; card?: string; channel?: string }

/** The next question, advice against cancelling, or the matching path. */
export type StartStep =
  | { ask: 'wish'; options: readonly StartWish[] }
  | { ask: 'card'; options: readonly CardType[] }
  | { ask: 'channel'; options: readonly Channel[] }
  | { advise: Exclude<StartWish, 'leave'> }
  | { lead: { cardType: CardType; channel: Channel } }

/** The next step for the answers so far. Invalid answers count as missing. */
export function startStep({ wish, card, channel }: StartAnswers): StartStep {
  if (!isWish(wish)) return { ask: 'wish', options: startWishes }
  if (wish !== 'leave') return { advise: wish }
  if (!card || !isCardType(card)) return { ask: 'card', options: cardTypes }
  if (!channel || !isChannel(channel)) return { ask: 'channel', options: channels }
  return { lead: { cardType: card, channel } }
}

const isWish = (word: string | undefined): word is StartWish =>
  (startWishes as readonly (string | undefined)[]).includes(word)
