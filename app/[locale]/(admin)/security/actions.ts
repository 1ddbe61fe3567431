'use server'
import { getLocale } from 'next-intl/server'
import { securitySchema } from '@/lib/accounts/security/schemas'
import { changeSecurity } from '@/lib/accounts/security/commands'
import { staffAction } from '@/lib/auth/action'
import { hiddenField, refusedBy } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'

/** Changes the security settings. */
export const saveSecurity = staffAction(
  'settings.edit',
  () => securitySchema,
  async (viewer, change, form) => {
    const saved = await changeSecurity(viewer.id, change, hiddenField(form, '$seen'), new Date())
    return saved.ok
      ? redirect({ href: '/security?saved=1', locale: await getLocale() })
      : refusedBy(saved.refusal)
  },
)
