import { NotAccepted, neverReached } from '../gateways/gateway'
import { mostTries } from './states'

/**
 * What a try that failed means for the message. `over`: there is no further one. `uncertain`: a
 * gateway that was cut off, or took too long, may have taken it, and a further try may be its
 * second.
 */
export const failedTry = (error: unknown, tries: number) => ({
  over: (error instanceof NotAccepted && error.forGood) || tries >= mostTries,
  uncertain: !(error instanceof NotAccepted || neverReached(error)),
})
