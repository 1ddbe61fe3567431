'use server'
import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { customerAction } from '@/lib/auth/customer-action'
import { grantStatusPass } from '@/lib/auth/status-pass'
import { isDuty } from '@/lib/cancellation/rules/duties'
import { type Actor, dropDocument, makeMove, noteDuty, noteStep } from '@/lib/writer'
import { type FormState, hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'
import { sendCode, spendCode } from '@/lib/notices/codes/commands'
import { addressOf } from '@/lib/rate-limits/address'
import { countAttempt, refundAttempt } from '@/lib/rate-limits/commands'

type Written = Awaited<ReturnType<typeof makeMove>>

async function formResult(written: Written, reference: string, done: string): Promise<FormState> {
  return written.ok
    ? redirect({ href: `/status/${reference}?done=${done}`, locale: await getLocale() })
    : refusedBy(written.refusal)
}

const moving = (
  move: 'withdraw' | 'supply' | 'submit',
  take: (input: Record<string, unknown>) => Record<string, unknown>,
) =>
  customerAction(async (by: Actor, { reference, version, input }) =>
    formResult(
      await makeMove({
        actor: by,
        seen: { reference, version },
        move,
        input: take(input),
        now: new Date(),
      }),
      reference,
      move,
    ),
  )

/** Withdraws the request, until the point of no return. */
export const withdraw = moving('withdraw', () => ({}))

/** Answers the questions asked. */
export const supply = moving('supply', ({ answers }) => ({ answers }))

/** Submits an online request. */
export const submit = moving('submit', () => ({}))

/** Notes the carrier's reference or aftercare items: the writer permits customers no other step. */
export const note = customerAction(async (by, { reference, version, input, step }) =>
  formResult(
    await noteStep({ actor: by, seen: { reference, version }, step, input, now: new Date() }),
    reference,
    'noted',
  ),
)

/** Confirms the refund (P9), or rates the service: the writer permits customers no other duty. */
export const duty = customerAction(async (by, { reference, input }, form) => {
  const name = hiddenField(form, '$duty')
  return isDuty(name)
    ? formResult(
        await noteDuty({ actor: by, reference, duty: name, input, now: new Date() }),
        reference,
        name,
      )
    : refusedForm('wrong_state')
})

/** Removes a photo sent by the customer. */
export const takeAway = customerAction(async (by, { reference, input }) =>
  formResult(
    await dropDocument({
      actor: by,
      reference,
      document: String(input.document ?? ''),
      now: new Date(),
    }),
    reference,
    'dropped',
  ),
)

/** Sends a one-time code to the request's contact, for access beyond the phone's last digits. */
export const askForCode = customerAction(async ({ requestId }, { reference }) => {
  if (await countAttempt([['code_sent', reference]])) return refusedForm('too_many')
  const sent = await sendCode(requestId, 'open', new Date())
  return sent.ok ? { status: 'done' } : refusedForm(sent.refusal.code)
}, 'phone')

/** Checks a one-time code; a correct one gives this browser full access to the page. */
export const enterCode = customerAction(async ({ requestId }, { reference, input }) => {
  const code = String(input.code ?? '').replace(/\D/g, '')
  if (code.length !== 6) return { status: 'invalid', errors: { code: 'code_six_digits' } }
  const tries = [
    ['one_time_code_from', `${reference}|${addressOf(await headers())}`],
    ['one_time_code', reference],
  ] as const
  if (await countAttempt(tries)) return refusedForm('too_many')
  const spent = await spendCode(requestId, 'open', code, new Date())
  if (!spent.ok) return { status: 'invalid', errors: { code: spent.refusal.code } }
  await refundAttempt(tries)
  await grantStatusPass(reference, { by: 'code', version: spent.value.contact })
  return redirect({ href: `/status/${reference}`, locale: await getLocale() })
}, 'phone')
