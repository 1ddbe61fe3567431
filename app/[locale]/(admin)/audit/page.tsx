import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Button, buttonClass } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading, Panel } from '@/components/ui/panel'
import { Records } from '@/components/ui/records'
import { type AuditRow, auditEntries } from '@/lib/audit/queries'
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

/** What was changed from what to what, folded. */
async function Changes({ changes }: Pick<AuditRow, 'changes'>) {
  const t = await getTranslations('settings.audit')
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-accent">
        {t('changes', { count: changes.length })}
      </summary>
      <dl className="my-1 grid gap-x-3 gap-y-0.5">
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt className="text-quiet">{field}</dt>
            <dd>
              {formatValue(before)} → {formatValue(after)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

/** The audit of settings: who changed what when, before and after. */
export default async function AuditPage({ searchParams }: Props) {
  await requireViewer('audit.read')
  const asked = await searchParams
  const q = beginningOf(String(asked.q ?? ''), 100)
  const what = isAuditedKind(asked.what) ? asked.what : undefined
  const t = await getTranslations('settings.audit')
  const list = await getTranslations('list')
  const { items, next } = await auditEntries({
    q,
    what,
    cursor: asked.cursor && isUuid(asked.cursor) ? asked.cursor : undefined,
  })
  const filtered = q !== '' || what !== undefined || asked.cursor !== undefined
  const query = new URLSearchParams({ ...(q && { q }), ...(what && { what }) })
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')}>
        <a href={`/api/audit?${query}`} download className={buttonClass('secondary')}>
          {t('csv')}
        </a>
      </PageHeading>
      <form className="mb-6 flex flex-wrap items-end gap-3">
        <TextField
          name="q"
          type="search"
          label={t('search')}
          defaultValue={q}
          className="max-sm:w-full"
        />
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
          <Records
            label={t('title')}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                name: 'what',
                title: t('what'),
                cell: ({ what: kind }) =>
                  isAuditedKind(kind)
                    ? t(`kind.${kind.replace('.', '_') as 'store_change'}`)
                    : kind,
              },
              { name: 'subject', title: t('subject'), cell: ({ subject }) => subject },
              { name: 'by', title: t('by'), cell: ({ by }) => by ?? t('operator') },
              {
                name: 'at',
                title: t('at'),
                whole: true,
                cell: ({ at }) => staffDates.moment(at),
              },
              {
                name: 'changes',
                title: t('content'),
                cell: ({ changes }) => changes.length > 0 && <Changes changes={changes} />,
              },
            ]}
          />
        )}
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
