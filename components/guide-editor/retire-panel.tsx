import { getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Panel } from '@/components/ui/panel'
import type { GuideToEdit } from '@/lib/guide/queries/editing'

/** Retires a narrower guide, so that the wider one applies again, or restores it. */
export async function RetirePanel({ guide, retire }: { guide: GuideToEdit; retire: FormActionOf }) {
  const t = await getTranslations('guides')
  return (
    <Panel title={t('retireTitle')}>
      <p className="mb-3 text-sm">{t('retireText')}</p>
      <OneButtonForm
        look={guide.retired ? 'secondary' : 'danger'}
        action={retire}
        values={{ $guide: guide.id, 'retired:boolean': String(!guide.retired) }}
      >
        {guide.retired ? t('unretire') : t('retire')}
      </OneButtonForm>
    </Panel>
  )
}
