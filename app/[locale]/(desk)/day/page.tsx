import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { BagList } from '@/components/custody/bag-list'
import { DayChoice } from '@/components/custody/day-choice'
import { DayCounts } from '@/components/custody/day-counts'
import { DayTable } from '@/components/custody/day-table'
import { Mismatches } from '@/components/custody/mismatches'
import { NotFoundNotice } from '@/components/shell/not-found-notice'
import { PageHeading, Panel } from '@/components/ui/panel'
import { PrintButton } from '@/components/ui/print-button'
import { may } from '@/lib/domain/permissions'
import { requireViewer } from '@/lib/auth/viewer'
import { dayOf, isDay } from '@/lib/domain/days'
import { storeDay } from '@/lib/cancellation/queries/day'
import { nameIn } from '@/lib/i18n/bilingual'
import { storesSeen } from '@/lib/stores/queries/stores'
import { noteCard } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('custody.day')
  return { title: t('title') }
}

/** A store's end of day: reconciles requests, cards and receipts, and lists the bags. */
export default async function DayPage({
  searchParams,
}: {
  searchParams: Promise<{ store?: string; day?: string }>
}) {
  const viewer = await requireViewer('store.custody')
  const query = await searchParams
  const t = await getTranslations('custody.day')
  const locale = await getLocale()
  const stores = await storesSeen(viewer.memberships)
  const store = query.store ? stores.find(({ code }) => code === query.store) : stores[0]
  if (!store) return <NotFoundNotice back="/requests" />
  const today = dayOf(new Date())
  const day = query.day && isDay(query.day) && query.day <= today ? query.day : today
  const { counts, rows, bags } = await storeDay(store, day)
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { store: nameIn(locale, store) })}>
        <PrintButton look="secondary">{t('print')}</PrintButton>
      </PageHeading>
      <DayChoice
        stores={stores.map(({ code, ...named }) => ({ code, name: nameIn(locale, named) }))}
        store={store.code}
        day={day}
        today={today}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,24rem)]">
        <div className="grid min-w-0 gap-6">
          <Mismatches
            rows={rows}
            uncollectedDays={store.uncollectedDays}
            today={today}
            action={noteCard}
          />
          <DayTable
            rows={rows}
            stores={stores.map(({ code }) => code)}
            mayOpen={may(viewer.memberships, 'request.open')}
          />
        </div>
        <div className="grid gap-6">
          <DayCounts counts={counts} />
          <Panel title={t('bags')}>
            {bags.length ? <BagList bags={bags} /> : <p className="text-quiet">{t('noBags')}</p>}
          </Panel>
        </div>
      </div>
    </>
  )
}
