import { type CardType, type Channel, cardTypes, channels } from '@/lib/cancellation/words'

/** The public address of a path's guide: /guide/sim/in-store. */
export const pathAddress = (cardType: CardType, channel: Channel) => `/guide/${cardType}/${channel.replace('_', '-')}`

/** The path that an address names, or null. */
export function pathAt(cardType: string, channel: string): { cardType: CardType; channel: Channel } | null {
  const foundCard = cardTypes.find((name) => name === cardType)
  const foundChannel = channels.find((name) => name.replace('_', '-') === channel)
  return foundCard && foundChannel ? { cardType: foundCard, channel: foundChannel } : null
}
