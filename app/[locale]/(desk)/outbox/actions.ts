'use server'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { staffAction } from '@/lib/auth/action'
import { visibleStores } from '@/lib/domain/permissions'
import { hiddenField, refusedBy } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { resendNotice, resendNotices } from '@/lib/notices/outbox/commands'

/** Resends a notice that was given up or kept, and returns to the page that asked. */
export const resend = staffAction(
  'request.note',
  () => z.strictObject({}),
  async (viewer, _, form) => {
    const [id, reference] = [hiddenField(form, '$notice'), hiddenField(form, '$reference')]
    const sent = await resendNotice(
      isUuid(id) ? id : '00000000-0000-0000-0000-000000000000',
      visibleStores(viewer.memberships),
    )
    return sent.ok
      ? redirect({
          href: reference ? `/requests/${reference}` : '/outbox',
          locale: await getLocale(),
        })
      : refusedBy(sent.refusal)
  },
)

/** Resends what was given up or kept at the viewer's stores in the last seven days. */
export const resendAll = staffAction(
  'request.note',
  () => z.strictObject({}),
  async (viewer, _, form) => {
    const state = hiddenField(form, '$state') === 'kept' ? 'kept' : 'dead'
    const count = await resendNotices(state, visibleStores(viewer.memberships), new Date())
    return redirect({
      href: `/outbox?state=queued&resent=${count}`,
      locale: await getLocale(),
    })
  },
)
