import { PlainError } from '@/lib/plain-error'

/**
 * One message on its way: `id` is the same at every try, so that whoever takes it can tell a second
 * one.
 */
export type Outgoing = { id: string; to: string; subject: string; text: string }

/**
 * Takes a message to where it goes; returns once it was accepted. Throws `NotAccepted`, or any
 * error when it is not known.
 */
export interface Gateway {
  send(message: Outgoing): Promise<void>
}

type Broken = { code?: string; syscall?: string; command?: string; cause?: unknown }
const unreached = ['ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'EDNS']

/**
 * Whether an error of a gateway is known to have come before anything was said to it; after any
 * other, but a `NotAccepted`, the message may be there.
 */
export function neverReached(error: unknown): boolean {
  const { code = '', syscall, command, cause } = error as Broken
  return (
    unreached.includes(code) ||
    syscall === 'connect' ||
    command === 'CONN' ||
    (cause instanceof Error && neverReached(cause))
  )
}

/**
 * The gateway said no: for good, or for now. `message`: its codes alone, since its words may quote
 * the customer.
 */
export class NotAccepted extends PlainError {
  constructor(
    message: string,
    readonly forGood: boolean,
  ) {
    super(message)
  }
}
