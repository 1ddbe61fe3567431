'use server'
import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { dropStatusPass, grantStatusPass } from '@/lib/auth/status-pass'
import { publicAction } from '@/lib/auth/public-action'
import { statusAccess } from '@/lib/cancellation/queries/status'
import { redirect } from '@/lib/i18n/redirect'
import { readReference } from '@/lib/identifiers/reference'
import { lookUpTries } from '@/lib/tries/address'
import { countTry, forgiveTry } from '@/lib/tries/write'
import type { LookupState } from './lookup-state'

/** Looks a request up; whatever is wrong gets the same answer, save a reference that cannot be one. */
export const lookUp = publicAction(async (_: LookupState, form: FormData): Promise<LookupState> => {
  const typed = { reference: String(form.get('reference') ?? '').slice(0, 40), secret: String(form.get('secret') ?? '').trim().slice(0, 40) }
  const reference = readReference(typed.reference)
  if (!reference) return { ...typed, answer: 'typo' }
  if (!typed.secret) return { ...typed, answer: 'secretNeeded' }
  const tries = lookUpTries(await headers(), reference)
  const wait = await countTry(tries)
  if (wait) return { ...typed, answer: 'tooMany', minutes: Math.ceil(wait / 60) }
  const access = await statusAccess(reference, typed.secret, new Date())
  if (!access) return { ...typed, answer: 'nothing' }
  await forgiveTry(tries)
  await grantStatusPass(reference, access)
  return redirect({ href: `/status/${reference}`, locale: await getLocale() })
})

/** Takes the view of the request away from this browser: a borrowed phone, a counter screen. */
export const leave = publicAction(async (form: FormData) => {
  await dropStatusPass(readReference(String(form.get('reference') ?? '')) ?? '')
  redirect({ href: '/status', locale: await getLocale() })
})
