'use server'
import { accountActor } from '@/lib/cancellation/rules/actor'
import { getLocale } from 'next-intl/server'
import { staffAction } from '@/lib/auth/action'
import { erasureSchema } from '@/lib/cancellation/rules/erasure'
import { eraseRequest } from '@/lib/writer'
import { hiddenField, refusedBy } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'

/** Destroys the personal data of a request at the person's request (L3). */
export const erase = staffAction(
  'request.erase',
  () => erasureSchema,
  async (viewer, _, form) => {
    const written = await eraseRequest({
      actor: accountActor(viewer),
      reference: hiddenField(form, '$reference'),
      now: new Date(),
    })
    return written.ok
      ? redirect({ href: `/requests/${written.value.reference}`, locale: await getLocale() })
      : refusedBy(written.refusal)
  },
)
