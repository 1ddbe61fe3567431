import { DeskRefused, NotAccepted, neverReached } from '../gateways/gateway'
import { mostTries } from './states'

/**
 * Classifies a failed attempt. `held`: the operator has to mend the gateway first; it waits for
 * that, however long. `over`: no further attempt. `uncertain`: a gateway that disconnected or timed
 * out may have accepted it, so that another attempt may be a duplicate.
 */
export function failedTry(error: unknown, tries: number) {
  const held = error instanceof DeskRefused
  return {
    held,
    over: !held && ((error instanceof NotAccepted && error.forGood) || tries >= mostTries),
    uncertain: !(held || error instanceof NotAccepted || neverReached(error)),
  }
}
