'use server'
import { accountActor } from '@/lib/cancellation/rules/actor'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { sheetAddress, sheetLook } from '@/components/print/sheet-look'
import { staffAction } from '@/lib/auth/action'
import type { Viewer } from '@/lib/auth/viewer'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { carrierReferenceOf } from '@/lib/cancellation/rules/carrier-reference'
import { readReference } from '@/lib/domain/identifiers/reference'
import { may } from '@/lib/domain/permissions'
import { isDuty } from '@/lib/cancellation/rules/duties'
import { isLaterMove } from '@/lib/cancellation/rules/move-inputs'
import {
  changeGuide as writeGuide,
  dropDocument,
  makeMove as writeMove,
  noteCall as writeCall,
  noteDuty as writeDuty,
  notePhase,
  noteWaiting,
  reissueSlip,
} from '@/lib/writer'
import { hiddenField, refusedBy, refusedForm } from '@/lib/forms/form-state'
import { redirect } from '@/lib/i18n/redirect'
import { refusedWithChanges } from './stale'

const anything = () => z.record(z.string(), z.unknown())
const phaseInput = () =>
  z.object({
    steps: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
    move: z.record(z.string(), z.unknown()).default({}),
    handsOver: z.boolean().default(false),
  })
type PhaseInput = z.output<ReturnType<typeof phaseInput>>
const ownEntry = <T>(entries: Record<string, T>, key: string) =>
  Object.hasOwn(entries, key) ? entries[key] : undefined
const seenIn = (form: FormData) => ({
  reference: hiddenField(form, '$reference'),
  version: Number(hiddenField(form, '$version')) || undefined,
})
const backTo = async (reference: string) =>
  redirect({ href: `/requests/${reference}`, locale: await getLocale() })

const phaseMoves = ['submit', 'complete'] as const
/** No move: the receipt of a completed request was handed over. */
const handOver = 'hand_over'

/**
 * Saves what was filled of a phase, by step, makes the phase's move where that button was pressed,
 * and notes the receipt as handed over where it was; the writer validates each outcome by its
 * step's kind.
 */
export const savePhase = staffAction('request.note', phaseInput, async (viewer, input, form) => {
  const filled = hiddenField(form, '$steps').split(' ').filter(Boolean)
  const steps = Object.fromEntries(filled.map((id) => [id, ownEntry(input.steps, id) ?? {}]))
  const pressed = hiddenField(form, '$move')
  const name = phaseMoves.find((move) => move === pressed)
  if (name && !may(viewer.memberships, 'request.move')) return refusedForm('not_yours')
  const seen = seenIn(form)
  const written = await notePhase({
    actor: accountActor(viewer),
    seen,
    steps,
    move: name && {
      name,
      input: name === 'submit' ? input.move : await confirmedBy(viewer, seen.reference, input),
    },
    handsOver: name === 'complete' ? input.handsOver : pressed === handOver,
    now: new Date(),
  })
  if (!written.ok) return refusedWithChanges(viewer, seen, written.refusal)
  const { reference } = written.value
  if (!name) return backTo(reference)
  const print = name === 'complete' ? 'receipt' : 'dated'
  return redirect({ href: `/requests/${reference}?print=${print}`, locale: await getLocale() })
})

/** Where the carrier's confirmation has no number of its own, it is the reference (F20). */
async function confirmedBy(viewer: Viewer, reference: string, { steps, move }: PhaseInput) {
  if (move.confirmation) return move
  const typed = Object.values(steps).find((outcome) => outcome.carrierReference)?.carrierReference
  const confirmation = typed ?? (await carrierReferenceAt(viewer, reference))
  return { ...move, ...(confirmation ? { confirmation } : {}) }
}

async function carrierReferenceAt(viewer: Viewer, reference: string) {
  const one = await oneRequest(viewer, readReference(reference) ?? '', new Date())
  if (!one) return null
  const step = one.situation.guide.steps.find(({ kind }) => kind === 'carrier_submission')
  return step ? carrierReferenceOf(one.record, one.personal, step.id) : null
}

