'use server'
import { getLocale } from 'next-intl/server'
import { staffAction } from '@/lib/auth/action'
import { carrierSchema, obligationsSchema, offeredSchema } from '@/lib/carriers/schemas'
import { changeCarrier, changeObligations, changeOffered } from '@/lib/carriers/write'
import { type FormState, hiddenField, refusedBy } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/navigation'
import type { Result } from '@/lib/result'


async function settled(written: Result<{ code: string }>): Promise<FormState> {
  return written.ok ? redirect({ href: `/carriers/${written.value.code}?saved=1`, locale: await getLocale() }) : refusedBy(written.refusal)
}

/** Changes what a carrier allows and promises. */
export const saveCarrier = staffAction('settings.edit', () => carrierSchema, async (viewer, change, form) =>
  settled(await changeCarrier(viewer.id, hiddenField(form, '$code'), change, hiddenField(form, '$seen'), new Date())),
)

/** Changes where a carrier offers which path. */
export const saveOffers = staffAction('settings.edit', () => offeredSchema, async (viewer, { offered }, form) =>
  settled(await changeOffered(viewer.id, hiddenField(form, '$code'), offered, hiddenField(form, '$seen'), new Date())),
)

/** Changes what a carrier wants cleared first. */
export const saveObligations = staffAction('settings.edit', () => obligationsSchema, async (viewer, { items }, form) =>
  settled(await changeObligations(viewer.id, hiddenField(form, '$code'), items, hiddenField(form, '$seen'), new Date())),
)
