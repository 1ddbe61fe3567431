/** The columns by which a guide is named: what it is for, and whose it is. */
export const guideColumns = {
  id: true,
  cardType: true,
  channel: true,
  carrier: true,
  region: true,
} as const
