import type { Metadata } from 'next'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { BulkForm } from '@/components/requests/bulk/bulk-form'
import { EmptyList } from '@/components/requests/list/empty-list'
import { ListKeys } from '@/components/requests/list/list-keys'
import { ListLead } from '@/components/requests/list/list-lead'
import { RequestTable } from '@/components/requests/list/request-table'
import { RequestToolbar } from '@/components/requests/list/request-toolbar'
import { LiveList } from '@/components/live/live-list'
import { buttonClass } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/panel'
import { colleaguesOf } from '@/lib/accounts/queries'
import { may, reviews, storeCodes, visibleStores } from '@/lib/domain/permissions'
import { requireViewer } from '@/lib/auth/viewer'
import { dayOf } from '@/lib/domain/days'
import { countViews, countedTo } from '@/lib/cancellation/queries/counts'
import { listRequests, waitingCustomers } from '@/lib/cancellation/queries/list'
import { allViews } from '@/lib/cancellation/queries/views'
import { readPlace, workList } from '@/lib/cancellation/queries/work'
import { type State, states } from '@/lib/cancellation/rules/workflow'
import { beginningOf } from '@/lib/forms/storable-text'
import { nameIn } from '@/lib/i18n/bilingual'
import { Link } from '@/components/shell/link'
import { storesSeen } from '@/lib/stores/queries/stores'
import { isUuid } from '@/lib/domain/identifiers/uuid'

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
  const today = dayOf(new Date())
  const decides = reviews(viewer.memberships)
  const views = allViews({ account: viewer.id, stores, today, reviews: decides })
  const counted = views.filter(({ name }) => name !== 'work')
  // A search goes through all requests, unless a view is chosen.
  const chosen = query.view || (q || state ? 'all' : 'work')
  const view = views.find(({ name }) => name === chosen)
  const byDue = view?.name === 'work' && !q && !state
  const after = (byDue && query.cursor && readPlace(query.cursor)) || undefined
  const cursor = !byDue && query.cursor && isUuid(query.cursor) ? query.cursor : undefined
  const isFirst = !after && !cursor
  const [page, counts, waiting, seen, colleagues] = await Promise.all([
    byDue
      ? workList({ account: viewer.id, stores, reviews: decides, after })
      : listRequests({ stores, state, view, q, cursor }),
    countViews(stores, counted),
    byDue && isFirst ? waitingCustomers(stores) : [],
    storesSeen(viewer.memberships),
    colleaguesOf(stores),
  ])
  const format = await getFormatter()
  const named = seen.map((one) => ({ value: one.code, text: nameIn(locale, one) }))
  // Whoever waits comes first, in whosever hands the request is.
  const items = [
    ...waiting,
    ...page.items.filter(({ record }) => !waiting.some((other) => other.record.id === record.id)),
  ]
  const filter = {
    ...(state && { state }),
    ...(view && { view: view.name }),
    ...(q && { q }),
    ...(store && { store }),
  }
  const shown = view?.name ?? 'all'
  const link = (more: Record<string, string>) => `/requests?${new URLSearchParams(more)}`
  const here = { ...filter, view: shown }
  const countOf = (name: string): number =>
    name === 'work'
      ? countOf('mine') + countOf('unassigned')
      : (counts[counted.findIndex((one) => one.name === name)] ?? 0)
  const viewText = (name: (typeof views)[number]['name']) => {
    const count = countOf(name)
    const most = `${format.number(countedTo)}+`
    return t('counted', {
      name: t(`view.${name}`),
      count: count > countedTo ? most : format.number(count),
    })
  }
  const mayOpen = may(viewer.memberships, 'request.open')
  return (
    <>
      <PageHeading
        title={t('title')}
        lead={
          <ListLead
            stores={named.filter(({ value }) => !store || value === store).map(({ text }) => text)}
            order={byDue ? 'work' : 'newest'}
            overdue={
              countOf('overdue') > 0 && shown !== 'overdue'
                ? {
                    href: link({ view: 'overdue', ...(store && { store }) }),
                    text: viewText('overdue'),
                  }
                : null
            }
          />
        }
      >
        {mayOpen && <NewRequestLink />}
      </PageHeading>
      <LiveList shown={items.map(({ record }) => record.version).join()} />
      <ListKeys />
      <RequestToolbar
        q={q}
        state={state}
        store={store}
        stores={named}
        view={byDue ? '' : shown}
        views={[
          ...views.map(({ name }) => ({
            value: byDue && name === 'work' ? '' : name,
            text: viewText(name),
          })),
          { value: 'all', text: t('view.all') },
        ]}
        narrowed={!byDue || store !== undefined}
      />
      <BulkForm
        filter={filter}
        more={page.next !== null || !isFirst}
        colleagues={colleagues}
        mayApprove={decides}
        locale={locale}
      >
        {items.length > 0 ? (
          <RequestTable items={items} today={today} viewer={viewer.id} />
        ) : (
          <EmptyList
            why={byDue ? 'work' : q || state || view || store ? 'filtered' : 'all'}
            mayOpen={mayOpen}
          />
        )}
      </BulkForm>
      {(page.next || !isFirst) && (
        <nav className="mt-4 flex flex-wrap gap-3">
          {!isFirst && (
            <Link href={link(here)} className={buttonClass('secondary')}>
              {t('first')}
            </Link>
          )}
          {page.next && (
            <Link href={link({ ...here, cursor: page.next })} className={buttonClass('secondary')}>
              {t('next')}
            </Link>
          )}
        </nav>
      )}
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
