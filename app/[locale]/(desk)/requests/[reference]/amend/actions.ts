'use server'
import { accountActor } from '@/lib/cancellation/rules/actor'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { staffAction } from '@/lib/auth/action'
import { dayOf } from '@/lib/domain/days'
import { withKeptNumbers } from '@/lib/cancellation/rules/amendment'
import { inputOf } from '@/lib/cancellation/rules/particulars'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { amendRequest as amend } from '@/lib/writer'
import { openSchema } from '@/lib/cancellation/rules/schemas'
import { errorsOf } from '@/lib/forms/errors-of'
import { refusedBy } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'

/** Corrects what was recorded at opening. */
export const amendRequest = staffAction(
  'request.open',
  () => z.record(z.string(), z.unknown()),
  async (viewer, asked, form) => {
    const now = new Date()
    const seen = {
      reference: String(form.get('$reference') ?? ''),
      version: Number(form.get('$version')) || undefined,
    }
    const one = await oneRequest(viewer, seen.reference, now)
    if (!one?.personal || !one.identifiers || !one.situation.actor.capacities.includes('staff'))
      return refusedBy({ code: 'not_found' })
    const parsed = openSchema(dayOf(now)).safeParse(
      withKeptNumbers(asked, inputOf(one.record, one.personal, one.identifiers)),
    )
    if (!parsed.success) return { status: 'invalid', errors: errorsOf(parsed.error) }
    const written = await amend({ actor: accountActor(viewer), seen, input: parsed.data, now })
    return written.ok
      ? redirect({ href: `/requests/${written.value.reference}`, locale: await getLocale() })
      : refusedBy(written.refusal)
  },
)
