import { z } from 'zod'
import { eventTypes } from '@/lib/cancellation/rules/events'
import { questionCodes } from '@/lib/cancellation/rules/questions'
import { states } from '@/lib/cancellation/rules/workflow'
import {
  callOutcomes,
  callPhones,
  authorityKinds,
  authorityProofs,
  cardTypes,
  channels,
  ratings,
  reasons,
  reasonsToLook,
  refundRoutes,
  refundStates,
  relations,
} from '@/lib/domain/coded-values'
import { documentTypes } from '@/lib/domain/identifiers/document'
import { stepKinds } from '@/lib/domain/step-kinds'
import { noticeKinds } from '@/lib/notices/kinds'
import { noticeStates } from '@/lib/notices/outbox/states'
import { questionKinds } from '@/lib/questions/kinds'

const moment = z.iso.datetime()
const day = z.iso.date()
const by = z
  .enum(['customer', 'staff', 'reviewer', 'api', 'desk'])
  .meta({ description: 'By role: `api` is another system' })

const document = z.strictObject({
  type: z.enum(documentTypes),
  number: z.string().nullable().meta({ description: 'Null once it was destroyed' }),
  country: z.string().nullable(),
  birthDate: day.nullable().meta({ description: 'As entered, where the number has none' }),
})

const authority = z
  .strictObject({
    kind: z.enum(authorityKinds),
    proof: z.enum(authorityProofs).nullable(),
    issuedOn: day.nullable(),
  })
  .nullable()

const outcome = z.record(z.string(), z.unknown())

const request = z.strictObject({
  reference: z.string(),
  store: z.string(),
  state: z.enum(states),
  carrier: z.string(),
  region: z.string(),
  cardType: z.enum(cardTypes),
  channel: z.enum(channels),
  number: z.string().nullable(),
  card: z.strictObject({
    iccid: z.string().nullable(),
    eid: z.string().nullable(),
    imei: z.string().nullable(),
  }),
  holder: z.strictObject({ name: z.string().nullable(), document }),
  relation: z
    .enum(relations)
    .meta({ description: 'Who applied; other people’s data are left out' }),
  authority,
  contact: z
    .strictObject({
      phone: z.string().nullable(),
      email: z.string().nullable(),
      printedSlipOnly: z.boolean(),
      confirmedBy: z.enum(['code', 'signed']).nullable(),
    })
    .nullable()
    .meta({ description: 'Null where somebody else applied: it may be theirs' }),
  reason: z.enum(reasons),
  explained: z.partialRecord(z.enum(questionCodes), z.string().optional()),
  openedAt: moment,
  submittedAt: moment.nullable(),
  approvedAt: moment.nullable(),
  endedAt: moment.nullable(),
  promised: z.strictObject({ decision: day.nullable(), end: day.nullable() }),
  preCancelled: z.strictObject({ on: day, reinstateUntil: day }).nullable(),
  refund: z
    .strictObject({
      state: z.enum(refundStates),
      amountFen: z.number().int(),
      route: z.enum(refundRoutes),
      paidOn: day.nullable(),
      arrivesBy: day.nullable(),
      claimUntil: day.nullable(),
    })
    .nullable(),
  call: z
    .strictObject({
      state: z.enum(['waiting', 'answered', 'ended']),
      on: z.enum(callPhones),
      missed: z.number().int(),
    })
    .nullable()
    .meta({ description: 'What came of the call of a carrier that rings back' }),
  receipt: z.strictObject({ number: z.string(), issuedAt: moment }).nullable(),
  rating: z.enum(ratings).nullable(),
  steps: z.array(
    z.strictObject({
      step: z.string(),
      title: z.strictObject({ zh: z.string(), en: z.string() }),
      kind: z.enum(stepKinds),
      at: moment,
      outcome,
      words: outcome.meta({ description: 'What was typed, numbers included' }),
    }),
  ),
  moves: outcome.meta({ description: 'What was typed with the last move of each name' }),
  events: z.array(
    z.strictObject({
      sequence: z.number().int(),
      at: moment,
      type: z.enum(eventTypes),
      by,
      called: z.enum(callOutcomes).nullable(),
      words: z.string().nullable(),
      items: z.array(z.strictObject({ step: z.string(), words: z.string() })),
      amended: z
        .array(
          z.strictObject({
            field: z.string(),
            before: z.string().nullable(),
            after: z.string().nullable(),
          }),
        )
        .meta({ description: 'What was otherwise before; numbers masked' }),
    }),
  ),
  notices: z.array(
    z.strictObject({
      kind: z.enum(noticeKinds),
      channel: z.enum(['mail', 'text']),
      state: z.enum(noticeStates),
      queuedAt: moment,
      sentAt: moment.nullable(),
    }),
  ),
  questions: z.array(
    z.strictObject({
      number: z.string(),
      kind: z.enum(questionKinds),
      askedAt: moment,
      words: z.string(),
      answeredAt: moment.nullable(),
      answer: z.string().nullable(),
    }),
  ),
  documents: z.array(
    z.strictObject({
      step: z.string(),
      material: z.string().nullable(),
      at: moment,
      byCustomer: z.boolean(),
      pages: z.number().int(),
      images: z
        .array(z.string().regex(/^data:image\/webp;base64,/))
        .nullable()
        .meta({ description: 'Null where others applied too, or once they were destroyed' }),
    }),
  ),
  looks: z
    .array(
      z.strictObject({
        at: moment,
        by,
        what: z.enum(['reveal', 'view_document', 'give_copy']),
        reason: z.enum(reasonsToLook).nullable(),
      }),
    )
    .meta({ description: 'Who saw full numbers or copies of documents, when and why' }),
})

/** The name of the form that the JSON has; a change that breaks readers gets a new number. */
export const copyFormat = 'cancellation-desk/data-copy/1'

/** The copy of a person's data as JSON (L3); docs/data-copy.schema.json is made of it. */
export const copySchemaJson = z
  .strictObject({
    format: z.literal(copyFormat),
    givenAt: moment,
    store: z.strictObject({ code: z.string(), nameZh: z.string(), nameEn: z.string() }),
    person: z.strictObject({ name: z.string().nullable(), document }),
    requests: z.array(request).meta({ description: 'Of the person’s own numbers, newest first' }),
    actedFor: z
      .array(
        z.strictObject({
          reference: z.string(),
          store: z.string(),
          state: z.enum(states),
          openedAt: moment,
          relation: z.enum(relations),
          name: z.string().nullable(),
          document,
          authority,
        }),
      )
      .meta({ description: 'Where the person acts for somebody else: their own part alone' }),
    more: z.boolean().meta({ description: 'There are more than 100 requests' }),
  })
  .meta({ id: 'DataCopy', title: 'Everything that the desk has about a person' })

export type DataCopyJson = z.output<typeof copySchemaJson>

/** The published schema; formats say enough of days and moments. */
export const copyJsonSchema = () =>
  z.toJSONSchema(copySchemaJson, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.format) delete jsonSchema.pattern
    },
  })
