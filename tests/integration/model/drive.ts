// Does to the product what the model was told, through the writer, and says where the two disagree.
import type { MembershipOf } from '@/lib/domain/permissions'
import { addDays, dayOf } from '@/lib/domain/days'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import type { LaterMove } from '@/lib/cancellation/rules/move-inputs'
import {
  type Actor,
  type Written,
  amendRequest,
  makeMove,
  noteCall,
  noteReminder,
  noteStep,
  openRequest,
} from '@/lib/writer'
import { smoothOutcome } from '@/lib/ops/seed/demo-walk'
import { must, reviewer, someInput, staff, tuesday } from '../../factories/requests'
import { choose, randomFrom, somePath } from './choose'
import { type Command, type Model, type Person, after, allows, begin, clearingDays } from './model'

export type Cast = {
  clerk: Actor
  both: Actor
  reviewer: Actor
  far: Actor & { kind: 'account' }
  stores: Record<'demo' | 'far', { id: string; code: string }>
}

/** The people of the model; `far` works at a store that the test has made. */
export async function castOf(
  far: Actor & { kind: 'account' },
  stores: Cast['stores'],
): Promise<Cast> {
  const clerk = (await staff()) as Actor & { kind: 'account' }
  const asReviewer = clerk.memberships.map(
    (membership): MembershipOf => ({ ...membership, role: 'reviewer' }),
  )
  // Somebody who is staff and reviewer at once, under an id of their own.
  const both = {
    ...clerk,
    id: '00000000-0000-7000-8000-00000000b074',
    memberships: [...clerk.memberships, ...asReviewer],
  }
  return { clerk, both, reviewer: await reviewer(), far, stores }
}

export type Step = { person: Person; command: Command; written: Written | null; model: Model }

/**
 * One sequence; throws with the whole story when product and model part. Gives each step that was
 * taken.
 */
export async function runSequence(
  cast: Cast,
  seed: number,
  length: number,
): Promise<{ record: RequestRecord; steps: Step[] }> {
  const random = randomFrom(seed)
  const path = somePath(random)
  let model = begin(path)
  const input = someInput({
    cardType: path.card,
    channel: path.channel,
    carrier: path.carrier,
    region: path.region,
  })
  let record = must(await openRequest({ actor: cast.clerk, input, now: tuesday }))
  const steps: Step[] = []
  for (let count = 0; count < length && !record.endedAt; count += 1) {
    const [person, command] = choose(random, model)
    const allowed = allows(model, person, command)
    const written = command.do === 'wait' ? null : await act(cast, record, model, person, command)
    if (allowed) model = after(model, person, command)
    if (written?.ok) record = written.value
    steps.push({ person, command, written, model })
    const agrees =
      written === null ||
      (written.ok === allowed &&
        record.state === model.state &&
        record.store === model.store &&
        (record.call?.state ?? null) === (model.call?.state ?? null) &&
        (record.call?.missed ?? 0) === (model.call?.missed ?? 0))
    if (!agrees) {
      const story = steps.map(
        (step) =>
          `${step.person} ${JSON.stringify(step.command)} → ` +
          `${step.written ? (step.written.ok ? 'done' : JSON.stringify(step.written.refusal)) : '…'}`,
      )
      throw new Error(
        `seed ${seed}: the model says ${allowed ? 'yes' : 'no'}, ${model.state}; the product ` +
          `${record.state}\n${story.join('\n')}`,
      )
    }
  }
  return { record, steps }
}

function byOf(cast: Cast, record: RequestRecord, person: Person): Actor {
  if (person === 'customer') return { kind: 'customer', requestId: record.id }
  return person === 'system' ? { kind: 'system' } : cast[person]
}

