import { getFormatter, getTranslations } from 'next-intl/server'
import { Link } from '@/components/shell/link'

// With more stores than this, their number is shown instead of their names.
const storesNamed = 3

/** Whose requests the list shows, in which order, and a link to those overdue, if any. */
export async function ListLead({
  stores,
  order,
  overdue,
}: {
  stores: readonly string[]
  order: 'work' | 'newest'
  overdue: { href: string; text: string } | null
}) {
  const t = await getTranslations('list')
  const format = await getFormatter()
  const store =
    stores.length > storesNamed ? t('storeCount', { count: stores.length }) : format.list(stores)
  return (
    <>
      {t(order === 'work' ? 'workLead' : 'lead', { store })}
      {overdue && (
        <>
          {' · '}
          <Link href={overdue.href} className="font-semibold text-bad underline">
            {overdue.text}
          </Link>
        </>
      )}
    </>
  )
}
