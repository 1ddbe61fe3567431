import { getTranslations } from 'next-intl/server'
import { PrintOffer } from '@/components/print/print-offer'
import { PrintOnce } from '@/components/print/print-once'
import { slipSecrets } from '@/lib/cancellation/crypto/slip-secrets'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import { type MembershipOf, may } from '@/lib/domain/permissions'
import { FurtherNumberLink } from './further-number-link'
import { printContext } from './print-context'
import { SlipSheet } from './slip-sheet'

type Props = {
  one: OneRequest
  viewer: { memberships: readonly MembershipOf[] }
  /** What the page's address asks to print. */
  print: string | undefined
}

/**
 * Prints the slip of a request that was just recorded, in place: on the page it cannot be seen. Once
 * it was submitted, the slip with the dates is offered. For whoever may open the slip's own page,
 * since it shows the slip's code.
 */
export async function SlipPrint({ one, viewer, print }: Props) {
  const { record } = one
  const isDated = print === 'dated' && record.state === 'in_review'
  // What was printed is said until something is noted; what an earlier number brought is no note.
  const isPrinted =
    print === 'slip-printed' && Object.values(record.steps).every(({ from }) => from !== undefined)
  if (!isDated && print !== 'slip' && !isPrinted) return null
  if (!may(viewer.memberships, 'request.print')) return null
  const t = await getTranslations('slip')
  const [context, secrets] = await Promise.all([
    printContext(one),
    slipSecrets(record.id, record.slip.serial),
  ])
  const sheet = <SlipSheet one={one} context={context} secrets={secrets} />
  return isDated ? (
    <PrintOffer text={t('dated')} print={t('printDated')}>
      {sheet}
    </PrintOffer>
  ) : (
    <PrintOnce
      what="slip"
      isPrinted={isPrinted}
      done={t('printed')}
      again={t('printAgain')}
      beside={<FurtherNumberLink one={one} className="px-2 text-accent underline" />}
    >
      {sheet}
    </PrintOnce>
  )
}
