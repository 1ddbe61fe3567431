import { type Gateway, NotAccepted } from './gateway'

type Settings = { url: string; token?: string }

/**
 * Text messages by an HTTP gateway (docs/text-messages.md): POST of `{"id", "to", "text"}` with
 * `Idempotency-Key`; 2xx is accepted, 429 and 5xx are temporary, any other status is a permanent
 * refusal.
 */
export const textGateway = ({ url, token }: Settings): Gateway => ({
  async send({ id, to, text }) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': id,
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ id, to, text }),
      signal: AbortSignal.timeout(15_000),
      redirect: 'error',
    })
    await answer.body?.cancel()
    if (!answer.ok)
      throw new NotAccepted(
        `the gateway answered ${answer.status}`,
        answer.status < 500 && answer.status !== 429,
      )
  },
})
