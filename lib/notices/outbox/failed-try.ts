import { NotAccepted, neverReached } from '../gateways/gateway'
import { mostTries } from './states'

/**
 * Classifies a failed attempt. `over`: no further attempt. `uncertain`: a gateway that disconnected
 * or timed out may have accepted it, so that another attempt may be a duplicate.
 */
export const failedTry = (error: unknown, tries: number) => ({
  over: (error instanceof NotAccepted && error.forGood) || tries >= mostTries,
  uncertain: !(error instanceof NotAccepted || neverReached(error)),
})
