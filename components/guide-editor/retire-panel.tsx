import { getTranslations } from 'next-intl/server'
import { ConfirmButton } from '@/components/forms/confirm-button'
import { OneButtonForm } from '@/components/forms/one-button-form'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Panel } from '@/components/ui/panel'
import type { GuideToEdit } from '@/lib/guide/queries/editing'

/** Retires a narrower guide, so that the wider one applies again, or restores it. */
export async function RetirePanel({ guide, retire }: { guide: GuideToEdit; retire: FormActionOf }) {
  const t = await getTranslations('guides')
  const running = guide.revisions.reduce((sum, revision) => sum + revision.running, 0)
  return (
    <Panel title={t('retireTitle')}>
      <p className="mb-3 text-sm">{t('retireText')}</p>
      {guide.retired ? (
        <OneButtonForm
          look="secondary"
          action={retire}
          values={{ $guide: guide.id, 'retired:boolean': 'false' }}
        >
          {t('unretire')}
        </OneButtonForm>
      ) : (
        <ConfirmButton
          action={retire}
          values={{ $guide: guide.id, 'retired:boolean': 'true' }}
          confirmation={{
            title: t('retireAsk.title'),
            text: <p>{t('retireAsk.running', { count: running })}</p>,
            confirm: t('retireAsk.confirm'),
          }}
        >
          {t('retire')}
        </ConfirmButton>
      )}
    </Panel>
  )
}
