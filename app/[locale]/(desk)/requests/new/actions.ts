'use server'
import { accountActor } from '@/lib/cancellation/rules/actor'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { staffAction } from '@/lib/auth/action'
import { dayOf } from '@/lib/domain/days'
import { readReference } from '@/lib/domain/identifiers/reference'
import { openFurtherNumber as openFurther, openRequest as open } from '@/lib/writer'
import { openSchema } from '@/lib/cancellation/rules/schemas'
import { hiddenField, refusedBy } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'

/** Records the request and goes on to it; its first slip is printed there. */
export const openRequest = staffAction(
  'request.open',
  () => openSchema(dayOf(new Date())),
  async (viewer, input) => {
    const written = await open({ actor: accountActor(viewer), input, now: new Date() })
    return written.ok ? toSlip(written.value.reference) : refusedBy(written.refusal)
  },
)

/**
 * The same for a further number of the visit: the writer validates it once the document numbers of
 * the request at hand are in it.
 */
export const openFurtherNumber = staffAction(
  'request.open',
  () => z.record(z.string(), z.unknown()),
  async (viewer, asked, form) => {
    const from = readReference(hiddenField(form, '$from')) ?? ''
    const actor = accountActor(viewer)
    const written = await openFurther({ actor, from, asked, now: new Date() })
    return written.ok ? toSlip(written.value.reference) : refusedBy(written.refusal)
  },
)

const toSlip = async (reference: string) =>
  redirect({ href: `/requests/${reference}?print=slip`, locale: await getLocale() })
