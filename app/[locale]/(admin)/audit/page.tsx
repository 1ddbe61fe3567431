import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { askedFor } from '@/components/audit/asked-for'
import { AuditFilters } from '@/components/audit/audit-filters'
import { auditWords, withNames } from '@/components/audit/audit-words'
import { EntryList } from '@/components/audit/entry-list'
import { entryText } from '@/components/audit/entry-text'
import { Link } from '@/components/shell/link'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading, Panel } from '@/components/ui/panel'
import { askedBy, auditFilter, mostExported } from '@/lib/audit/filter'
import { auditNames } from '@/lib/audit/names/queries'
import { auditEntries } from '@/lib/audit/queries'
import { requireViewer } from '@/lib/auth/viewer'
import { dayOf } from '@/lib/domain/days'
import { isUuid } from '@/lib/domain/identifiers/uuid'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: t('title') }
}

/** The audit: who changed what when, a sentence each, with what was before and is after. */
export default async function AuditPage({ searchParams }: Props) {
  await requireViewer('audit.read')
  const asked = await searchParams
  const locale = await getLocale()
  const t = await getTranslations('audit')
  const list = await getTranslations('list')
  const said = await auditWords(locale)
  const { filter, typed, errors } = auditFilter(asked)
  const refused = errors.from !== undefined || errors.to !== undefined
  const cursor = typeof asked.cursor === 'string' && isUuid(asked.cursor) ? asked.cursor : undefined
  const { items, next } = refused
    ? { items: [], next: null }
    : await auditEntries({ ...(await askedFor(filter, said)), cursor })
  const named = withNames(said, await auditNames(items))
  const query = askedBy(filter)
  const filtered = Object.keys(query).length > 0 || cursor !== undefined
  const file = (format: string) => `/api/audit?${new URLSearchParams({ ...query, format, locale })}`
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')}>
        {!refused && (
          <div className="flex flex-wrap gap-2">
            <a href={file('csv')} download className={buttonClass('secondary')}>
              {t('csv')}
            </a>
            <a href={file('json')} download className={buttonClass('secondary')}>
              {t('json')}
            </a>
          </div>
        )}
      </PageHeading>
      <AuditFilters filter={filter} typed={typed} errors={errors} today={dayOf(new Date())} />
      {!refused && (
        <Panel>
          {items.length === 0 ? (
            <EmptyState
              title={t(filtered ? 'noneFound' : 'none')}
              text={t(filtered ? 'noneFoundText' : 'noneText')}
            >
              {filtered && (
                <Link href="/audit" className={buttonClass('secondary')}>
                  {list('clear')}
                </Link>
              )}
            </EmptyState>
          ) : (
            <EntryList entries={items.map((row) => entryText(row, named))} />
          )}
          {next && (
            <Link
              href={`/audit?${new URLSearchParams({ ...query, cursor: next })}`}
              className={buttonClass('secondary', 'mt-4')}
            >
              {t('next')}
            </Link>
          )}
        </Panel>
      )}
      <p className="mt-3 text-sm text-quiet">{t('exportHint', { most: mostExported })}</p>
    </>
  )
}
