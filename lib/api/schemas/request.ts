import { z } from 'zod'
import { walkStates } from '@/lib/cancellation/rules/walk'
import { moves, states } from '@/lib/cancellation/rules/workflow'
import { promiseReasons } from '@/lib/cancellation/rules/request-record'
import { callPhones, cardTypes, channels } from '@/lib/domain/coded-values'
import { stepKinds } from '@/lib/domain/step-kinds'
import { day, moment } from './values'

const promise = z
  .strictObject({
    date: day,
    estimated: z
      .boolean()
      .meta({ description: 'Reckoned through a year whose calendar is not published yet' }),
    reason: z.enum(promiseReasons),
  })
  .nullable()

const head = {
  reference: z.string().regex(/^[2-9A-HJ-NP-TV-Z]{12}$/),
  state: z.enum(states),
  version: z
    .number()
    .int()
    .meta({ description: 'Goes on with every event; for If-Match, in quotes' }),
  store: z.string(),
  cardType: z.enum(cardTypes),
  channel: z.enum(channels),
  carrier: z.string(),
  region: z.string(),
  phoneNumber: z
    .string()
    .nullable()
    .meta({ description: 'Masked unless the key may see it; null once erased' }),
  promises: z.strictObject({ decision: promise, end: promise }),
  receipt: z.strictObject({ number: z.string(), issuedAt: moment }).nullable(),
  openedAt: moment,
  updatedAt: moment,
  endedAt: moment.nullable(),
}

export const requestSummary = z.strictObject(head).meta({ id: 'RequestSummary' })

const warning = z
  .strictObject({ pointer: z.string(), code: z.string(), detail: z.string() })
  .meta({ id: 'Warning', description: 'Unusual, and perhaps right all the same' })

export const requestAnswer = z
  .strictObject({
    ...head,
    steps: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(stepKinds),
        title: z.string(),
        required: z.boolean(),
        state: z.enum(walkStates),
      }),
    ),
    moves: z.array(
      z.strictObject({
        move: z.enum(moves),
        allowed: z.boolean(),
        unmet: z.array(z.string()).meta({ description: 'Names of demands' }),
      }),
    ),
    asked: z.array(z.string()).meta({ description: 'Steps about which the customer was asked' }),
    call: z
      .strictObject({
        state: z.enum(['waiting', 'answered', 'ended']),
        on: z.enum(callPhones),
        until: moment.nullable(),
        missed: z.number().int(),
        endsAfterMissed: z.number().int().nullable(),
      })
      .nullable()
      .meta({ description: "The carrier's call after an online submission; null where none is" }),
    documents: z.array(
      z.strictObject({
        id: z.uuid(),
        step: z.string(),
        material: z.string().nullable(),
        pages: z.number().int(),
        at: moment,
      }),
    ),
    warnings: z.array(warning).optional(),
  })
  .meta({ id: 'Request' })
