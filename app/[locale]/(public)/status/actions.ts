'use server'
import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { dropStatusPass, grantStatusPass } from '@/lib/auth/status-pass'
import { publicForm } from '@/lib/auth/public-action'
import { lookUpStatus } from '@/lib/cancellation/queries/look-up'
import { redirect } from '@/lib/i18n/redirect'
import { readReference } from '@/lib/domain/identifiers/reference'
import type { LookupState } from './lookup-state'

const nothingTyped: LookupState = { reference: '', secret: '', answer: 'typo' }

/** Looks a request up; every failure gets the same answer, except a malformed reference. */
export const lookUp = publicForm<LookupState>(nothingTyped, async (form) => {
  const typed = {
    reference: String(form.get('reference') ?? '').slice(0, 40),
    secret: String(form.get('secret') ?? '')
      .trim()
      .slice(0, 40),
  }
  if (!typed.reference.trim()) return { ...typed, answer: 'referenceNeeded' }
  const reference = readReference(typed.reference)
  if (!reference) return { ...typed, answer: 'typo' }
  if (!typed.secret) return { ...typed, answer: 'secretNeeded' }
  const found = await lookUpStatus(reference, typed.secret, await headers(), new Date())
  if (found.answer === 'opens') {
    await grantStatusPass(reference, found.access)
    return redirect({ href: `/status/${reference}`, locale: await getLocale() })
  }
  const { answer } = found
  return { ...typed, answer, ...(answer === 'tooMany' && { minutes: found.minutes }) }
})

/** Revokes this browser's pass: for a borrowed phone or a counter screen. */
export const leave = publicForm<void>(undefined, async (form) => {
  await dropStatusPass(readReference(String(form.get('reference') ?? '')) ?? '')
  redirect({ href: '/status', locale: await getLocale() })
})
