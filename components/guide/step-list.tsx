import { getLocale, getTranslations } from 'next-intl/server'
import { anchorOf } from '@/lib/guide/address'
import type { GuideStep } from '@/lib/guide/schemas'
import { inLocale } from '@/lib/i18n/bilingual'
import { RichText } from './rich-text'

/** Steps in order; the customer's are numbered. */
export async function StepList({
  steps,
  numbered,
}: {
  steps: readonly GuideStep[]
  numbered?: boolean
}) {
  const t = await getTranslations('guide')
  const locale = await getLocale()
  return (
    <ol className="grid gap-4">
      {steps.map((step, place) => (
        <li key={step.id} id={anchorOf('steps', step.id)} className="flex gap-3">
          {numbered ? (
            <span
              className={
                'flex size-8 shrink-0 items-center justify-center rounded-full border-2 ' +
                'border-accent font-bold text-accent'
              }
            >
              <span className="sr-only">{t('stepNumber', { n: place + 1 })}</span>
              <span aria-hidden="true">{place + 1}</span>
            </span>
          ) : (
            <span aria-hidden="true" className="mt-2.5 size-2 shrink-0 rounded-full bg-edge" />
          )}
          <div className="min-w-0 flex-1">
            <span className="block font-semibold">{inLocale(locale, step.title)}</span>
            <RichText locale={locale}>{inLocale(locale, step.text)}</RichText>
          </div>
        </li>
      ))}
    </ol>
  )
}
