'use server'
import { getLocale, getTranslations } from 'next-intl/server'
import { staffAction } from '@/lib/auth/action'
import { carrierByCode, restingOnObligations } from '@/lib/carriers/queries'
import { carrierSchema } from '@/lib/carriers/schemas'
import { changeCarrier } from '@/lib/carriers/commands'
import { type FormState, hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { nameIn } from '@/lib/i18n/bilingual'
import { redirect } from '@/lib/i18n/redirect'
import { groupReference } from '@/lib/domain/identifiers/reference'
import type { Use } from '@/lib/result'

/** Changes all that is set for a carrier. */
export const saveCarrier = staffAction(
  'settings.edit',
  () => carrierSchema,
  async (viewer, change, form): Promise<FormState> => {
    const code = hiddenField(form, '$code')
    const seen = hiddenField(form, '$seen')
    const confirmed = hiddenField(form, '$confirmed')
    const written = await changeCarrier(viewer.id, code, change, seen, new Date(), confirmed)
    if (written.ok)
      return redirect({
        href: `/carriers/${code}?${new URLSearchParams({
          tab: hiddenField(form, '$tab').slice(0, 20),
          saved: '1',
        })}`,
        locale: await getLocale(),
      })
    const { refusal } = written
    if (refusal.code === 'consequence_changed')
      return refusedForm(refusal.code, { since: [await restingNow(code)] })
    return refusal.uses
      ? refusedForm(refusal.code, { since: await usesInWords(code, refusal.uses) })
      : refusedBy(refusal)
  },
)

async function restingNow(carrier: string): Promise<string> {
  const t = await getTranslations('settings.obligation')
  const { count, newest } = await restingOnObligations(carrier)
  return t('restingNow', { count, newest: newest ? groupReference(newest) : '' })
}

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
