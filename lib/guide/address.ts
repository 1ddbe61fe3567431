import { type CardType, type Channel, cardTypes, channels } from '@/lib/domain/coded-values'

/** The public address of a path's guide: /guide/sim/in-store. */
export const pathAddress = (cardType: CardType, channel: Channel) =>
  `/guide/${cardType}/${channel.replace('_', '-')}`

/** The path of a guide's address, or null. */
export function pathAt(
  cardType: string,
  channel: string,
): { cardType: CardType; channel: Channel } | null {
  const foundCard = cardTypes.find((name) => name === cardType)
  const foundChannel = channels.find((name) => name.replace('_', '-') === channel)
  return foundCard && foundChannel ? { cardType: foundCard, channel: foundChannel } : null
}

/** The anchor of a section's item on its guide's page: /guide/sim/in-store#steps-card_return. */
export const anchorOf = (section: string, id: string) => `${section}-${id}`

type Items = readonly { id: string }[]
/** All anchors of a guide's page: sections and items. */
export const anchorsOf = (content: {
  reasons: Items
  materials: Items
  steps: Items
  aftercare: Items
}): string[] =>
  (['reasons', 'materials', 'steps', 'aftercare'] as const).flatMap((section) => [
    section,
    ...content[section].map(({ id }) => anchorOf(section, id)),
  ])

/** Pages that a text may link to, besides the guides. */
export const plainPages = ['/', '/guide', '/status', '/verify', '/find-store', '/privacy'] as const

export const picturePath = '/api/pictures/'
