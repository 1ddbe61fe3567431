import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Button, buttonClass } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { PageHeading, Panel } from '@/components/ui/panel'
import { auditEntries } from '@/lib/audit/queries'
import { auditedKinds, isAuditedKind } from '@/lib/audit/kinds'
import { requireViewer } from '@/lib/auth/viewer'
import { beginningOf } from '@/lib/forms/storable-text'
import { Link } from '@/components/shell/link'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { staffDates } from '@/lib/i18n/dates'

type Props = { searchParams: Promise<{ q?: string; what?: string; cursor?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.audit')
  return { title: t('title') }
}

const formatValue = (value: unknown) =>
  value === null || value === undefined
    ? '—'
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

/** The audit of settings: who changed what when, before and after. */
export default async function AuditPage({ searchParams }: Props) {
  await requireViewer('audit.read')
  const asked = await searchParams
  const q = beginningOf(String(asked.q ?? ''), 100)
  const what = isAuditedKind(asked.what) ? asked.what : undefined
  const t = await getTranslations('settings.audit')
  const { items, next } = await auditEntries({
    q,
    what,
    cursor: asked.cursor && isUuid(asked.cursor) ? asked.cursor : undefined,
  })
  const query = new URLSearchParams({ ...(q && { q }), ...(what && { what }) })
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')}>
        <a href={`/api/audit?${query}`} download className={buttonClass('secondary')}>
          {t('csv')}
        </a>
      </PageHeading>
      <form className="mb-6 flex flex-wrap items-end gap-3">
        <TextField name="q" type="search" label={t('search')} defaultValue={q} />
        <SelectField name="what" label={t('what')} defaultValue={what ?? ''}>
          <option value="">{t('all')}</option>
          {auditedKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind.replace('.', '_') as 'store_change'}`)}
            </option>
          ))}
        </SelectField>
        <Button look="secondary">{t('show')}</Button>
      </form>
      <Panel>
        {items.length === 0 && <p className="text-quiet">{t('none')}</p>}
        <ul className="grid gap-4">
          {items.map((entry) => (
            <li key={entry.id} className="border-l-2 border-line pl-3">
              <p className="flex flex-wrap gap-x-3">
                <strong>
                  {isAuditedKind(entry.what)
                    ? t(`kind.${entry.what.replace('.', '_') as 'store_change'}`)
                    : entry.what}
                </strong>
                <span className="break-all">{entry.subject}</span>
              </p>
              <p className="text-sm text-quiet">
                {entry.by ?? t('operator')} · {staffDates.moment(entry.at)}
              </p>
              {entry.changes.length > 0 && (
                <details className="text-sm">
                  <summary className="cursor-pointer py-0.5 text-quiet">
                    {t('changes', { count: entry.changes.length })}
                  </summary>
                  <dl className="my-1 grid gap-x-3 gap-y-0.5 sm:grid-cols-[auto_1fr]">
                    {entry.changes.map(({ field, before, after }) => (
                      <div key={field} className="contents">
                        <dt className="break-all text-quiet">{field}</dt>
                        <dd className="min-w-0 break-all">
                          {formatValue(before)} → {formatValue(after)}
                        </dd>
                      </div>
                    ))}
                  </dl>
                </details>
              )}
            </li>
          ))}
        </ul>
        {next && (
          <Link
            href={`/audit?${new URLSearchParams({ ...Object.fromEntries(query), cursor: next })}`}
            className={buttonClass('secondary', 'mt-4')}
          >
            {t('next')}
          </Link>
        )}
      </Panel>
    </>
  )
}