async function act(
  cast: Cast,
  record: RequestRecord,
  model: Model,
  person: Person,
  command: Exclude<Command, { do: 'wait' }>,
): Promise<Written> {
  const by = byOf(cast, record, person)
  const now = new Date(tuesday.getTime() + model.today * 86_400_000)
  const seen = { reference: record.reference }
  switch (command.do) {
    case 'remind':
      return person === 'system'
        ? noteReminder(record.reference, now)
        : { ok: false, refusal: { code: 'not_yours' } }
    case 'call':
      return noteCall({
        actor: by,
        seen,
        input: {
          call: command.outcome,
          ...(command.outcome === 'phone_dead' && { on: 'other', phone: '13700137000' }),
        },
        now,
      })
    case 'note': {
      const stepId = command.kind
      return noteStep({
        actor: by,
        seen,
        step: stepId,
        input: await outcomeOf(command, record, now),
        now,
      })
    }
    case 'amend': {
      const change =
        command.change === 'holder'
          ? {
              holder: {
                name: '改',
                document: {
                  type: 'passport',
                  number: `E${Math.floor(Math.random() * 1e8)}Z`,
                  country: 'CN',
                },
              },
            }
          : {}
      const fresh = someInput({
        cardType: record.cardType,
        channel: record.channel,
        carrier: record.carrier,
        region: record.region,
        ...change,
      })
      return amendRequest({
        actor: by,
        seen,
        input: await amended(record, fresh, command.change),
        now,
      })
    }
    case 'move': {
      const receiving = cast.stores[model.store === 'demo' ? 'far' : 'demo']
      return makeMove({
        actor: by,
        seen,
        move: command.move as LaterMove,
        input: inputOf(command, dayOf(now)),
        now,
        receiving: command.move === 'transfer' ? receiving : undefined,
      })
    }
  }
}

const waiting = {
  waits: (clearsOn: string) => ({ state: 'waiting', clearsOn }),
  waits_on: (clearsOn: string) => ({
    state: 'waiting',
    waitsFor: 'nobody',
    clearsOn,
    nextDay: true,
  }),
  blocked: (clearsOn: string) => ({
    state: 'waiting',
    waitsFor: 'customer',
    clearsOn,
    why: 'a secondary card',
  }),
}

async function outcomeOf(
  command: Extract<Command, { do: 'note' }>,
  record: RequestRecord,
  now: Date,
) {
  const { kind, variant } = command
  if (kind === 'obligations' && variant !== 'good' && variant !== 'missing') {
    const { items } = (await smoothOutcome('obligations', record, now)) as {
      items: Record<string, unknown>
    }
    return {
      items: {
        ...items,
        contract: waiting[variant](addDays(dayOf(now), clearingDays)),
      },
    }
  }
  if (kind === 'balance' && variant === 'missing')
    return { ...(await smoothOutcome(kind, record, now)), destination: undefined }
  if (kind === 'materials' && variant !== 'good')
    return { items: { identity_copy: { state: 'present' } } }
  return smoothOutcome(command.kind as Parameters<typeof smoothOutcome>[0], record, now)
}

/** What an amendment asks for: all as it was but the one thing. */
async function amended(
  record: RequestRecord,
  fresh: ReturnType<typeof someInput>,
  change: 'holder' | 'number',
) {
  const { database } = await import('@/lib/db/client')
  const { openRows } = await import('@/lib/cancellation/queries/opened')
  const { inputOf: asked } = await import('@/lib/cancellation/rules/particulars')
  const row = await database().request.findUniqueOrThrow({ where: { id: record.id } })
  const [opened] = await openRows([{ ...row, record }])
  if (!opened?.personal || !opened.identifiers) throw new Error('erased')
  const before = asked(record, opened.personal, opened.identifiers)
  return change === 'holder'
    ? { ...before, holder: fresh.holder }
    : { ...before, phoneNumber: fresh.phoneNumber }
}

type MoveCommand = Extract<Command, { do: 'move' }>

function inputOf({ move, full, silent }: MoveCommand, today: string): Record<string, unknown> {
  const filled: Record<string, Record<string, unknown>> = {
    ask: { items: [{ step: 'materials', words: 'again please' }] },
    supply: { answers: [{ step: 'materials', words: 'here it is' }] },
    take_back: { reason: 'mistyped' },
    approve: { carrierResult: 'OK', explained: { call_unanswered: 'the carrier has told us' } },
    reject: { reason: 'other', words: 'sorry' },
    carrier_refuse: { reason: 'debt', carrierReference: 'X1', on: today },
    note_pre_cancelled: { on: today },
    complete: {
      confirmation: 'C1',
      on: today,
      ...(!silent && { reinstatableReason: 'the carrier closed it early' }),
    },
    withdraw: { reason: 'other', carrierCancelledIt: true },
    recall: { carrierWords: 'we have not acted' },
    reinstate: { confirmation: 'C2' },
    transfer: { identityMatched: true },
    displace: { otherHolderMatched: true },
  }
  return full ? (filled[move] ?? {}) : {}
}
