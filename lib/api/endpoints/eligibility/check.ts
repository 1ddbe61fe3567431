import { z } from 'zod'
import { verdictToday } from '@/lib/cancellation/queries/verdict-today'
import { surenesses } from '@/lib/carriers/rulebook/rules'
import { topicValues, topics } from '@/lib/carriers/rulebook/topics'
import { cardTypes, channels, circumstances, relations } from '@/lib/domain/coded-values'
import { dayOf, timeOf } from '@/lib/domain/days'
import { documentTypes } from '@/lib/domain/identifiers/document'
import { demandNames } from '@/lib/cancellation/rules/workflow'
import { type StoreHours, hoursOnDay, openUntil, storeOpensNext } from '@/lib/stores/hours'
import { defineOperation } from '../../define-operation'
import { problem } from '../../problem'
import { bilingual } from '../../schemas/values'

const day = z.string().meta({ description: 'A day in Asia/Shanghai, YYYY-MM-DD' })

const verdict = z.strictObject({
  can: z.boolean(),
  because: z.array(z.enum([...demandNames, 'number_alive'])).meta({
    description:
      'Why not: the demands that are not met, or a number that nothing online can verify',
  }),
  closed: z
    .strictObject({
      why: z.enum(['day', 'hours']),
      opens: z.strictObject({ day, time: z.string() }).nullable(),
    })
    .nullable()
    .meta({ description: 'Where the carrier takes no online requests now: when it will again' }),
  documents: z
    .array(z.enum(documentTypes))
    .nullable()
    .meta({ description: 'Documents by which the holder is identified; null for any' }),
  adultAge: z.number().int(),
  secondaryFirst: z.boolean(),
  callBack: topicValues.call_back.shape.rings,
  preCancelEnds: topicValues.pre_cancel.shape.ends,
  refund: topicValues.refund.nullable(),
  hotline: z.string(),
  links: z.strictObject({ page: z.string(), entry: bilingual }).nullable(),
  bring: z.array(z.strictObject({ id: z.string(), title: bilingual, text: bilingual })),
  elsewhere: z
    .array(
      z.strictObject({
        code: z.string(),
        name: bilingual,
        address: bilingual,
        phone: z.string(),
        today: z.strictObject({ from: z.string(), to: z.string() }).nullable().optional().meta({
          description: 'Hours of today; null: closed; absent: not entered',
        }),
        opens: z.strictObject({ day, time: z.string() }).nullable().meta({
          description: 'Where it is closed now: when it opens next, as far as that is known',
        }),
      }),
    )
    .meta({ description: 'Where this store cannot: stores that can, the nearest first' }),
  asOf: day.nullable().meta({
    description: 'The oldest day on which one of the rules was checked; null where one never was',
  }),
  sources: z.array(
    z.strictObject({
      topic: z.enum(topics as [string, ...string[]]),
      source: z.string(),
      sureness: z.enum(surenesses),
      checkedOn: day.nullable(),
      stale: z.boolean(),
    }),
  ),
})

/** Whether a number can be cancelled, and all that follows from its carrier's rules (P13 to P20). */
export const checkEligibility = defineOperation({
  id: 'checkEligibility',
  method: 'get',
  path: '/eligibility',
  permission: 'request.read',
  query: z.strictObject({
    carrier: z.string('required').max(40),
    region: z.string('required').regex(/^CN-[A-Z]{2}$/, 'region_unknown'),
    cardType: z.enum(cardTypes, 'required'),
    channel: z.enum(channels, 'required'),
    store: z.string().max(40).default(''),
    relation: z.enum(relations).default('self'),
    document: z.enum(documentTypes).optional(),
    circumstance: z.enum([...circumstances, 'number_stopped']).optional(),
  }),
  answers: { 200: { description: 'The verdict', schema: verdict } },
  problems: ['not_found', 'invalid'],
  handler: async ({ query: { document, circumstance, ...asked }, now }) => {
    const found = await verdictToday(
      {
        ...asked,
        document: document ?? '',
        keepNumber: false,
        open: [],
        special: circumstance ? [circumstance] : [],
      },
      now,
    )
    if (!found) return problem('not_found')
    const { links, elsewhere, reliability, obligations: _, ...said } = found
    return {
      status: 200,
      value: {
        ...said,
        links: links && {
          page: links.page,
          entry: { zh: links.entryZh, en: links.entryEn },
        },
        elsewhere: elsewhere.map(
          ({ code, nameZh, nameEn, addressZh, addressEn, phone, hours }) => ({
            code,
            name: { zh: nameZh, en: nameEn },
            address: { zh: addressZh, en: addressEn },
            phone,
            ...openingNow(hours, now),
          }),
        ),
        asOf: reliability.asOf,
        sources: reliability.sources.map((source) => ({
          ...source,
          stale: reliability.stale.includes(source.topic),
        })),
      },
    }
  },
})

function openingNow(hours: StoreHours | null, now: Date) {
  if (!hours) return { opens: null }
  const [day, time] = [dayOf(now), timeOf(now)]
  const isOpen = openUntil(hours, day, time) !== null
  return { today: hoursOnDay(hours, day), opens: isOpen ? null : storeOpensNext(hours, day, time) }
}
