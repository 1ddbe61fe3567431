import { getTranslations } from 'next-intl/server'
import type { CardCustody } from '@/lib/cancellation/rules/request-record'
import { Link } from '@/components/shell/link'

/** Where a customer's card is; its bag is linked if it is at one of the reader's stores. */
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
