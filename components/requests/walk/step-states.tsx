import { getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import type { WalkStep } from '@/lib/cancellation/rules/walk'
import { inLocale } from '@/lib/i18n/bilingual'

/** The steps noted as of a past moment; read-only. */
export async function StepStates({ walk }: { walk: readonly WalkStep[] }) {
  const t = await getTranslations('walk.state')
  const locale = await getLocale()
  return (
    <ul className="grid gap-1.5">
      {walk.map(({ step, state }) => (
        <li key={step.id} className="flex items-center justify-between gap-3">
          <span
            className={state === 'done' || state === 'partial' ? 'font-semibold' : 'text-quiet'}
          >
            {inLocale(locale, step.staff.title)}
          </span>
          {(state === 'done' || state === 'partial') && (
            <Badge tone={state === 'done' ? 'good' : 'warn'}>{t(state)}</Badge>
          )}
        </li>
      ))}
    </ul>
  )
}
