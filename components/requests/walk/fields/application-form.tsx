'use client'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Tick } from '@/components/ui/tick'
import { Link } from '@/components/shell/link'
import type { FieldsProps } from './fields-props'

export function ApplicationFormFields({ reference, outcome, errorAt }: FieldsProps) {
  const t = useTranslations('walk.form')
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Tick
        name="signed:boolean"
        label={t('signed')}
        required
        defaultChecked={outcome.signed === true}
        error={errorAt('signed')}
      />
      <Link href={`/requests/${reference}/form`} className={buttonClass('plain')}>
        {t('print')}
      </Link>
    </div>
  )
}
