'use server'
import { accountActor } from '@/lib/cancellation/rules/actor'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { staffAction } from '@/lib/auth/action'
import { liveReference } from '@/lib/cancellation/queries/live'
import { makeMove } from '@/lib/writer'
import { refusedBy, refusedForm } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'
import { checkSubscriberNumber } from '@/lib/domain/identifiers/phone'
import { readReference } from '@/lib/domain/identifiers/reference'
import { storesOfStaff } from '@/lib/stores/queries/stores'
import { countAttempt, withRateLimit } from '@/lib/rate-limits/commands'

const transfer = () =>
  z.object({
    reference: z.string('required'),
    slipCode: z.string().optional(),
    identityMatched: z.boolean().optional(),
    store: z.string('required'),
  })
const displace = () =>
  z.object({ phoneNumber: z.string('required'), otherHolderMatched: z.boolean().optional() })

/**
 * Transfers another store's request here, by its slip's code or after matching the identity again.
 */
export const takeOver = staffAction(
  'request.open',
  transfer,
  async (viewer, { reference: typed, store, ...input }) => {
    const reference = readReference(typed)
    if (!reference) return { status: 'invalid', errors: { reference: 'reference_typo' } }
    // Only one of the clerk's own stores can receive it; the writer refuses any other.
    const receiving = (await storesOfStaff(viewer.memberships)).find(({ code }) => code === store)
    const by = accountActor(viewer)
    const take = () =>
      makeMove({
        actor: by,
        seen: { reference },
        move: 'transfer',
        input,
        now: new Date(),
        receiving,
      })
    const written = await withRateLimit([['take_over', viewer.id]], take, ({ ok }) => !ok)
    if (typeof written === 'number') return refusedForm('tried_too_often')
    if (!written.ok) return refusedBy(written.refusal)
    // Without the old slip a new one was issued: print it first.
    const page = input.identityMatched && !input.slipCode ? '/slip' : ''
    return redirect({ href: `/requests/${reference}${page}`, locale: await getLocale() })
  },
)

/** Voids another store's request for a mistyped number whose true holder is at this counter. */
export const displaceNumber = staffAction(
  'request.open',
  displace,
  async (viewer, { phoneNumber, otherHolderMatched }) => {
    const number = checkSubscriberNumber(phoneNumber)
    if (!number.ok) return { status: 'invalid', errors: { phoneNumber: number.fault } }
    // Disclose nothing about a number before the clerk confirms its holder.
    if (!otherHolderMatched) return refusedBy({ code: 'unmet', unmet: ['other_holder_matched'] })
    if (await countAttempt([['displace', viewer.id]])) return refusedForm('tried_too_often')
    const reference = await liveReference(number.value)
    if (!reference) return refusedBy({ code: 'not_found' })
    const written = await makeMove({
      actor: accountActor(viewer),
      seen: { reference },
      move: 'displace',
      input: { otherHolderMatched },
      now: new Date(),
    })
    return written.ok ? { status: 'done' } : refusedBy(written.refusal)
  },
)
