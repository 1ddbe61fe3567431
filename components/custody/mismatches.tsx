import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { DayRow } from '@/lib/cancellation/queries/day'
import type { FormState } from '@/lib/forms/form-state'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { Link } from '@/components/shell/link'
import { CardActs } from './card-acts'

type Props = {
  rows: readonly DayRow[]
  uncollectedDays: number
  today: string
  action: (before: FormState, form: FormData) => Promise<FormState>
}

/** The day's discrepancies, each with its remedy. */
export async function Mismatches({ rows, uncollectedDays, today, action }: Props) {
  const t = await getTranslations('custody.day')
  const open = rows.filter(({ findings }) => findings.length > 0)
  if (open.length === 0)
    return (
      <Notice tone="good" title={t('allMatch')}>
        {t('allMatchText')}
      </Notice>
    )
  return (
    <Panel
      title={t('mismatch')}
      aside={<span className="text-quiet">{open.length}</span>}
      className="border-l-4 border-l-warn"
    >
      <ul className="grid gap-4">
        {open.map(({ record, findings, iccidMasked, numberMasked }) => {
          const astray = findings.includes('card_astray')
          const acts = findings.some((finding) => finding.startsWith('card_'))
          return (
            <li key={record.id} className="border-t border-line pt-4 first:border-0 first:pt-0">
              <p className="flex flex-wrap gap-x-4">
                {astray ? (
                  <span className="font-semibold">{groupReference(record.reference)}</span>
                ) : (
                  <Link
                    href={`/requests/${record.reference}`}
                    className="font-semibold text-accent underline"
                  >
                    {groupReference(record.reference)}
                  </Link>
                )}
                <span>{numberMasked}</span>
                {iccidMasked && <span className="text-quiet">ICCID {iccidMasked}</span>}
              </p>
              <ul>
                {findings.map((finding) => (
                  <li key={finding}>{t(`finding.${finding}`, { store: record.store })}</li>
                ))}
              </ul>
              {acts && (
                <div className="no-print mt-3">
                  <CardActs
                    record={record}
                    uncollectedDays={uncollectedDays}
                    today={today}
                    back="day"
                    action={action}
                  />
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
