'use server'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { staffAction } from '@/lib/auth/action'
import { type FormState, hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'
import type { Refusal } from '@/lib/result'
import { newStoreSchema, storeSchema } from '@/lib/stores/schemas'
import { changeStore, createStore, deleteStore } from '@/lib/stores/commands'

const toStores = async () => redirect({ href: '/stores?saved=1', locale: await getLocale() })

/** Creates a store. */
export const addStore = staffAction(
  'settings.edit',
  () => newStoreSchema,
  async (viewer, store) => {
    const made = await createStore(store, viewer.id, new Date())
    if (made.ok) return toStores()
    return made.refusal.code === 'code_taken'
      ? { status: 'invalid', errors: { code: 'code_taken' } }
      : refusedBy(made.refusal)
  },
)

/** Changes a store. */
export const saveStore = staffAction(
  'settings.edit',
  () => storeSchema,
  async (viewer, change, form) => {
    const saved = await changeStore(
      viewer.id,
      hiddenField(form, '$code'),
      change,
      hiddenField(form, '$seen'),
      new Date(),
    )
    return saved.ok ? toStores() : refusedInUse(saved.refusal)
  },
)

/** Deletes a store that was never used. */
export const removeStore = staffAction(
  'settings.edit',
  () => z.strictObject({}),
  async (viewer, _, form) => {
    const deleted = await deleteStore(
      viewer.id,
      hiddenField(form, '$code'),
      hiddenField(form, '$seen'),
      new Date(),
    )
    return deleted.ok ? toStores() : refusedInUse(deleted.refusal)
  },
)

async function refusedInUse(refusal: Refusal): Promise<FormState> {
  if (!refusal.uses) return refusedBy(refusal)
  const t = await getTranslations('settings.store.uses')
  return refusedForm(refusal.code, {
    since: refusal.uses.map(({ by, count, example }) => t(by as 'requests', { count, example })),
  })
}
