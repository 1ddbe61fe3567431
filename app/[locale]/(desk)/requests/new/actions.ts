'use server'
import { accountActor } from '@/lib/cancellation/rules/actor'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { staffAction } from '@/lib/auth/action'
import { dayOf } from '@/lib/domain/days'
import { readReference } from '@/lib/domain/identifiers/reference'
import { openFurtherNumber as openFurther, openRequest as open } from '@/lib/writer'
import { openSchema } from '@/lib/cancellation/rules/schemas'
import { carrierByCode } from '@/lib/carriers/queries'
import { alternatives, channels } from '@/lib/domain/coded-values'
import { countAlternative } from '@/lib/reports/commands'
import { memberStore } from '@/lib/stores/queries/stores'
import { hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
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

/** Counts what a customer does instead of cancelling (P21); nothing about the customer is kept. */
export const noteAlternative = staffAction(
  'request.open',
  () => alternativeSchema,
  async (viewer, { store, ...chosen }) => {
    const theirs = await memberStore(viewer.memberships, store)
    if (!theirs) return refusedForm('not_yours')
    if (!(await carrierByCode(chosen.carrier))) return refusedForm('not_found')
    await countAlternative({ ...chosen, storeId: theirs.id, day: dayOf(new Date()) })
    return { status: 'done' }
  },
)

const alternativeSchema = z.strictObject({
  store: z.string('required').max(40),
  carrier: z.string('required').max(40),
  channel: z.enum(channels, 'required'),
  alternative: z.enum(alternatives, 'required'),
})

const toSlip = async (reference: string) =>
  redirect({ href: `/requests/${reference}?print=slip`, locale: await getLocale() })
