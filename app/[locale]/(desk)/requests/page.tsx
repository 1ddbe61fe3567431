import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { BulkForm } from '@/components/requests/bulk/bulk-form'
import { RequestFilters } from '@/components/requests/list/request-filters'
import { RequestTable } from '@/components/requests/list/request-table'
import { WorkViews } from '@/components/requests/list/work-views'
import { WaitingCustomers } from '@/components/requests/list/waiting-customers'
import { LiveList } from '@/components/live/live-list'
import { buttonClass } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/panel'
import { colleaguesOf } from '@/lib/accounts/queries'
import { may, storeCodes, visibleStores } from '@/lib/domain/permissions'
import { requireViewer } from '@/lib/auth/viewer'
import { dayOf } from '@/lib/domain/days'
import { countViews } from '@/lib/cancellation/queries/counts'
import { listRequests, waitingCustomers } from '@/lib/cancellation/queries/list'
import { allViews } from '@/lib/cancellation/queries/views'
import { type State, states } from '@/lib/cancellation/rules/workflow'
import { carriersNamed } from '@/lib/carriers/queries'
import { beginningOf } from '@/lib/forms/storable-text'
import { nameIn } from '@/lib/i18n/bilingual'
import { Link } from '@/components/shell/link'
import { storesSeen } from '@/lib/stores/queries/stores'
import { isUuid } from '@/lib/domain/identifiers/uuid'

// With more stores than this, their number is shown instead of their names.
const storesNamed = 3

type Props = {
  searchParams: Promise<{
    state?: string
    view?: string
    q?: string
    cursor?: string
    store?: string
  }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('list')
  return { title: t('title') }
}

export default async function RequestsPage({ searchParams }: Props) {
  const viewer = await requireViewer('request.read')
  const query = await searchParams
  const locale = await getLocale()
  const t = await getTranslations('list')
  const store = storeCodes(viewer.memberships).find((code) => code === query.store)
  const stores = visibleStores(viewer.memberships, store)
  const state = states.includes(query.state as State) ? (query.state as State) : undefined
  const q = typeof query.q === 'string' ? beginningOf(query.q, 100) : ''
  const cursor = query.cursor && isUuid(query.cursor) ? query.cursor : undefined
  const today = dayOf(new Date())
  const views = allViews({ account: viewer.id, stores, today })
  const view = views.find(({ name }) => name === query.view)
  const [page, counts, waiting, carriers, seen, colleagues] = await Promise.all([
    listRequests({ stores, state, view, q, cursor }),
    countViews(stores, views),
    cursor || q || state || view ? [] : waitingCustomers(stores),
    carriersNamed(),
    storesSeen(viewer.memberships),
    colleaguesOf(stores),
  ])
  const format = await getFormatter()
  const named = seen
    .filter(({ code }) => !store || code === store)
    .map((one) => nameIn(locale, one))
  const carrierNames = Object.fromEntries(
    carriers.map((carrier) => [carrier.code, nameIn(locale, carrier)]),
  )
  const link = (more: Record<string, string>) =>
    `/requests?${new URLSearchParams({
      ...(state && { state }),
      ...(view && { view: view.name }),
      ...(q && { q }),
      ...(store && { store }),
      ...more,
    })}`
  return (
    <>
      <PageHeading
        title={t('title')}
        lead={t('lead', {
          store:
            named.length > storesNamed
              ? t('storeCount', { count: named.length })
              : format.list(named),
        })}
      >
        {may(viewer.memberships, 'request.open') && <NewRequestLink />}
      </PageHeading>
      <LiveList shown={page.items.map(({ record }) => record.version).join()} />
      <WaitingCustomers items={waiting} carrierNames={carrierNames} />
      <WorkViews
        counts={views.map(({ name }, place) => ({ name, count: counts[place] ?? 0 }))}
        shown={view?.name}
        store={store}
      />
      <RequestFilters
        state={state}
        q={q}
        view={view?.name}
        store={store}
        stores={seen.map((one) => ({ code: one.code, name: nameIn(locale, one) }))}
      />
      <BulkForm
        filter={{
          ...(state && { state }),
          ...(view && { view: view.name }),
          ...(q && { q }),
          ...(store && { store }),
        }}
        more={page.next !== null || cursor !== undefined}
        colleagues={colleagues}
        mayApprove={viewer.memberships.some(({ role }) => role === 'reviewer')}
        locale={locale}
      >
        <RequestTable
          items={page.items}
          carrierNames={carrierNames}
          today={today}
          filtered={Boolean(state || q || view || store)}
        />
      </BulkForm>
      <nav className="mt-4 flex flex-wrap gap-3">
        {cursor && (
          <Link href={link({})} className={buttonClass('secondary')}>
            {t('first')}
          </Link>
        )}
        {page.next && (
          <Link href={link({ cursor: page.next })} className={buttonClass('secondary')}>
            {t('next')}
          </Link>
        )}
      </nav>
    </>
  )
}

async function NewRequestLink() {
  const t = await getTranslations('shell.nav')
  return (
    <>
      <Link href="/requests/import" className={buttonClass('secondary')}>
        {t('paper')}
      </Link>
      <Link href="/requests/new" className={buttonClass('primary')}>
        {t('new')}
      </Link>
    </>
  )
}
