import { z } from 'zod'
import { moves, states } from '@/lib/cancellation/rules/workflow'
import { promiseReasons } from '@/lib/cancellation/rules/request-record'
import { cardTypes, channels } from '@/lib/domain/coded-values'
import { stepKinds } from '@/lib/domain/step-kinds'

const moment = z.iso.datetime().meta({ description: 'UTC' })
const day = z.iso.date().meta({ description: 'A day of Asia/Shanghai' })

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
        state: z.enum(['done', 'partial', 'ready', 'blocked']),
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

export const requestPage = z.strictObject({
  items: z.array(requestSummary),
  next: z.string().nullable().meta({ description: 'The cursor of the next page' }),
})

export const eventPage = z.strictObject({
  items: z.array(
    z
      .strictObject({
        sequence: z.number().int(),
        type: z.string(),
        at: moment,
        actor: z.strictObject({
          kind: z.enum(['account', 'customer', 'system']),
          name: z.string().nullable(),
        }),
        facts: z
          .record(z.string(), z.unknown())
          .meta({ description: 'What the event says, without personal values' }),
      })
      .meta({ id: 'Event' }),
  ),
  next: z.string().nullable(),
})

const bilingual = z.strictObject({ zh: z.string(), en: z.string() })

export const guideAnswer = z.strictObject({
  revision: z.number().int(),
  publishedAt: moment,
  offered: z
    .boolean()
    .meta({ description: 'Whether the carrier offers this path in this home region' }),
  intro: bilingual,
  materials: z.array(
    z.strictObject({
      id: z.string(),
      title: bilingual,
      text: bilingual,
      noted: z
        .boolean()
        .meta({ description: 'False for what the desk never notes: the service password' }),
    }),
  ),
  steps: z.array(
    z.strictObject({ id: z.string(), kind: z.enum(stepKinds), title: bilingual, text: bilingual }),
  ),
})

export const carriersAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      code: z.string(),
      name: bilingual,
      website: z.string(),
      hotline: z.string(),
      preCancels: z.boolean(),
      offers: z.array(
        z.strictObject({
          region: z.string(),
          cardType: z.enum(cardTypes),
          channel: z.enum(channels),
        }),
      ),
    }),
  ),
})

export const workingDay = z.strictObject({ date: day, estimated: z.boolean() })

export const documentAnswer = z.strictObject({
  id: z.uuid(),
  step: z.string(),
  material: z.string().nullable(),
  pages: z.number().int(),
})

export const webhookAnswer = z
  .strictObject({ id: z.uuid(), url: z.string(), createdAt: moment })
  .meta({ id: 'Webhook' })
export const webhookMade = z.strictObject({
  id: z.uuid(),
  url: z.string(),
  createdAt: moment,
  secret: z
    .string()
    .meta({ description: 'Shown this once; deliveries are signed with it (Standard Webhooks)' }),
})
export const webhookList = z.strictObject({ items: z.array(webhookAnswer) })

export const problemAnswer = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    unmet: z.array(z.string()).optional(),
    reference: z.string().optional(),
    errors: z
      .array(z.strictObject({ pointer: z.string(), code: z.string(), detail: z.string() }))
      .optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' })
