import { DeskRefused, type Gateway, NotAccepted } from './gateway'

type Settings = { url: string; token?: string }

// A wrong token, no right to send, a wrong address.
const refusesDesk = [401, 403, 404]

/**
 * Text messages by an HTTP gateway (docs/text-messages.md): POST of `{"id", "to", "text"}` with
 * `Idempotency-Key`; 2xx is accepted, 429 and 5xx are temporary, 401, 403 and 404 refuse the desk
 * itself, any other status refuses the message for good.
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
    if (answer.ok) return
    const said = `the gateway answered ${answer.status}`
    if (refusesDesk.includes(answer.status)) throw new DeskRefused(said)
    throw new NotAccepted(said, answer.status < 500 && answer.status !== 429)
  },
})
