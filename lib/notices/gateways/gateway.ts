import { PlainError } from '@/lib/plain-error'

/** A message to send: `id` is the same on every attempt, so that the receiver can deduplicate. */
export type Outgoing = { id: string; to: string; subject: string; text: string }

/**
 * Delivers a message; resolves once it was accepted. Throws `DeskRefused` or `NotAccepted` on
 * refusal, any other error when the outcome is unknown.
 */
export interface Gateway {
  send(message: Outgoing): Promise<void>
}

type Broken = { code?: string; syscall?: string; command?: string; cause?: unknown }
const unreached = ['ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'EDNS']

/**
 * Whether a gateway's error is known to have occurred before anything was transmitted. After any
 * other error except `NotAccepted` the message may have been delivered.
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
 * The gateway refused, permanently or temporarily. `message`: only its codes, since its text may
 * quote the customer.
 */
export class NotAccepted extends PlainError {
  constructor(
    message: string,
    readonly forGood: boolean,
  ) {
    super(message)
  }
}

/**
 * The gateway refused the desk itself, whatever the message: its login, sender or account. Only the
 * operator can mend that, so messages wait for it. `message`: codes alone, as above.
 */
export class DeskRefused extends PlainError {}
