import { servingEnv } from '@/lib/env'
import type { NoticeChannel } from '../due'
import { aliyunGateway, aliyunSettings } from './aliyun'
import type { Gateway } from './gateway'
import { mailGateway } from './mail'
import { textGateway } from './text-message'

export type Gateways = Partial<Record<NoticeChannel, Gateway>>

let made: Gateways | undefined

/** The configured gateways; notices of a channel without one stay in the outbox. */
export function gateways(): Gateways {
  const { SMTP_URL, MAIL_FROM, SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN, BASE_URL } = servingEnv()
  const host = new URL(BASE_URL).hostname
  made ??= {
    ...(SMTP_URL &&
      MAIL_FROM && { mail: mailGateway({ smtpUrl: SMTP_URL, from: MAIL_FROM, host }) }),
    ...(SMS_GATEWAY_URL && {
      text: SMS_GATEWAY_URL.startsWith('aliyun:')
        ? aliyunGateway(aliyunSettings(SMS_GATEWAY_URL))
        : textGateway({ url: SMS_GATEWAY_URL, token: SMS_GATEWAY_TOKEN }),
    }),
  }
  return made
}
