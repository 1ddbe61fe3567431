'use server'
import { accountActor } from '@/lib/cancellation/rules/actor'
import { getLocale } from 'next-intl/server'
import { staffAction } from '@/lib/auth/action'
import { dayOf } from '@/lib/domain/days'
import { openRequest as open } from '@/lib/writer'
import { openSchema } from '@/lib/cancellation/rules/schemas'
import { refusedBy } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'

/** Records the request and goes on to it; its first slip is printed there. */
export const openRequest = staffAction(
  'request.open',
  () => openSchema(dayOf(new Date())),
  async (viewer, input) => {
    const written = await open({ actor: accountActor(viewer), input, now: new Date() })
    if (!written.ok) return refusedBy(written.refusal)
    return redirect({
      href: `/requests/${written.value.reference}?print=slip`,
      locale: await getLocale(),
    })
  },
)
