'use server'
import { getLocale } from 'next-intl/server'
import { customerAction } from '@/lib/auth/customer-action'
import { type By, makeMove, noteStep } from '@/lib/cancellation/record'
import { type FormState, refusedBy } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/navigation'

type Written = Awaited<ReturnType<typeof makeMove>>

async function settled(written: Written, reference: string, done: string): Promise<FormState> {
  return written.ok ? redirect({ href: `/status/${reference}?done=${done}`, locale: await getLocale() }) : refusedBy(written.refusal)
}

const moving = (move: 'withdraw' | 'supply' | 'submit', take: (input: Record<string, unknown>) => Record<string, unknown>) =>
  customerAction(async (by: By, { reference, version, input }) => settled(await makeMove(by, { reference, version }, move, take(input), new Date()), reference, move))

/** Withdraws the request, until the point of no return. */
export const withdraw = moving('withdraw', () => ({}))

/** Answers what was asked for. */
export const supply = moving('supply', ({ answers }) => ({ answers }))

/** Submits an online request from home. */
export const submit = moving('submit', () => ({}))

/** Notes the carrier's reference, or ticks what is done afterwards: the writer lets a customer note no other step. */
export const note = customerAction(async (by, { reference, version, input, step }) => settled(await noteStep(by, { reference, version }, step, input, new Date()), reference, 'noted'))
