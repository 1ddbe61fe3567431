'use server'
import { getLocale, getTranslations } from 'next-intl/server'
import { staffAction } from '@/lib/auth/action'
import { carrierByCode } from '@/lib/carriers/queries'
import { carrierSchema, obligationsSchema, offeredSchema } from '@/lib/carriers/schemas'
import { changeCarrier, changeObligations, changeOffered } from '@/lib/carriers/commands'
import { type FormState, hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { nameIn } from '@/lib/i18n/bilingual'
import { redirect } from '@/lib/i18n/redirect'
import { groupReference } from '@/lib/domain/identifiers/reference'
import type { Result, Use } from '@/lib/result'

async function formResult(written: Result<{ code: string }>): Promise<FormState> {
  return written.ok
    ? redirect({ href: `/carriers/${written.value.code}?saved=1`, locale: await getLocale() })
    : refusedBy(written.refusal)
}

/** Changes a carrier's terms. */
export const saveCarrier = staffAction(
  'settings.edit',
  () => carrierSchema,
  async (viewer, change, form) =>
    formResult(
      await changeCarrier(
        viewer.id,
        hiddenField(form, '$code'),
        change,
        hiddenField(form, '$seen'),
        new Date(),
      ),
    ),
)

/** Changes the paths that a carrier offers. */
export const saveOffers = staffAction(
  'settings.edit',
  () => offeredSchema,
  async (viewer, { offered }, form) =>
    formResult(
      await changeOffered(
        viewer.id,
        hiddenField(form, '$code'),
        offered,
        hiddenField(form, '$seen'),
        new Date(),
      ),
    ),
)

/** Changes a carrier's obligations. */
export const saveObligations = staffAction(
  'settings.edit',
  () => obligationsSchema,
  async (viewer, { items }, form) => {
    const code = hiddenField(form, '$code')
    const written = await changeObligations(
      viewer.id,
      code,
      items,
      hiddenField(form, '$seen'),
      new Date(),
    )
    return written.ok || !written.refusal.uses
      ? formResult(written)
      : refusedForm(written.refusal.code, { since: await usesInWords(code, written.refusal.uses) })
  },
)

async function usesInWords(carrier: string, uses: readonly Use[]): Promise<string[]> {
  const t = await getTranslations('settings.obligation')
  const locale = await getLocale()
  const obligations = (await carrierByCode(carrier))?.obligations ?? []
  return uses.map(({ of, count, example }) => {
    const named = obligations.find(({ code }) => code === of)
    return t('inUse', {
      name: named ? nameIn(locale, named) : (of ?? ''),
      count,
      example: groupReference(example),
    })
  })
}
