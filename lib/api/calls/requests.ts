import { visibleStores } from '@/lib/auth/policy'
import { eventsAfter } from '@/lib/cancellation/queries/events-after'
import { decryptedPage } from '@/lib/cancellation/queries/list'
import { warningsOf } from '@/lib/cancellation/queries/preflight'
import { changedSince } from '@/lib/cancellation/rules/looks'
import { type LaterMove, moveSchemas } from '@/lib/cancellation/rules/move-inputs'
import { inputOf } from '@/lib/cancellation/rules/particulars'
import {
  type Written,
  amendRequest,
  makeMove,
  noteStep,
  openRequest,
} from '@/lib/cancellation/commands'
import { wholeNumberIn } from '@/lib/cancellation/queries/search'
import { openSchema } from '@/lib/cancellation/rules/schemas'
import { memberStore } from '@/lib/stores/queries/stores'
import { countTry, withRateLimit } from '@/lib/tries/commands'
import { faultsOf } from '../faults'
import { mergePatch } from '../merge-patch'
import { type Problem, isProblem, problem } from '../problem'
import { type Answer, type Call, today } from '../serve'
import { faultWords } from '../words'
import { refusedAs } from './refusals'
import { headOf, noteLookOf, referenceOf, requestOf, shown } from './request-answer'

type Told = Promise<Answer | Problem>

/** Records a request. */
export async function create(call: Call): Told {
  const parsed = openSchema(today(call)).safeParse(call.body)
  if (!parsed.success) return problem('invalid', { faults: faultsOf(parsed.error) })
  if (
    !call.caller.memberships.some(
      ({ role, storeCode }) => role === 'staff' && storeCode === parsed.data.store,
    )
  )
    return problem('invalid', { faults: [{ pointer: '/store', code: 'store_not_yours' }] })
  const open = () => openRequest(call.by, parsed.data, call.now)
  const written = await withRateLimit([['api_live_number', call.caller.id]], open, tellsOfLive)
  if (typeof written === 'number') return problem('too_many', { retryAfter: written })
  if (!written.ok) return refusedAs(written.refusal)
  const words = await faultWords(call.locale)
  const warnings = Object.entries(warningsOf(call.body as object)).map(([path, code]) => ({
    pointer: `/${path.replaceAll('.', '/')}`,
    code,
    detail: words(code),
  }))
  const { reference } = written.value
  return shown(call, reference, 201, {
    value: warnings.length ? { warnings } : {},
    headers: { location: `/api/v1/requests/${reference}` },
  })
}

/** Whether an answer tells of a live request; whoever guesses numbers may hear few of them. */
const tellsOfLive = (written: Written) =>
  !written.ok && Boolean(written.refusal.unmet?.includes('no_live_request'))

/** A page of the requests that the key sees. */
export async function list({ caller, query }: Call): Told {
  type Query = { store?: string; updatedSince?: string; q?: string; cursor?: string; limit: number }
  const { store, updatedSince, ...filter } = query as Query
  if (!caller.fullNumber && wholeNumberIn(filter.q ?? '')) {
    return problem('invalid', { faults: [{ pointer: '/q', code: 'whole_number_refused' }] })
  }
  const since = updatedSince && { updatedSince: new Date(updatedSince) }
  const stores = visibleStores(caller.memberships, store)
  const { items, next } = await decryptedPage({ ...filter, stores, ...since }, ['personal'])
  return { status: 200, value: { items: items.map((opened) => headOf(opened)), next } }
}

/** One request; its whole number for a key that may see it, which is a look (L2). */
export async function read(call: Call): Told {
  const wholeNumber = await noteLookOf(call, referenceOf(call))
  return shown(call, call.params.reference ?? '', 200, { wholeNumber })
}

/** The history of one request, without personal values. */
export async function events(call: Call): Told {
  const one = await requestOf(call)
  if (isProblem(one)) return one
  const { limit, cursor } = call.query as { limit: number; cursor?: string }
  return { status: 200, value: await eventsAfter(one.record.id, Number(cursor ?? 0), limit) }
}

/** Notes a step. */
export async function note(call: Call): Told {
  const { step, ...outcome } = call.body as { step?: unknown }
  if (typeof step !== 'string' || !step)
    return problem('invalid', { faults: [{ pointer: '/step', code: 'required' }] })
  const written = await noteStep(
    call.by,
    {
      reference: referenceOf(call),
      ...(call.version !== undefined && { version: call.version }),
      exactly: true,
    },
    step,
    outcome,
    call.now,
  )
  return written.ok ? shown(call, written.value.reference) : refusedAs(written.refusal)
}

/** Makes a move. */
export async function move(call: Call): Told {
  const { move: name, ...carried } = call.body as { move?: unknown }
  if (typeof name !== 'string' || !Object.hasOwn(moveSchemas, name) || name === 'lapse')
    return problem('invalid', { faults: [{ pointer: '/move', code: 'move_unknown' }] })
  const later = name as LaterMove
  const { store, ...asked } = carried as { store?: unknown }
  const parsed = moveSchemas[later].safeParse(later === 'transfer' ? asked : carried)
  if (!parsed.success) return problem('invalid', { faults: faultsOf(parsed.error) })
  const receiving =
    later === 'transfer'
      ? await memberStore(call.caller.memberships, String(store ?? ''))
      : undefined
  if (receiving === null)
    return problem('invalid', { faults: [{ pointer: '/store', code: 'store_not_yours' }] })
  const seen = {
    reference: referenceOf(call),
    ...(call.version !== undefined && { version: call.version }),
  }
  const input = later === 'transfer' ? asked : carried
  const make = () => makeMove(call.by, seen, later, input, call.now, receiving)
  // Another store's request, by a slip that may be guessed at.
  const guessed = later === 'transfer' ? ([['take_over', call.caller.id]] as const) : []
  const written = await withRateLimit(guessed, make, ({ ok }) => !ok)
  if (typeof written === 'number') return problem('too_many', { retryAfter: written })
  return written.ok ? shown(call, written.value.reference) : refusedAs(written.refusal)
}

/** Mends what was recorded. */
export async function amend(call: Call): Told {
  const one = await requestOf(call)
  if (isProblem(one)) return one
  if (!one.personal || !one.identifiers) return problem('ended')
  if (changedSince(one.record, call.version)) return refusedAs({ code: 'stale' })
  // Whatever comes of it, an answer tells how what is sent compares with the number: it counts.
  const { phoneNumber, contact } = call.body as { phoneNumber?: unknown; contact?: unknown }
  const compares = phoneNumber !== undefined || contact !== undefined
  const wait = compares ? await countTry([['api_live_number', call.caller.id]]) : 0
  if (wait) return problem('too_many', { retryAfter: wait })
  const before = { ...inputOf(one.record, one.personal, one.identifiers), store: one.record.store }
  const parsed = openSchema(today(call)).safeParse(mergePatch(before, call.body))
  if (!parsed.success) return problem('invalid', { faults: faultsOf(parsed.error) })
  if (parsed.data.store !== before.store)
    return problem('invalid', { faults: [{ pointer: '/store', code: 'invalid' }] })
  const written = await amendRequest(
    call.by,
    {
      reference: one.record.reference,
      ...(call.version !== undefined && { version: call.version }),
    },
    parsed.data,
    call.now,
  )
  return written.ok ? shown(call, written.value.reference) : refusedAs(written.refusal)
}
