import { getTranslations } from 'next-intl/server'
import type { CardCustody } from '@/lib/cancellation/rules/request-record'
import { Link } from '@/components/shell/link'

/**
 * Where a customer's card is, in a few words; its bag leads to the bag's page where it lies at this
 * reader's store.
 */
export async function CardPlace({
  card,
  stores,
}: {
  card: CardCustody
  stores: readonly string[]
}) {
  const t = await getTranslations('custody.card')
  if (card.gone) return <>{t(card.gone)}</>
  const here = stores.includes(card.store)
  if (!here) return <>{t('at', { store: card.store })}</>
  if (!card.bag) return <>{t('loose')}</>
  return (
    <Link href={`/bags/${card.bag}`} className="text-accent underline">
      {t('in', { bag: card.bag })}
    </Link>
  )
}
