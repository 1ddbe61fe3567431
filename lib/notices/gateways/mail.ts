import { createTransport } from 'nodemailer'
import { DeskRefused, type Gateway, NotAccepted } from './gateway'

type Refused = Error & {
  code?: string
  command?: string
  responseCode?: number
  response?: string
}
type Settings = { smtpUrl: string; from: string; host: string }

/**
 * Mail by any SMTP server. The Message-ID is derived from the notice, so that receivers can
 * recognize a repeated attempt.
 */
export function mailGateway({ smtpUrl, from, host }: Settings): Gateway {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  } as object)
  return {
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          messageId: `<${id}@${host}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        const { responseCode: code, response = '', command, code: kind } = error as Refused
        const codes = replyCodes(code, response)
        if (kind === 'EAUTH' || kind === 'ENOAUTH') throw new DeskRefused(`login refused ${codes}`)
        // 530: authentication required (RFC 4954, 6).
        if (code === 530 || (command === 'MAIL FROM' && code && code >= 500))
          throw new DeskRefused(`sender refused ${codes}`)
        if (code) throw new NotAccepted(codes, code >= 500)
        throw error
      }
    },
  }
}

/**
 * A refusal's codes, such as `550 5.1.1` (RFC 5321, 4.2; RFC 3463): its text quotes the refused
 * address.
 */
const replyCodes = (code: number | undefined, response: string) =>
  [code, /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})(?!\S)/.exec(response)?.[1]].filter(Boolean).join(' ')
