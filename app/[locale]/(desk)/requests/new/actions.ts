'use server'
import { accountActor } from '@/lib/cancellation/rules/actor'
import { getLocale } from 'next-intl/server'
import { staffAction } from '@/lib/auth/action'
import { dayOf } from '@/lib/domain/days'
import { openRequest as open } from '@/lib/writer'
import { openSchema } from '@/lib/cancellation/rules/schemas'
import { refusedBy } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'

/** Records the request and redirects to its first slip. */
export const openRequest = staffAction(
  'request.open',
  () => openSchema(dayOf(new Date())),
  async (viewer, input) => {
    const written = await open({ actor: accountActor(viewer), input, now: new Date() })
    if (!written.ok) return refusedBy(written.refusal)
    return redirect({
      href: `/requests/${written.value.reference}/slip?fresh=1`,
      locale: await getLocale(),
    })
  },
)
