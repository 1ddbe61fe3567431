import { getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Panel } from '@/components/ui/panel'
import type { PreviewLink } from '@/lib/guide/queries/preview-links'
import { staffDates } from '@/lib/i18n/dates'
import { ShareForm } from './share-form'

/** The links by which colleagues see this preview for a day: those that open now, and a new one. */
export async function SharePanel({
  guideId,
  links,
  share,
  endShare,
}: {
  guideId: string
  links: readonly PreviewLink[]
  share: FormActionOf
  endShare: FormActionOf
}) {
  const t = await getTranslations('guidePreview.share')
  return (
    <Panel title={t('title')} className="mt-6">
      <p className="mb-4 max-w-[46rem] text-quiet">{t('lead')}</p>
      {links.length > 0 && (
        <ul aria-label={t('list')} className="mb-4 border-t border-line">
          {links.map(({ id, madeAt, madeBy, expiresAt }) => (
            <li
              key={id}
              className={
                'flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b ' +
                'border-line py-2'
              }
            >
              <span className="min-w-0">
                {t('made', { name: madeBy ?? '', time: staffDates.moment(madeAt) })}
                <span className="block text-sm text-quiet">
                  {t('until', { time: staffDates.moment(expiresAt) })}
                </span>
              </span>
              <OneButtonForm
                look="danger"
                action={endShare}
                values={{ $guide: guideId, $link: id }}
              >
                {t('end')}
              </OneButtonForm>
            </li>
          ))}
        </ul>
      )}
      <ShareForm
        action={share}
        guideId={guideId}
        words={{ make: t('make'), once: t('once'), link: t('link'), copy: t('copy') }}
      />
    </Panel>
  )
}
