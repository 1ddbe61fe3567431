'use server'
import { accountActor } from '@/lib/cancellation/rules/actor'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { staffAction } from '@/lib/auth/action'
import { isBagAct } from '@/lib/cancellation/rules/bags'
import { isCustodyAct } from '@/lib/cancellation/rules/custody'
import { actOnBag, noteCustody } from '@/lib/writer'
import { hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'

const anything = () => z.record(z.string(), z.unknown())

/**
 * Notes an action on a customer's card: bagged, handed back, sent after its request, destroyed
 * uncollected.
 */
export const noteCard = staffAction('store.custody', anything, async (viewer, input, form) => {
  const act = hiddenField(form, '$act')
  if (!isCustodyAct(act)) return refusedForm('wrong_state')
  const written = await noteCustody({
    actor: accountActor(viewer),
    reference: hiddenField(form, '$reference'),
    act,
    input,
    now: new Date(),
  })
  if (!written.ok) return refusedBy(written.refusal)
  const href =
    hiddenField(form, '$back') === 'day' ? '/day' : `/requests/${written.value.reference}`
  return redirect({ href, locale: await getLocale() })
})

/** Seals a bag, hands it over or destroys it. */
export const workOnBag = staffAction('store.custody', anything, async (viewer, input, form) => {
  const act = hiddenField(form, '$act')
  if (!isBagAct(act)) return refusedForm('wrong_state')
  const written = await actOnBag({
    actor: accountActor(viewer),
    bag: hiddenField(form, '$number'),
    act,
    input,
    now: new Date(),
  })
  return written.ok
    ? redirect({ href: `/bags/${written.value.number}`, locale: await getLocale() })
    : refusedBy(written.refusal)
})
