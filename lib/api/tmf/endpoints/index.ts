import type { Operation } from '../../operation'
import { cancelOrder } from './cancel-order'
import { placeOrder } from './place-order'
import { readOrder } from './read-order'
import { registerListener } from './register-listener'
import { removeListener } from './remove-listener'

/**
 * The face of TMF622 (docs/tmf622.md): calls of their own, outside the desk's description of its
 * API.
 */
export const orderOperations: readonly Operation[] = [
  placeOrder,
  readOrder,
  cancelOrder,
  registerListener,
  removeListener,
]
