import { getTranslations } from 'next-intl/server'
import { PrintOnce } from '@/components/print/print-once'
import { slipSecrets } from '@/lib/cancellation/crypto/slip-secrets'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import { type MembershipOf, may } from '@/lib/domain/permissions'
import { printContext } from './print-context'
import { SlipSheet } from './slip-sheet'

type Props = {
  one: OneRequest
  viewer: { memberships: readonly MembershipOf[] }
  /** What the page's address asks to print. */
  print: string | undefined
}

/**
 * Prints the slip of a request that was just recorded, in place: on the page it cannot be seen. For
 * whoever may open the slip's own page, since it shows the slip's code.
 */
export async function SlipPrint({ one, viewer, print }: Props) {
  if (print !== 'slip' || !may(viewer.memberships, 'request.print')) return null
  const { record } = one
  const t = await getTranslations('slip')
  const [context, secrets] = await Promise.all([
    printContext(one),
    slipSecrets(record.id, record.slip.serial),
  ])
  return (
    <PrintOnce done={t('printed')} again={t('printAgain')}>
      <SlipSheet one={one} context={context} secrets={secrets} />
    </PrintOnce>
  )
}
