'use server'
import { accountActor } from '@/lib/cancellation/rules/actor'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { staffAction } from '@/lib/auth/action'
import type { Viewer } from '@/lib/auth/viewer'
import type { ContactProof } from '@/lib/cancellation/rules/request-record'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { confirmContact } from '@/lib/writer'
import { hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'
import { sendCode, spendCode } from '@/lib/notices/codes/commands'
import { countAttempt } from '@/lib/rate-limits/commands'

const anything = () => z.record(z.string(), z.unknown())

async function confirmed(viewer: Viewer, reference: string, how: ContactProof, proved?: number) {
  const actor = accountActor(viewer)
  const written = await confirmContact({
    actor,
    reference,
    how,
    now: new Date(),
    provedContact: proved,
  })
  return written.ok
    ? redirect({ href: `/requests/${written.value.reference}`, locale: await getLocale() })
    : refusedBy(written.refusal)
}

/**
 * Sends a code to the request's contact at the counter: reading it back proves that the contact
 * works.
 */
export const sendContactCode = staffAction('request.note', anything, async (viewer, _, form) => {
  const reference = hiddenField(form, '$reference')
  const one = await oneRequest(viewer, reference, new Date())
  if (!one) return refusedForm('not_found')
  if (await countAttempt([['code_sent', `desk|${reference}`]])) return refusedForm('too_many')
  const sent = await sendCode(one.record.id, 'confirm', new Date())
  return sent.ok ? { status: 'done' } : refusedForm(sent.refusal.code)
})

/** Checks the code read back by the customer; a correct one confirms the contact. */
export const enterContactCode = staffAction(
  'request.note',
  anything,
  async (viewer, input, form) => {
    const reference = hiddenField(form, '$reference')
    const code = String(input.code ?? '').replace(/\D/g, '')
    if (code.length !== 6) return { status: 'invalid', errors: { code: 'code_six_digits' } }
    const one = await oneRequest(viewer, reference, new Date())
    if (!one) return refusedForm('not_found')
    if (await countAttempt([['contact_code', `${viewer.id}|${reference}`]]))
      return refusedForm('too_many')
    const spent = await spendCode(one.record.id, 'confirm', code, new Date())
    if (!spent.ok) return { status: 'invalid', errors: { code: spent.refusal.code } }
    return confirmed(viewer, reference, 'code', spent.value.contact)
  },
)

/** Notes that the customer signed for "printed slip only". */
export const noteSlipOnly = staffAction('request.note', anything, (viewer, _, form) =>
  confirmed(viewer, hiddenField(form, '$reference'), 'signed'),
)
