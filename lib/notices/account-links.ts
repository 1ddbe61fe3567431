import { log } from '@/lib/log'
import { faultOf } from '@/lib/plain-error'
import { gateways } from './gateways'

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
    log.warn({ event: 'link_not_mailed', why: faultOf(error) }, 'a mail with a link was not taken')
    return 'not_taken'
  }
}
