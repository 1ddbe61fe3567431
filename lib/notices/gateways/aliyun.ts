import { createHash, createHmac, randomUUID } from 'node:crypto'
import { DeskRefused, type Gateway, NotAccepted } from './gateway'
import { withoutSignature } from '../text'

type Settings = { origin: string; keyId: string; secret: string; sign: string; template: string }

const version = '2017-05-25'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
// RFC 3986 characters that encodeURIComponent leaves unescaped but the signature requires escaped.
const encoded = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

// A wrong or disabled key, a signature or template that is not approved, an account without credit.
const refusesDesk =
  /^(?:InvalidAccessKeyId|SignatureDoesNotMatch|IncompleteSignature|Forbidden|NoPermission)|ISP\.RAM|isp\.RAM|SMS_(?:SIGNATURE|TEMPLATE)_|SIGN_NAME|ACCOUNT_|AMOUNT_NOT_ENOUGH|OUT_OF_SERVICE|UN_SUBSCRIPT/

/**
 * Parses `aliyun://KEY:SECRET@host?sign=…&template=…`; `insecure` in the query selects plain HTTP,
 * for tests. Throws when something is missing.
 */
export function aliyunSettings(address: string): Settings {
  const url = new URL(address)
  const settings = {
    keyId: decodeURIComponent(url.username),
    secret: decodeURIComponent(url.password),
    sign: url.searchParams.get('sign') ?? '',
    template: url.searchParams.get('template') ?? '',
  }
  const missing = Object.entries(settings).find(([, value]) => !value)
  if (missing) throw new Error(`SMS_GATEWAY_URL lacks the ${missing[0]} (docs/text-messages.md)`)
  return {
    ...settings,
    origin: `${url.searchParams.has('insecure') ? 'http' : 'https'}://${url.host}`,
  }
}

/**
 * Text messages by Alibaba Cloud's short message service (SendSms, signed with ACS3-HMAC-SHA256),
 * using a template with the single variable `text`; the service puts its own signature before it.
 * `OutId` is the notice's id; the service does not deduplicate by it.
 */
export const aliyunGateway = ({ origin, keyId, secret, sign, template }: Settings): Gateway => ({
  async send({ id, to, text }) {
    const asked = {
      OutId: id,
      PhoneNumbers: to.replace(/^\+86/, ''),
      SignName: sign,
      TemplateCode: template,
      TemplateParam: JSON.stringify({ text: withoutSignature(text) }),
    }
    const query = Object.entries(asked)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      .join('&')
    const headers = {
      host: new URL(origin).host,
      'x-acs-action': 'SendSms',
      'x-acs-content-sha256': sha256(''),
      'x-acs-date': new Date().toISOString().replace(/\.\d+/, ''),
      'x-acs-signature-nonce': randomUUID(),
      'x-acs-version': version,
    }
    const names = Object.keys(headers).join(';')
    const canonical = [
      'POST',
      '/',
      query,
      ...Object.entries(headers).map(([name, value]) => `${name}:${value}`),
      '',
      names,
      sha256(''),
    ].join('\n')
    const signature = createHmac('sha256', secret)
      .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
      .digest('hex')
    const authorization =
      `ACS3-HMAC-SHA256 Credential=${keyId},SignedHeaders=${names},` + `Signature=${signature}`
    const answer = await fetch(`${origin}/?${query}`, {
      method: 'POST',
      headers: { ...headers, authorization },
      signal: AbortSignal.timeout(15_000),
      redirect: 'error',
    })
    const { Code: said } = (await answer.json().catch(() => ({}))) as { Code?: unknown }
    // Aliyun's codes are letters; anything else might contain the phone number.
    const code = /^[A-Za-z][A-Za-z._]{0,60}/.exec(String(said ?? ''))?.[0] ?? ''
    if (answer.ok && code === 'OK') return
    const fault = `Alibaba Cloud answered ${answer.status} ${code}`.trim()
    if (refusesDesk.test(code)) throw new DeskRefused(fault)
    // Throttling and server errors are temporary; a wrong number is permanent.
    const forNow =
      answer.status >= 500 ||
      answer.status === 429 ||
      /LIMIT_CONTROL|Throttling|ServiceUnavailable|InternalError|^$/.test(code)
    throw new NotAccepted(fault, !forNow)
  },
})
