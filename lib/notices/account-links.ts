import { log } from '@/lib/log'
import { gateways } from './gateways'
import { NotAccepted } from './gateways/gateway'

/**
 * Mails a link to its person, at once and from here: what waits in an outbox can be read there, and
 * a link lets in whoever reads it. `no_mail` where no server is set up, `not_taken` where it did
 * not take the mail: then the administrator hands the link over.
 */
export async function mailAccountLink(mail: {
  id: string
  to: string
  subject: string
  text: string
}): Promise<'mailed' | 'no_mail' | 'not_taken'> {
  const gateway = gateways().mail
  if (!gateway) return 'no_mail'
  try {
    await gateway.send(mail)
    return 'mailed'
  } catch (error) {
    // Never the address or the link: only the codes of a refusal.
    const why =
      error instanceof NotAccepted ? error.message : ((error as { code?: string }).code ?? '')
    log.warn({ event: 'link_not_mailed', why }, 'a mail with a link was not taken')
    return 'not_taken'
  }
}
