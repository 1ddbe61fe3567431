import { type CardType, type Channel, type Circumstance, circumstances } from './coded-values'

/**
 * The circumstances that can come up on a path: no card is handed over online, and no device is
 * looked at for a SIM.
 */
export const circumstancesOn = (cardType: CardType, channel: Channel): Circumstance[] =>
  circumstances.filter((one) =>
    one === 'card_gone'
      ? cardType === 'sim' && channel === 'in_store'
      : one === 'device_gone'
        ? cardType === 'esim' && channel === 'in_store'
        : true,
  )
