'use server'
import { getLocale } from 'next-intl/server'
import { staffAction } from '@/lib/auth/action'
import { hiddenField, refusedBy } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/navigation'
import { newStoreSchema, storeSchema } from '@/lib/stores/schemas'
import { changeStore, createStore } from '@/lib/stores/write'

const toStores = async () => redirect({ href: '/stores?saved=1', locale: await getLocale() })

/** A new store. */
export const addStore = staffAction('settings.edit', () => newStoreSchema, async (viewer, store) => {
  const made = await createStore(store, viewer.id, new Date())
  if (made.ok) return toStores()
  return made.refusal.code === 'code_taken' ? { status: 'invalid', errors: { code: 'code_taken' } } : refusedBy(made.refusal)
})

/** Changes a store. */
export const saveStore = staffAction('settings.edit', () => storeSchema, async (viewer, change, form) => {
  const saved = await changeStore(viewer.id, hiddenField(form, '$code'), change, hiddenField(form, '$seen'), new Date())
  return saved.ok ? toStores() : refusedBy(saved.refusal)
})
