import { getTranslations } from 'next-intl/server'
import { DateField } from '@/components/forms/date-field'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import type { AuditFilter } from '@/lib/audit/filter'
import { auditedKinds } from '@/lib/audit/kinds'
import type { Day } from '@/lib/domain/days'

/** The audit's filter, in the query string; what was typed stays where it is refused. */
export async function AuditFilters({
  filter,
  typed,
  errors,
  today,
}: {
  filter: AuditFilter
  typed: { from: string; to: string }
  errors: { from?: string; to?: string }
  today: Day
}) {
  const t = await getTranslations('audit')
  const faults = await getTranslations('faults')
  const fault = (code?: string) => (code ? faults(code as 'required') : undefined)
  return (
    <form
      className={
        'mb-6 grid items-end gap-3 sm:grid-cols-2 ' +
        'lg:grid-cols-[1fr_1fr_1fr_9.5rem_9.5rem_auto]'
      }
    >
      <TextField
        name="by"
        type="search"
        label={t('by')}
        hint={t('byHint', { operator: t('operator') })}
        defaultValue={filter.by}
      />
      <TextField
        name="q"
        type="search"
        label={t('thing.label')}
        hint={t('thing.hint')}
        defaultValue={filter.q}
      />
      <SelectField name="what" label={t('what')} defaultValue={filter.what ?? ''}>
        <option value="">{t('all')}</option>
        {auditedKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind.replace('.', '_') as 'store_change'}`)}
          </option>
        ))}
      </SelectField>
      <DateField
        name="from"
        label={t('from')}
        defaultValue={typed.from}
        error={fault(errors.from)}
        max={today}
      />
      <DateField
        name="to"
        label={t('to')}
        defaultValue={typed.to}
        error={fault(errors.to)}
        max={today}
      />
      <Button look="secondary">{t('show')}</Button>
    </form>
  )
}