/** Makes a move; the writer validates its input and judges it. */
export const makeMove = staffAction('request.move', anything, async (viewer, input, form) => {
  const name = hiddenField(form, '$move')
  if (!isLaterMove(name)) return refusedForm('wrong_state')
  const written = await writeMove({
    actor: accountActor(viewer),
    seen: seenIn(form),
    move: name,
    input,
    now: new Date(),
  })
  if (!written.ok) return refusedWithChanges(viewer, seenIn(form), written.refusal)
  // Both make the customer's slip out of date; a reviewer has no customer at hand.
  const { reference, store } = written.value
  const atCounter = viewer.memberships.some(
    ({ role, storeCode }) => role === 'staff' && storeCode === store,
  )
  if (name === 'submit' || (name === 'take_back' && atCounter))
    return redirect({ href: `/requests/${reference}/slip`, locale: await getLocale() })
  return backTo(reference)
})

/** Notes a duty (a refund, a card handed back) or the assignee. */
export const noteDuty = staffAction('request.note', anything, async (viewer, input, form) => {
  const duty = hiddenField(form, '$duty')
  if (!isDuty(duty)) return refusedForm('wrong_state')
  // Releasing means assigning nobody; empty fields are dropped from the form.
  const dutyInput = duty === 'assign' ? { assignee: null, ...input } : input
  const written = await writeDuty({
    actor: accountActor(viewer),
    reference: hiddenField(form, '$reference'),
    duty,
    input: dutyInput,
    now: new Date(),
  })
  if (!written.ok) return refusedBy(written.refusal)
  return duty === 'reprint_receipt'
    ? redirect({ href: receiptAddress(written.value.reference, form), locale: await getLocale() })
    : backTo(written.value.reference)
})

// A reprint comes out on the paper that was chosen for it.
const receiptAddress = (reference: string, form: FormData) =>
  sheetAddress(
    `/requests/${reference}/receipt`,
    sheetLook({ paper: hiddenField(form, '$paper'), type: hiddenField(form, '$type') }, 'a4'),
  )

/** Notes what came of the carrier's call (P15). */
export const noteCall = staffAction('request.note', anything, async (viewer, input, form) => {
  const seen = seenIn(form)
  const written = await writeCall({
    actor: accountActor(viewer),
    seen,
    input,
    now: new Date(),
  })
  return written.ok
    ? backTo(written.value.reference)
    : refusedWithChanges(viewer, seen, written.refusal)
})

/** Marks that the customer waits at the counter, or no longer does. */
export const setWaiting = staffAction('request.note', anything, async (viewer, _, form) => {
  const written = await noteWaiting({
    actor: accountActor(viewer),
    reference: hiddenField(form, '$reference'),
    customerWaiting: hiddenField(form, '$waiting') === 'true',
    now: new Date(),
  })
  return written.ok ? backTo(written.value.reference) : refusedBy(written.refusal)
})

/** Issues a new slip for a lost one; the old code becomes void. */
export const newSlip = staffAction('request.print', anything, async (viewer, _, form) => {
  const written = await reissueSlip({
    actor: accountActor(viewer),
    reference: hiddenField(form, '$reference'),
    now: new Date(),
  })
  return written.ok
    ? redirect({ href: `/requests/${written.value.reference}/slip`, locale: await getLocale() })
    : refusedBy(written.refusal)
})

/** Moves the request to the guide's newest revision. */
export const changeGuide = staffAction('request.move', anything, async (viewer, _, form) => {
  const written = await writeGuide({
    actor: accountActor(viewer),
    seen: seenIn(form),
    to: hiddenField(form, '$revision'),
    now: new Date(),
  })
  return written.ok
    ? backTo(written.value.reference)
    : refusedWithChanges(viewer, seenIn(form), written.refusal)
})

/** Removes a document copy: a wrong page, an unreadable photo. */
export const takeAway = staffAction('request.note', anything, async (viewer, input, form) => {
  const written = await dropDocument({
    actor: accountActor(viewer),
    reference: hiddenField(form, '$reference'),
    document: String(input.document ?? ''),
    now: new Date(),
  })
  return written.ok ? backTo(written.value.reference) : refusedBy(written.refusal)
})
