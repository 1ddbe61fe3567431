import 'server-only'
import type { Actor } from '@/lib/cancellation/rules/actor'
import { requestIdOf } from '@/lib/cancellation/queries/status'
import { type FormState, hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { readForm } from '@/lib/forms/read-form'
import { readReference } from '@/lib/domain/identifiers/reference'
import { submitOnce } from '@/lib/form-submissions/commands'
import { countAttempt } from '@/lib/rate-limits/commands'
import { guardMark } from './action'
import { type PassKind, statusPassFor } from './status-pass'
import { takingForm } from './taking-form'
import { catchUnexpected } from './unexpected-errors'

type Asked = {
  reference: string
  version: number | undefined
  input: Record<string, unknown>
  step: string
}
type Customer = Extract<Actor, { kind: 'customer' }>

/**
 * Guards a customer's action on their own request: `slip` requires authentication by slip or code,
 * `phone` only the look-up.
 */
export function customerAction(
  work: (by: Customer, asked: Asked, form: FormData) => Promise<FormState>,
  least: PassKind = 'slip',
) {
  const action = takingForm(refusedForm('form_malformed'), (form) =>
    catchUnexpected(async () => {
      const reference = readReference(hiddenField(form, '$reference'))
      const pass = reference ? await statusPassFor(reference) : null
      const requestId =
        reference && (pass === 'slip' || pass === least) ? await requestIdOf(reference) : null
      if (!reference || !requestId) return refusedForm('pass_over')
      const counted = [['customer_form', `${reference}|${pass}`]] as const
      if (await countAttempt(counted)) return refusedForm('too_many')
      const read = readForm(form)
      if (!read.ok) return refusedBy(read.refusal)
      const version = Number(hiddenField(form, '$version')) || undefined
      const asked = { reference, version, input: read.value, step: hiddenField(form, '$step') }
      return submitOnce(form, () => work({ kind: 'customer', requestId }, asked, form))
    }),
  )
  return Object.assign(action, { [guardMark]: 'customer' })
}
