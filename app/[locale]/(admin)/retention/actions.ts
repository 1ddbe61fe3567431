'use server'
import { getLocale, getTranslations } from 'next-intl/server'
import { staffAction } from '@/lib/auth/action'
import { addDays, dayOf } from '@/lib/domain/days'
import { countTooLong } from '@/lib/cancellation/queries/kept-too-long'
import { hiddenField, refusedBy } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'
import { retentionSchema } from '@/lib/retention/schemas'
import { changeRetention } from '@/lib/retention/commands'

/**
 * Changes the retention settings; the preview button only shows what the next run would destroy.
 */
export const saveRetention = staffAction(
  'settings.edit',
  () => retentionSchema,
  async (viewer, change, form) => {
    const now = new Date()
    if (hiddenField(form, '$look')) {
      const { photos, identifiers } = await countTooLong(
        addDays(dayOf(now), -change.photoDays),
        addDays(dayOf(now), -change.identifierDays),
      )
      const t = await getTranslations('settings.retention')
      return {
        status: 'looked',
        count: photos + identifiers,
        lines: [t('photosGo', { count: photos }), t('numbersGo', { count: identifiers })],
      }
    }
    const saved = await changeRetention(viewer.id, change, hiddenField(form, '$seen'), now)
    return saved.ok
      ? redirect({ href: '/retention?saved=1', locale: await getLocale() })
      : refusedBy(saved.refusal)
  },
)
